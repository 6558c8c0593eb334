"""One page a file: a function of the record and the request, giving a template's name and what it shows."""

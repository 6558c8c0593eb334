"""The command line: thin verbs over the library. One file a command; nothing heavy is imported before it is needed."""

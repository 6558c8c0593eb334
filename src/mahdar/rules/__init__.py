"""Rule families, one a folder, tables and cases beside them. engine.py knows no Arabic."""

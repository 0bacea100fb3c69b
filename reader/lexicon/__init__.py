"""Read-only resources: dictionaries (enchant lives here), word lists, variant tables, packaged files."""

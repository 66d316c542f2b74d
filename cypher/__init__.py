"""Cypher modules: one statement a file, in `schema`, `write` and `ask`."""

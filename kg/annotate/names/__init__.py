"""Names: where the names are, once for all readers."""

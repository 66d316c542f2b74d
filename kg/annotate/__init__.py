"""spaCy components on one encoder."""

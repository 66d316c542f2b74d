"""Across articles: persons of one name, statements of one utterance."""

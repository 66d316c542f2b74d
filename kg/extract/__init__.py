"""Extractors: pure functions from an annotated `Doc` to records."""

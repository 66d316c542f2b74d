"""Statements: sources, contents, addressees, kind, and what went unsaid."""

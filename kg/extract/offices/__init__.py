"""Offices: who holds which office where."""

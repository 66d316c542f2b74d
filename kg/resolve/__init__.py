"""Resolve mentions to entities, in one article and across articles."""

"""Joins across articles, made as articles come and go."""

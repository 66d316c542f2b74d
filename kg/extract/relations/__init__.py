"""Relations: who is married to, works for, was born in or belongs to whom or what.

`relations` takes those that the model found between two mentions and leaves out what
the sentence does not tell as so.
"""

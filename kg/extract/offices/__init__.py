"""Offices: who holds which office where.

`offices` finds where a sentence says it ("Quill, the mayor of Bern", "Quill is mayor"),
`phrases` reads the title and whom it serves out of the phrase.
"""

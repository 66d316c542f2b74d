"""Offices: who holds which office where, and since when.

`offices` finds where a sentence says it ("Quill, the mayor of Bern", "Quill is mayor"),
`phrases` reads the title and whom it serves out of the phrase, `titled` out of a title
before a name, and `terms` tells when it is held.
"""

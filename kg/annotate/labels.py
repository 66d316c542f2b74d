"""Labels of `doc.ents`: those of names, and those of amounts."""

NAME_LABELS = frozenset({"PERSON", "ORG", "LOC", "NORP"})

# Labels that `doc.ents` gives to amounts; they are no names.
AMOUNT_LABELS = frozenset({"DATE", "MONEY", "QUANTITY"})

"""An answer's row as people read it; programs get the row as it is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

# Enough for a graph of millions of facts; `kg ask evidence` lists all that share them.
_SHORT = 8
_KEY = re.compile(r"[0-9a-f]{16}")


def for_people(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with short keys, and "not:" before the cue of what was not said.

    >>> for_people({"cue": "confirm", "negated": True, "key": "3f9c0a1b2c3d4e5f"})
    {'cue': 'not: confirm', 'negated': True, 'key': '3f9c0a1b'}
    """
    shown = {
        name: _short(value) if name.lower().endswith(("key", "keys")) else value
        for name, value in row.items()
    }
    for negated, cue in (("negated", "cue"), ("otherNegated", "otherCue")):
        if row.get(negated) and cue in row:
            shown[cue] = f"not: {row[cue] or ''}"
    return shown


def _short(value: Any) -> Any:
    """Shorten keys of facts and articles; those of entities are their names."""
    if isinstance(value, str):
        return value[:_SHORT] if _KEY.fullmatch(value) else value
    if isinstance(value, Sequence):
        return [_short(each) for each in value]
    return value

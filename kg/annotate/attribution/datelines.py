"""Datelines: where a report comes from, before what it tells."""

import re

from spacy.tokens import Doc

# Places in capitals, a day, the agency in brackets, a dash.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]+(?:[,/][^()\n]{1,40}?)?\s(?:\([^)\n]{1,40}\)\s)?(?:[-–—]|--)\s"
)
# In words.
_LONGEST = 20


def dateline_end(doc: Doc, start: int) -> int:
    """Return where the dateline that a paragraph opens with ends; `start` without one.

    "OSLO, May 3 (AP) - Rain fell" gives the place of "Rain".
    """
    if start and "\n" not in doc[start - 1].text:
        return start
    match = _DATELINE.match(doc[start : start + _LONGEST].text)
    if match is None:
        return start
    last = doc[start].idx + match.end()
    return next((token.i for token in doc[start:] if token.idx >= last), start)

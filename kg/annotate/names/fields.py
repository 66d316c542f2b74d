"""Ends of bodies' names that the model cuts off: fields and factions."""

from itertools import pairwise

from spacy.tokens import Doc

from kg.annotate.names.things import Found
from kg.english.lexicon import words

_FACTIONS = words("bodies.factions")
_FIELDED = frozenset({"department", "ministry"})
_PARTS = frozenset({"ORG", "OTHER", "PERSON", "LOC"})


def join_factions(doc: Doc, found: Found) -> None:
    """Join a party to the faction in brackets that tells it from others, in place.

    "Communist Party of India (Marxist)", "Janata Dal (United)".
    """
    for start, end in [span for span, label in found.items() if label == "ORG"]:
        inside = doc[end : end + 3]
        is_faction = len(inside) > 1 and inside[1].lower_ in _FACTIONS
        if inside.text.startswith("(") and inside.text.endswith(")") and is_faction:
            for span in [each for each in found if end <= each[0] < end + 3]:
                del found[span]
            del found[start, end]
            found[start, end + 3] = "ORG"


def join_fields(doc: Doc, found: Found) -> None:
    """Join a ministry to the fields that the model has for another name, in place.

    The last field stands behind "and": "the Ministry of Trade, | Mines and Industry".
    """
    for one, other in list(pairwise(sorted(found))):
        is_beside = other[0] == one[1] + 1 and doc[one[1]].text == ","
        is_ministry = found.get(one) == "ORG" and doc[one[0]].lower_ in _FIELDED
        is_end = found[other] in _PARTS and "and" in [
            token.lower_ for token in doc[slice(*other)]
        ]
        if is_beside and is_ministry and is_end:
            del found[one], found[other]
            found[one[0], other[1]] = "ORG"

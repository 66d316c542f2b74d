"""Names of ministries with several fields: "Ministry of Trade, Mines and Industry"."""

from itertools import pairwise

from spacy.tokens import Doc

from kg.annotate.names.things import Found

_FIELDED = frozenset({"department", "ministry"})
_PARTS = frozenset({"ORG", "OTHER", "PERSON", "LOC"})


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

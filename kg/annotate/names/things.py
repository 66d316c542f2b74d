"""Names of storms and of kinds of weapons, which the name model does not know."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.names.gazetteer import known_label
from kg.english.lexicon import words

# Spans of tokens and their labels.
Found = dict[tuple[int, int], str]
_STORMS = words("names.storms")
_WEAPON_NOUNS = words("names.weapon_nouns")
_WEAPON_NAME = re.compile(r"[A-Z][A-Za-z]{0,11}-?\d{1,4}[A-Z]{0,3}s?|[A-Z]{5,8}")


def storms(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield the names of storms, wherever they stand.

    "Ida" of "Hurricane Ida" or "Ida, a hurricane".
    """
    storms = {
        token.nbor().text
        for token in doc[:-1]
        if token.lower_ in _STORMS and token.is_title and token.nbor().pos_ == "PROPN"
    }
    storms |= {
        token.head.text
        for token in doc
        if token.lower_ in _STORMS and token.dep_ == "appos"
    }
    taken = {i: span for span in found for i in range(*span)}
    for token in doc:
        alone = token.i, token.i + 1
        is_name = token.text in storms and token.pos_ == "PROPN"
        if is_name and taken.get(token.i, alone) == alone:
            yield alone


def weapons(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield names of weapon types: capitals and digits that describe a weapon."""
    taken = {i: span for span in found for i in range(*span)}
    for token in doc:
        if not _WEAPON_NAME.fullmatch(token.text) or known_label(token.text):
            continue
        span = taken.get(token.i)
        if span is not None and (span[1] - span[0] > 1 or found[span] == "NORP"):
            continue
        described = token.head.lemma_.lower() in _WEAPON_NOUNS and token.dep_ in {
            "compound",
            "nummod",
            "nmod",
            "amod",
            "flat",
        }
        if described and token.head.i > token.i:
            yield token.i, token.i + 1

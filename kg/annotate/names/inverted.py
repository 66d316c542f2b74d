"""Names with the family name first: "Doe, John"."""

from collections import Counter
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.things import Found
from kg.folding import name_key
from kg.gazetteer.cities import is_city
from kg.gazetteer.given_names import is_given_name
from kg.spellings import is_patronymic


def join_inverted(doc: Doc, found: Found) -> None:
    """Join names that give the family first: "Doe, Ada; Quill, Bob M."."""
    pairs = [
        (one, other)
        for one, other in pairwise(sorted(found))
        if other[0] == one[1] + 1 and doc[one[1]].text == "," and one[1] == one[0] + 1
    ]
    likely = [pair for pair in pairs if _is_family_and_given(doc, *pair)]
    in_sentence = Counter(doc[one[0]].sent.start for one, _ in likely)
    # The likely ones first: beside them others are inverted, too.
    for one, other in [*likely, *(pair for pair in pairs if pair not in likely)]:
        are_people = found.get(one) == found.get(other) == "PERSON"
        is_inverted = in_sentence[doc[one[0]].sent.start] > 1 or (
            are_people
            and (
                _is_between_semicolons(doc, one[0], other[1])
                or ((one, other) in likely and _is_inverted(doc, one[0], *other))
            )
        )
        if is_inverted and one in found and other in found:
            del found[one], found[other]
            found[one[0], other[1]] = "PERSON"


def _is_between_semicolons(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a semicolon parts a name from others: a comma is inside it then."""
    return ";" in doc[max(start - 2, 0) : start].text + doc[end : end + 1].text


def _is_family_and_given(
    doc: Doc, family: tuple[int, int], given: tuple[int, int]
) -> bool:
    """Tell whether two names may be a person's, the family first: "Reed, Ada M."."""
    text, (first, *more) = doc[family[0]].text, doc[given[0] : given[1]]
    is_family = not (is_given_name(text) or known_label(text) or is_city(text))
    return is_family and is_given_name(first.text) and all(map(_is_middle, more))


def _is_middle(word: Token) -> bool:
    """Tell whether a word is a middle initial or a patronymic."""
    return len(word.text.strip(".")) <= 1 or is_patronymic(name_key(word.text))


def _is_inverted(doc: Doc, family: int, given: int, end: int) -> bool:
    """Tell a person's family and given name from the names of two.

    "REED, Ada", "Reed, Ada M.", and "Reed, Ada, told": two would be joined by "and".
    """
    is_capital = doc[family].is_upper and len(doc[family]) > 2
    if is_capital or end - given > 1:
        return True
    before, after = doc[max(family - 1, 0)].text, doc[end : end + 2]
    is_closed = len(after) > 1 and after[0].text == "," and after[1].pos_ == "VERB"
    return is_closed and before not in {",", "and"}

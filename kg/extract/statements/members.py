"""Who a group is that its phrase lists: "firms such as Acme", "the governments of"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.english.nouns import noun_classes
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import has_feature, lemma

_EXAMPLES = ("including", "such", "like")
_NAMED = frozenset({"PERSON", "ORG", "LOC"})
_GOVERNMENTS = frozenset({"government"})


def with_members(head: Token) -> list[Token]:
    """Return a head word, or whom its phrase names of the group that it stands for.

    "firms including Acme and Borea" gives all three; "the governments of Ghana and
    Togo" gives the states alone. Needs a parse with morphology and `doc.ents`.
    """
    if head.ent_type_ or not has_feature(head, "Number", "Plur"):
        return [head]
    if lemma(head) in _GOVERNMENTS and (states := states_served(head)):
        return states
    found = heads_after(phrases(head), *_EXAMPLES)
    return [head, *(name for name in found if name.ent_type_ in _NAMED)]


def states_served(head: Token) -> list[Token]:
    """Return the states of governments or office holders: "the ministers of Togo and".

    Empty where the phrase says which body they form: "the NATO ministers of".
    """
    holds_office = lemma(head) in _GOVERNMENTS or "office" in noun_classes(head)
    if not holds_office or any(child.ent_type_ == "ORG" for child in head.lefts):
        return []
    return list(_named(head))


def _named(head: Token) -> Iterator[Token]:
    for name in heads_after(phrases(head), "of"):
        if name.ent_type_ in {"LOC", "ORG"}:
            yield name

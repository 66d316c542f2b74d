"""Who a group is that its phrase lists: "firms such as Acme", "the governments of"."""

from spacy.tokens import Token

from kg.english.nouns import noun_classes
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import coordinated, has_feature, lemma

_EXAMPLES = ("including", "such", "like")
_NAMED = frozenset({"PERSON", "ORG", "LOC"})
_SPOKESPERSONS = frozenset({"spokesman", "spokesperson", "spokeswoman"})
_BEFORE = frozenset({"nmod:poss", "compound", "amod"})
# What a place is called that speaks by its name, and judges who do by theirs.
_LABELS_OF = dict.fromkeys(("city", "county", "province", "state", "town"), "LOC") | {
    "bench": "PERSON",
    "panel": "PERSON",
}


def with_members(head: Token) -> list[Token]:
    """Return a head word, or whom its phrase names of the group that it stands for.

    "firms including Acme and Borea" gives all three; "the governments of Ghana and
    Togo", "the hosts, Ghana and Togo" give the names alone, and so do "the city of
    Bern" and "a bench of Justices Quill and Moss". Needs a parse with morphology and
    `doc.ents`.
    """
    if head.ent_type_:
        return [head]
    if lemma(head) in _SPOKESPERSONS:
        return _spoken_for(head) or [head]
    if not has_feature(head, "Number", "Plur"):
        label = _LABELS_OF.get(lemma(head))
        return [x for x in _after_of(head) if x.ent_type_ == label] or [head]
    names = _listed(head) or (states_served(head) if _is_government(head) else [])
    if names:
        return names
    found = heads_after(phrases(head), *_EXAMPLES)
    return [head, *(name for name in found if name.ent_type_ in _NAMED)]


def states_served(head: Token) -> list[Token]:
    """Return the states of governments or office holders: "the ministers of Togo and".

    Empty where the phrase says which body they form: "the NATO ministers of".
    """
    holds_office = _is_government(head) or "office" in noun_classes(head)
    if not holds_office or any(child.ent_type_ == "ORG" for child in head.lefts):
        return []
    return [name for name in _after_of(head) if name.ent_type_ in {"LOC", "ORG"}]


def _listed(head: Token) -> list[Token]:
    """Return the names beside a plural that say who it is, if they are several."""
    beside = (child for child in head.children if child.dep_ == "appos")
    names = [name for first in beside for name in coordinated(first)]
    are_names = all(name.ent_type_ in _NAMED for name in names)
    return names if are_names and len(names) > 1 else []


def _spoken_for(head: Token) -> list[Token]:
    """Return the body that an unnamed spokesman speaks for; a person speaks himself."""
    after = head.doc[head.i + 1 : head.i + 3]
    if any(word.ent_type_ == "PERSON" for word in (*head.subtree, *after)):
        return []
    beside = [child for child in head.lefts if child.dep_ in _BEFORE]
    found = [*heads_after(phrases(head), "for", "of"), *beside]
    return [body for body in found if _is_body(body)][:1]


def _is_body(word: Token) -> bool:
    return word.ent_type_ in {"LOC", "NORP", "ORG"} or "body" in noun_classes(word)


def _is_government(head: Token) -> bool:
    return lemma(head) == "government"


def _after_of(head: Token) -> list[Token]:
    return heads_after(phrases(head), "of")

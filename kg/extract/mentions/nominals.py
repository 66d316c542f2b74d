"""Common-noun phrases that stand for people, groups, bodies and states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, noun_classes
from kg.english.pronouns import Number

_LEFT_DEPS = frozenset(
    {"det", "amod", "compound", "nummod", "nmod:poss", "advmod", "nmod", "det:predet"}
    | {"nmod:desc", "punct", "case", "nmod:unmarked"}
)
_NO_REFERENT = words("function_words.without_referent")
_DETERMINERS = words("function_words.opening_determiners")
# Directions with "the" that stand for a part of the world or of a divided country.
_DIRECTIONS = frozenset({"West", "North", "South"})
_LONGEST_COMPLEMENT = 6
# What a candidate for an office has, and is no body where nobody owns it.
_CAMPAIGNS = words("people.campaigns")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase, its head and what it stands for."""

    head: Token
    span: Span
    label: str
    number: Number
    modifiers: tuple[str, ...]


def nominals(doc: Doc, names: Sequence[NameSpan]) -> Iterator[Nominal]:
    """Yield the noun phrases that stand for actors, in text order.

    "the North Korean foreign minister" (PERSON), "U.S. officials" (GROUP), "the
    military alliance" (ORG), "the two countries" (STATE). Predicates, titles before
    names and phrases under "no" are left out. Needs a parse.
    """
    named = {i for name in names for i in range(name.title_start, name.end)}
    for token in doc:
        if token.i in named or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            continue
        if token.text in _DIRECTIONS:
            yield from _direction(token)
            continue
        label = _label(token)
        if label is not None and _refers(token, named):
            yield Nominal(
                head=token,
                span=_phrase(token),
                label=label,
                number=_number(token),
                modifiers=_modifiers(token),
            )


def _direction(token: Token) -> Iterator[Nominal]:
    """Yield "the West", "the North" where they stand alone."""
    doc, index = token.doc, token.i
    after = [following.text for following in doc[index + 1 : index + 3]]
    alone = not after or not (
        after[0][:1].isupper()
        or after[0] == "-"
        or (after[0] == "of" and (after[-1] == "the" or after[-1][:1].isupper()))
    )
    if alone and index > 0 and doc[index - 1].lower_ == "the":
        yield Nominal(token, doc[index : index + 1], "GROUP", "singular", ())


def _label(token: Token) -> str | None:
    classes = noun_classes(token)
    if token.lemma_.lower() in _CAMPAIGNS:
        is_owned = any(child.ent_type_ == "PERSON" for child in token.lefts)
        return "ORG" if is_owned else None
    if not classes or token.pos_ == "ADJ":
        return None
    if "people" in classes:
        return "GROUP"
    if classes & HUMAN:
        return "PERSON" if _number(token) == "singular" else "GROUP"
    return "STATE" if "state" in classes else "ORG"


def _refers(token: Token, named: set[int]) -> bool:
    """Tell whether a noun stands for somebody, rather than describing something."""
    if token.dep_ in {"compound", "nmod:desc", "flat", "amod", "fixed", "vocative"}:
        return False
    if token.dep_ == "appos" and token.head.i in named:
        return False
    children = {child.dep_: child for child in token.children if child.i < token.i}
    if "cop" in children or children.get("case", token).lower_ in {"as", "like"}:
        return False
    determiner = children.get("det")
    is_named = any(
        child.dep_ == "appos" and child.i in named for child in token.children
    )
    return is_named or determiner is None or determiner.lower_ not in _NO_REFERENT


def _phrase(token: Token) -> Span:
    doc, start, end = token.doc, token.i, token.i + 1
    for child in sorted(token.lefts, key=lambda child: -child.i):
        left = child.left_edge.i
        if child.dep_ not in _LEFT_DEPS or child.right_edge.i != start - 1:
            break
        if child.dep_ in {"case", "punct"} and child.text != "-":
            break
        start = left
    for child in token.rights:
        is_of = child.dep_ == "nmod" and any(
            part.lower_ == "of" for part in child.lefts
        )
        size = child.right_edge.i - child.left_edge.i
        if is_of and child.left_edge.i == end and size < _LONGEST_COMPLEMENT:
            end = child.right_edge.i + 1
        break
    while doc[start].is_space and start < token.i:
        start += 1
    return doc[start:end]


def _number(token: Token) -> Number:
    value = token.morph.get("Number", [])
    if value:
        return "plural" if value[0] in {"Plur", "Ptan"} else "singular"
    is_plural = token.lower_ != token.lemma_.lower() and token.lower_.endswith("s")
    return "plural" if is_plural else "singular"


def _modifiers(token: Token) -> tuple[str, ...]:
    words = token.doc[_phrase(token).start : token.i]
    return tuple(
        word.lower_
        for word in words
        if not (word.is_punct or word.is_space or word.pos_ in {"PART", "DET"})
        and word.lower_ not in _DETERMINERS
    )

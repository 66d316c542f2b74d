"""Offices held by persons: titles, appositions, copulas."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.english.lexicon import words
from kg.english.nouns import is_office_noun
from kg.extract.findings import FoundRelation
from kg.extract.offices.phrases import (
    Office,
    office_before,
    office_of,
    owners_by_end,
)
from kg.extract.spans import phrase_argument, to_span, trimmed

_SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass"})
_BECOMING = words("saying.becoming")
_PAST_AUX = frozenset({"was", "were", "been"})


class _Names(NamedTuple):
    """An article's names by their head words, and its states and bodies by their ends.

    `by_end` is that of `owners_by_end`.
    """

    by_head: Mapping[int, NameSpan]
    by_end: Mapping[int, NameSpan]


def offices(doc: Doc) -> Iterator[FoundRelation]:
    """Yield the offices that an article says somebody holds, in text order.

    "Russian President Vladimir Putin", "Pat Ryder, the Pentagon's press secretary",
    "The alliance's chief, Mark Rutte", "Rutte is the head of NATO" yield one each:
    the person, the title, and whom or what the office serves. A title opens with
    "former" or "then" where the text says so. Needs a parse and the names of
    `name_spans`.
    """
    names = name_spans(doc)
    by_head = {head_of(doc, name).i: name for name in names}
    known = _Names(by_head, owners_by_end(by_head.values()))
    for name in names:
        if name.label != "PERSON":
            continue
        root = head_of(doc, name)
        for office in _offices_of(doc, name, root, known):
            yield FoundRelation(
                subject=phrase_argument(doc[name.start : name.end], root),
                type="HOLDS_POSITION",
                object_=office.object_,
                title=office.title,
                evidence=to_span(trimmed(root.sent)),
            )


def _offices_of(
    doc: Doc, name: NameSpan, root: Token, names: _Names
) -> Iterator[Office]:
    """Yield the offices of one person, whom `names` holds beside all others."""
    before = office_before(doc, name, names.by_end)
    if before is not None:
        yield before
    for noun, is_past in _nouns_about(name, root):
        office = office_of(noun, names.by_head, is_past=is_past)
        # Nobody serves himself: "Ada Quill, her own spokeswoman".
        if office is not None and office.object_.head != root.idx:
            yield office


def _nouns_about(name: NameSpan, root: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the office nouns said of a name; True where the text puts them past."""
    for child in root.children:
        if child.dep_ == "appos" and not _is_inside(name, child):
            yield from _office_nouns(child, False)
        elif child.dep_ == "acl:relcl":
            yield from _nouns_predicated(child)
    if root.dep_ == "appos":
        yield from _office_nouns(root.head, False)
    elif root.dep_ in _SUBJECT_DEPS:
        yield from _nouns_predicated(root.head)


def _nouns_predicated(predicate: Token) -> Iterator[tuple[Token, bool]]:
    """Yield what a subject is, was or became: "Rutte became secretary general".

    In UD the noun after "is" is the predicate itself; what somebody became depends.
    """
    if _has_copula(predicate):
        yield from _office_nouns(predicate, _has_past_copula(predicate))
    elif predicate.lemma_.lower() in _BECOMING:
        for child in predicate.children:
            if child.dep_ in {"xcomp", "obj"}:
                yield from _office_nouns(child, False)


def _office_nouns(noun: Token, is_past: bool) -> Iterator[tuple[Token, bool]]:
    """Yield a noun and those coordinated with it, as far as they name offices."""
    for token in (noun, *noun.conjuncts):
        if token.pos_ in {"NOUN", "PROPN"} and is_office_noun(token.lemma_.lower()):
            yield token, is_past


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _has_past_copula(token: Token) -> bool:
    return any(
        child.dep_ == "cop" and child.lower_ in _PAST_AUX for child in token.children
    )


def _is_inside(name: NameSpan, token: Token) -> bool:
    return name.title_start <= token.i < name.end

"""Offices held by persons: titles, appositions, copulas."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.english.lexicon import words
from kg.english.nouns import is_office_noun
from kg.extract.findings import Argument, FoundRelation
from kg.extract.offices.phrases import Office, office_before, office_of
from kg.extract.spans import to_span, trimmed

SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass"})
_BECOMING = words("saying.becoming")
_PAST_AUX = frozenset({"was", "were", "been"})


def offices(doc: Doc) -> Iterator[FoundRelation]:
    """Yield the offices that an article says somebody holds, in text order.

    "Russian President Vladimir Putin", "Pat Ryder, the Pentagon's press secretary",
    "The alliance's chief, Mark Rutte", "Rutte is the head of NATO". A title opens
    with "former" or "then" where the text says so. Needs a parse and `doc.ents`.
    """
    names = name_spans(doc)
    by_head = {head_of(doc, name).i: name for name in names}
    for name in names:
        if name.label != "PERSON":
            continue
        root = head_of(doc, name)
        for office in _offices_of(doc, name, root, by_head):
            yield FoundRelation(
                subject=_person(doc, name, root),
                type="HOLDS_POSITION",
                object_=office.object_,
                title=office.title,
                evidence=to_span(trimmed(root.sent)),
            )


def _offices_of(
    doc: Doc, name: NameSpan, root: Token, names: Mapping[int, NameSpan]
) -> Iterator[Office]:
    before = office_before(doc, name, names)
    if before is not None:
        yield before
    for noun, is_past in _nouns_about(name, root):
        office = office_of(noun, names, is_past=is_past)
        if office is not None and office.object_.head != root.idx:
            yield office


def _nouns_about(name: NameSpan, root: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the office nouns said of a name; True where the text puts them past."""
    for child in root.children:
        if child.dep_ == "appos" and not _inside(name, child):
            yield from _with_conjuncts(child, False)
        elif child.dep_ == "acl:relcl" and _has_copula(child):
            yield from _with_conjuncts(child, _is_past(child))
        elif child.dep_ == "acl:relcl":
            yield from _complements(child)
    if root.dep_ == "appos":
        yield from _with_conjuncts(root.head, False)
    elif root.dep_ in SUBJECT_DEPS and _has_copula(root.head):
        yield from _with_conjuncts(root.head, _is_past(root.head))
    elif root.dep_ in SUBJECT_DEPS:
        yield from _complements(root.head)


def _complements(verb: Token) -> Iterator[tuple[Token, bool]]:
    """Yield what a subject became: "Rutte became secretary general"."""
    if verb.lemma_.lower() in _BECOMING:
        for child in verb.children:
            if child.dep_ in {"xcomp", "obj"}:
                yield from _with_conjuncts(child, False)


def _with_conjuncts(noun: Token, is_past: bool) -> Iterator[tuple[Token, bool]]:
    for token in (noun, *noun.conjuncts):
        if token.pos_ in {"NOUN", "PROPN"} and is_office_noun(token.lemma_.lower()):
            yield token, is_past


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _is_past(token: Token) -> bool:
    return any(
        child.dep_ == "cop" and child.lower_ in _PAST_AUX for child in token.children
    )


def _inside(name: NameSpan, token: Token) -> bool:
    return name.title_start <= token.i < name.end


def _person(doc: Doc, name: NameSpan, root: Token) -> Argument:
    span = doc[name.start : name.end]
    return Argument(
        start=span.start_char, end=span.end_char, text=span.text, head=root.idx
    )

"""Walk a tree of Universal Dependencies: phrases, coordination, names, sentences."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

CLAUSE_POS = frozenset({"VERB", "AUX"})


# Dependents that belong to a name or noun phrase but say something of their own.
_LOOSE_DEPS = frozenset(
    {"acl", "acl:relcl", "appos", "cc", "conj", "parataxis", "punct", "dep", "list"}
)


def core_phrase(token: Token) -> Span:
    """Return the contiguous phrase around a head word without its loose parts."""
    kept = {token.i}
    for child in token.children:
        if child.dep_ not in _LOOSE_DEPS and child.dep_ != "case":
            kept.update(part.i for part in child.subtree)
    start = end = token.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return token.doc[start : end + 1]


def coordinated(token: Token) -> Iterator[Token]:
    """Yield a head word and the words coordinated with it, in text order.

    "Lavrov and Choe" yields both from "Lavrov".
    """
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from coordinated(child)


def lemma(token: Token) -> str:
    """Return a word's lemma in lower case."""
    return token.lemma_.lower()


def name_of(token: Token) -> Span:
    """Return the whole name that a word is part of, else the word."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.ent_type_:
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return doc[start:end]


def sentence_of(token: Token) -> Span:
    """Return a word's sentence; spaCy's own `sent` reads the article from its start."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def has_feature(token: Token, name: str, value: str) -> bool:
    """Tell whether a word has a value of a morphological feature (UD)."""
    return value in token.morph.get(name, [])

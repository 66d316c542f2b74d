"""Clauses that an adverb calls hearsay: "Reportedly, they fled"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.pieces import SpansByNumber, pieces, words_of
from kg.english.lexicon import words
from kg.english.trees import lemma

_HEARSAY = words("modality.claiming_adverbs")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Clauses beside the one that the adverb is in.
_OTHER_CLAUSES = frozenset({"conj", "parataxis"})
_BEFORE_CLAUSE = frozenset({"cc", "mark"})
_LOOSE = frozenset({",", ".", ";", ":", "-", "–", "—"})


def with_hearsay(doc: Doc, attributions: Mapping[int, Sequence[Span]]) -> SpansByNumber:
    """Return attributions, and one for each clause that an adverb calls hearsay.

    "Moss reportedly fled" has the cue "reportedly", a content in two pieces, "Moss"
    and "fled", and no source. Where the model found the cue, its content becomes the
    clause; a clause inside what somebody says is left to him. Needs a parse.
    """
    found = {number: list(spans) for number, spans in attributions.items()}
    own = {cue.start: n for n, cue in _cues_of_hearsay(attributions)}
    taken = words_of(chain.from_iterable(attributions.values()), "CONTENT")
    taken |= words_of(chain.from_iterable(attributions.values()), "CUE")
    last = max(found, default=0)
    for adverb in doc:
        if not is_hearsay(adverb) or not (content := list(_clause(adverb))):
            continue
        number = own.get(adverb.i)
        is_read = number is not None and adverb.head.dep_ == "acl:relcl"
        # What a relative clause is about stands before it; the model reads that, too.
        if is_read or (number is None and adverb.i in taken):
            continue
        if number is None:
            last = number = last + 1
        found[number] = list(_spans(adverb, content, number))
    return found


def is_hearsay(token: Token) -> bool:
    """Tell whether an adverb makes its clause what others say: "reportedly"."""
    return token.dep_ == "advmod" and lemma(token) in _HEARSAY


def _cues_of_hearsay(
    attributions: Mapping[int, Sequence[Span]],
) -> Iterator[tuple[int, Span]]:
    for number, spans in attributions.items():
        cues = pieces(spans, "CUE")
        if len(cues) == 1 and len(cues[0]) == 1 and is_hearsay(cues[0][0]):
            yield number, cues[0]


def _clause(adverb: Token) -> Iterator[Token]:
    """Yield the words of an adverb's clause without it, none where it has no subject.

    "He fled, and she reportedly stayed" gives "she stayed".
    """
    head = adverb.head
    if not any(child.dep_ in _SUBJECTS for child in head.children):
        return
    yield from sorted(_words_below(head, adverb), key=lambda word: word.i)


def _words_below(head: Token, adverb: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.i > head.i and _is_other_clause(child):
            return
        is_opening = child.dep_ in _BEFORE_CLAUSE and child.i < head.i
        if child != adverb and not is_opening:
            yield from child.subtree


def _is_other_clause(child: Token) -> bool:
    has_subject = any(each.dep_ in _SUBJECTS for each in child.children)
    return child.dep_ in _OTHER_CLAUSES and has_subject


def _spans(adverb: Token, content: Sequence[Token], number: int) -> Iterator[Span]:
    """Yield the spans of an attribution: the adverb, and the runs of its clause."""
    doc = adverb.doc
    yield Span(doc, adverb.i, adverb.i + 1, "CUE", span_id=number)
    for _, run in groupby(enumerate(content), lambda pair: pair[1].i - pair[0]):
        kept = [word.i for _, word in run]
        while kept and _is_loose(doc[kept[0]]):
            del kept[0]
        while kept and _is_loose(doc[kept[-1]]):
            del kept[-1]
        if kept:
            yield Span(doc, kept[0], kept[-1] + 1, "CONTENT", span_id=number)


def _is_loose(token: Token) -> bool:
    return token.is_space or token.text in _LOOSE

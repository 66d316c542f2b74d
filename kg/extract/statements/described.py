"""The persons whom a source describes before it names them: "FBI agent Ada Moss"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from kg.annotate.syntax.component import MAX_SENTENCE
from kg.extract.actor_nouns import HUMAN, noun_classes
from kg.extract.name_spans import NameSpan, head_of, name_spans

_NAMING = frozenset({"called", "named"})
_JOINING = frozenset({",", "and", "&"})
_SMALL = frozenset({"ADP", "DET"})


def with_bearers(source: Span, heads: Iterable[Token]) -> list[Token]:
    """Return the heads of who speaks, with a named person for the description.

    "the mayor of Bern, Ada Moss" and "a student named Moss" give "Moss", whatever the
    parse made of them: an English noun phrase closes with its name. Bodies and states
    beside the person stay. Needs what `name_spans` needs.
    """
    heads = list(heads)
    cases = {child.i for h in heads for child in h.children if child.dep_ == "case"}
    names = [name for name in _near(source, heads) if name.label == "PERSON"]
    if any(name.title_start <= h.i < name.end for h in heads for name in names):
        return heads
    found = list(_bearers(source, names, cases))
    kept = [h for h in heads if len(heads) > 1 and not noun_classes(h) & HUMAN]
    return [*kept, *found] if found else heads


def _near(source: Span, heads: Sequence[Token]) -> Sequence[NameSpan]:
    """Return the names that may hold, or end in, some words: a superset in text order.

    Names do not leave their sentence, and so are no longer than one.
    """
    names, places = name_spans(source.doc), [source.start, source.end]
    places += [head.i for head in heads]
    first, last = (
        bisect_left(names, place, key=lambda name: name.start)
        for place in (min(places) - MAX_SENTENCE, max(places) + MAX_SENTENCE)
    )
    return names[first:last]


def _bearers(
    source: Span, names: Iterable[NameSpan], cases: set[int]
) -> Iterator[Token]:
    is_joined = False
    for name in names:
        if name.title_start <= source.start or name.end > source.end:
            continue
        is_next = source.doc[name.title_start - 1].lower_ in _JOINING and is_joined
        if is_next or _is_described(source, name, cases):
            is_joined = True
            yield head_of(source.doc, name)


def _is_described(source: Span, name: NameSpan, cases: set[int]) -> bool:
    """Tell whether a noun right before a name says who bears it.

    "supporters of Ada Moss" are not she, and "the Moss campaign" is nobody's title;
    "ambassador to France Ada Moss" is, and `cases` are prepositions that do no harm:
    "a study by the lawyer Ada Moss".
    """
    doc, before = source.doc, source.doc[name.title_start - 1]
    after = doc[name.end] if name.end < source.end else None
    if after is not None and after.pos_ in {"NOUN", "PROPN", "PART"}:
        return False
    if before.text == ",":
        nouns = (source.root, doc[before.i - 1])
        return any(noun_classes(noun) & HUMAN for noun in nouns)
    if before.lower_ in _NAMING:
        return doc[before.i - 1].pos_ == "NOUN"
    first = before.i
    while first > source.start and (doc[first].ent_type_ or doc[first].pos_ in _SMALL):
        first -= 1
    is_one_phrase = all(
        token.pos_ != "ADP" or token.ent_type_ == "ORG" or token.i in cases
        for token in doc[source.start : first + 1]
    )
    return before.pos_ in {"NOUN", "PROPN"} and is_one_phrase

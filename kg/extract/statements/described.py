"""The persons whom a source describes before it names them: "FBI agent Ada Moss"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.annotate.names.component import NameSpan, head_of, names_starting_in
from kg.annotate.syntax.component import MAX_SENTENCE
from kg.english.nouns import HUMAN, noun_classes
from kg.english.trees import has_feature

_NAMING = frozenset({"called", "named"})
_JOINING = frozenset({",", "and", "&"})
_SMALL_POS = frozenset({"ADP", "DET"})
# After a name these show that it only modifies: "the Moss campaign", "Moss's campaign".
_MODIFIED_POS = frozenset({"NOUN", "PROPN", "PART"})


def with_described_persons(source: Span, heads: Iterable[Token]) -> list[Token]:
    """Return the heads of who speaks, a described person's name for the description.

    "the mayor of Bern, Ada Moss" and "a student named Moss" give "Moss", whatever the
    parse made of them: an English noun phrase closes with its name. Bodies and states
    that speak beside the person stay. Needs a parse and what `name_spans` needs.
    """
    heads = list(heads)
    names = [name for name in _names_near(source, heads) if name.label == "PERSON"]
    heads = _with_listed(source, heads, names)
    if any(name.title_start <= h.i < name.end for h in heads for name in names):
        return heads
    found = list(_described_persons(source, names, _prepositions(heads)))
    if not found:
        return heads
    is_alone = len(heads) == 1
    others = [h for h in heads if not (is_alone or noun_classes(h) & HUMAN)]
    return [*others, *found]


def _with_listed(
    source: Span, heads: Sequence[Token], names: Iterable[NameSpan]
) -> list[Token]:
    """Return the heads with those that a list of persons has between them.

    Of "chief Ada Moss, Minister Bo Reed, and Cy Quill" a parse may make the second what
    the first is called.
    """
    doc = source.doc
    inside = [n for n in names if source.start <= n.title_start and n.end <= source.end]
    gaps = [doc[a.end : b.title_start] for a, b in pairwise(inside)]
    is_list = len(gaps) > 1 and all(
        gap and all(token.lower_ in _JOINING for token in gap) for gap in gaps
    )
    if not is_list or not any(token.lower_ == "and" for token in gaps[-1]):
        return list(heads)
    missing = [
        head_of(doc, name)
        for name in inside
        if not any(name.title_start <= head.i < name.end for head in heads)
    ]
    # The first may stand behind its description, which is a head itself.
    return sorted([*heads, *(m for m in missing if m.i > inside[0].end)])


def _names_near(source: Span, heads: Iterable[Token]) -> tuple[NameSpan, ...]:
    """Return the names that may stand in a source or hold a head, and some beside.

    No name is longer than a sentence may be.
    """
    places = [source.start, source.end, *(head.i for head in heads)]
    first, last = min(places) - MAX_SENTENCE, max(places) + MAX_SENTENCE
    return names_starting_in(source.doc, first, last)


def _described_persons(
    source: Span, names: Iterable[NameSpan], prepositions: set[int]
) -> Iterator[Token]:
    """Yield the head of each name in a source that the words before it describe.

    Once one is, those joined to it are too: "the lawyers Ada Moss and Bob Quill".
    """
    is_joined = False
    for name in names:
        if name.title_start <= source.start or name.end > source.end:
            continue
        is_next = source.doc[name.title_start - 1].lower_ in _JOINING and is_joined
        if is_next or _is_described(source, name, prepositions):
            is_joined = True
            yield head_of(source.doc, name)


def _prepositions(heads: Iterable[Token]) -> set[int]:
    """Return where the prepositions before the heads themselves stand."""
    return {child.i for h in heads for child in h.children if child.dep_ == "case"}


def _is_described(source: Span, name: NameSpan, prepositions: set[int]) -> bool:
    """Tell whether the words right before a name say who bears it.

    Of the `prepositions` of the heads none does harm: "by the lawyer Ada Moss".
    """
    doc, before = source.doc, source.doc[name.title_start - 1]
    if _modifies_what_follows(source, name):
        return False
    if _is_title(source):
        return True
    # "The mayor of Bern, Ada Moss": the noun of the person may stand further left.
    if before.text == ",":
        nouns = (source.root, doc[before.i - 1])
        return any(noun_classes(noun) & HUMAN for noun in nouns)
    if before.lower_ in _NAMING:
        return doc[before.i - 1].pos_ == "NOUN"
    is_noun = before.pos_ in {"NOUN", "PROPN"}
    return is_noun and _is_one_phrase(source, before, prepositions)


def _is_title(source: Span) -> bool:
    """Tell whether a source opens with an office in capitals and without an article.

    "Adviser to the President on Ports Ada Moss" is one person, whatever is between.
    """
    words = iter(source)
    first = next((word for word in words if word.pos_ not in {"ADJ", "ADV"}), source[0])
    is_office = first.text[:1].isupper() and bool(noun_classes(first) & HUMAN)
    is_one = is_office and not has_feature(first, "Number", "Plur")
    return is_one and not first.ent_type_ and next(words, first).pos_ == "ADP"


def _modifies_what_follows(source: Span, name: NameSpan) -> bool:
    """Tell "the Moss campaign", which is nobody's title, from "lawyer Moss said"."""
    return name.end < source.end and source.doc[name.end].pos_ in _MODIFIED_POS


def _is_one_phrase(source: Span, before: Token, prepositions: set[int]) -> bool:
    """Tell "ambassador to France Ada Moss" from "supporters of lawyer Ada Moss".

    The preposition before the last name is the office's own; one further left opens a
    phrase in which the person may stand, unless it is part of a body's name.
    """
    doc, first = source.doc, before.i
    while first > source.start and (
        doc[first].ent_type_ or doc[first].pos_ in _SMALL_POS
    ):
        first -= 1
    return all(
        token.pos_ != "ADP" or token.ent_type_ == "ORG" or token.i in prepositions
        for token in doc[source.start : first + 1]
    )

"""Which time belongs to which predicate."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.extract.times.context import TIME_WORDS
from kg.records import When

_CLAUSE_POS = frozenset({"VERB", "AUX"})
# Clauses that share the time of the clause above: "struck on Friday, killing two".
_SHARING_DEPS = frozenset({"conj", "advcl", "xcomp", "parataxis"})
_ATTRIBUTE_DEPS = frozenset({"nmod:poss", "compound", "amod", "nummod"})
# How many days the time of a noun may last and still date the noun's verb.
_WEEK = 7


def when_of(
    doc: Doc, span: Span, times: Sequence[When], published: date | None
) -> When | None:
    """Return the time that a predicate's own clause gives it, if any.

    `span` is a cue or the trigger of an event, `times` those of the article, in text
    order. For "said" in "said on Friday that they left on Monday" it is Friday, for
    "left" Monday. Needs a dependency parse.
    """
    sent = span.root.sent
    near = [
        (when, place)
        for when in _within(sent, times)
        if (place := _place(doc, when)) is not None
        and sent.start <= place.start < sent.end
        and not _is_bound(place)
    ]
    if beside := [when for when, place in near if _is_beside(span, place)]:
        return beside[0]
    predicate: Token | None = span.root
    while predicate is not None:
        tokens = set(span) | {predicate}
        found = [pair for pair in near if _belongs(pair, tokens)]
        if found:
            return min(found, key=lambda pair: _distance(span, pair[1]))[0]
        predicate = _sharing(predicate)
    return None


def inferred(published: date) -> When:
    """Return the day of publication, for what the text does not date."""
    return When(from_=published, to=published, basis="inferred")


def _within(sent: Span, times: Sequence[When]) -> Sequence[When]:
    first, last = (
        bisect_left(times, place, key=lambda when: when.start or 0)
        for place in (sent.start_char, sent.end_char)
    )
    return times[first:last]


def _place(doc: Doc, when: When) -> Span | None:
    if when.start is None or when.end is None:
        return None
    return doc.char_span(when.start, when.end, alignment_mode="expand")


def _is_beside(span: Span, place: Span) -> bool:
    """Tell whether a time stands in or right after a verb: "said Thursday it ..."."""
    if span.start < place.start and place.end <= span.end:
        return True
    if span.root.pos_ not in _CLAUSE_POS or place.root.dep_ in _ATTRIBUTE_DEPS:
        return False
    between = span.doc[span.end : max(span.end, place.start)]
    return place.start >= span.end and (
        len(between) == 0 or (len(between) == 1 and between[0].lower_ == "on")
    )


def _is_bound(place: Span) -> bool:
    """Tell whether a time only bounds its clause: "since 1990", "by Friday"."""
    before = place.doc[max(place.sent.start, place.start - 2) : place.start]
    return any(token.lower_ in TIME_WORDS["bounding"] for token in before)


def _belongs(pair: tuple[When, Span], tokens: set[Token]) -> bool:
    """Tell whether a time hangs on one of the tokens within its own clause."""
    when, place = pair
    token = place.root
    is_noun = all(one.pos_ not in _CLAUSE_POS for one in tokens)
    is_attribute = False
    while token.head != token:
        if token in tokens or token.pos_ in _CLAUSE_POS:
            return False
        if token.head in tokens:
            return is_noun or not is_attribute or _is_short_phrase(when, place)
        is_attribute = is_attribute or token.head.pos_ not in _CLAUSE_POS
        token = token.head
    return False


def _is_short_phrase(when: When, place: Span) -> bool:
    """Tell "the talks on Friday" from "the 2022 invasion" and "Friday's vote".

    The first often is a parse of what dates the verb, the others never.
    """
    root = place.root
    if not root.dep_.startswith(("nmod", "obl", "dep")) or root.dep_ == "nmod:poss":
        return False
    cases = {child.lower_ for child in root.children if child.dep_ == "case"}
    return cases <= {"on"} and (when.to - when.from_).days < _WEEK


def _sharing(predicate: Token) -> Token | None:
    """Return the predicate above that shares its time with this one, if any."""
    head = predicate.head
    if head == predicate:
        return None
    if predicate.pos_ not in _CLAUSE_POS:
        return head if predicate.dep_.split(":")[0] not in {"acl", "ccomp"} else None
    is_sharing = predicate.dep_.split(":")[0] in _SHARING_DEPS
    if predicate.dep_ == "advcl" and "Fin" in predicate.morph.get("VerbForm", []):
        return None
    return head if is_sharing and head.pos_ in _CLAUSE_POS else None


def _distance(span: Span, place: Span) -> int:
    return min(abs(place.start - span.end), abs(span.start - place.end))

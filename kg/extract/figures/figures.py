"""Figures: the numbers that an article gives, with what they count and whose."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.english.memory import text_of
from kg.extract.figures.amounts import Amount, amounts
from kg.extract.figures.casualties import casualty_of
from kg.extract.figures.claims import claim
from kg.extract.figures.units import Unit, unit_of
from kg.extract.findings import Argument, FoundFigure
from kg.extract.spans import phrase_argument, to_span, trimmed
from kg.extract.times.context import is_time
from kg.extract.times.grammar import expressions
from kg.records import Bound, When

# Names of the people, states and bodies whose things are counted.
_OWNER_LABELS = frozenset({"NORP", "ORG", "LOC", "PERSON"})
# What makes a figure of a single person: "met an officer" gives none.
_COUNTED_HARMS = frozenset({"killed", "wounded", "arrested", "abducted", "captured"})


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with its bound; `phrase` takes in the words of its unit."""

    value: float | int | None
    bound: Bound
    unit: Unit
    number: Span
    phrase: Span


def figures(
    doc: Doc, times: Sequence[When] = (), published: date | None = None
) -> Iterator[FoundFigure]:
    """Yield the numbers that an article gives, with their units, in text order.

    "some 8,000 North Korean soldiers" yields 8000, about, troops, of "North Korean";
    "killing an officer" one killed. Dates, ages, durations, scores and numbers in
    names are no figures. `times` are the article's, in text order: they date what is
    counted. Needs names and a dependency parse.
    """
    owners = [ent for ent in doc.ents if ent.label_ in _OWNER_LABELS]
    found = (
        FoundFigure(
            value=count.value,
            bound=count.bound,
            unit=count.unit.name,
            of=_owner(count.unit.noun, owners) if count.unit.noun is not None else None,
            phrase=to_span(count.phrase),
            evidence=to_span(trimmed(count.number.sent)),
            claim=claim(count.number, count.unit, times, published),
        )
        for count in (*_numbers(doc), *_single_casualties(doc))
    )
    yield from sorted(found, key=lambda one: (one.evidence.start, _start(one)))


def _start(figure: FoundFigure) -> int:
    return figure.phrase.start if figure.phrase else figure.evidence.start


def _numbers(doc: Doc) -> Iterator[_Count]:
    """Yield what is counted in numbers."""
    found = list(_amounts_with_units(doc))
    for at, (amount, unit) in enumerate(found):
        # The first end of a range has its noun at the second: "10 to 15 people".
        if unit is None and amount.is_linked and at + 1 < len(found):
            unit = found[at + 1][1]
        if unit is not None:
            yield _count(doc, amount, unit)


def _amounts_with_units(doc: Doc) -> Iterator[tuple[Amount, Unit | None]]:
    """Yield the numbers that are no part of a time, each with what it counts."""
    for amount in amounts(_without_times(doc)):
        span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
        if span is not None:
            yield amount, unit_of(span, amount)


def _without_times(doc: Doc) -> str:
    """Return a text whose times are underscores.

    So "On June 3 12 soldiers" has a twelve of its own, and no number written with a
    blank ("10 000").
    """
    pieces, at, text = [], 0, text_of(doc)
    for one in expressions(text):
        if is_time(doc, one):
            pieces += [text[at : one.start], "_" * (one.end - one.start)]
            at = one.end
    return "".join([*pieces, text[at:]])


def _count(doc: Doc, amount: Amount, unit: Unit) -> _Count:
    number = doc.char_span(
        amount.phrase_start, amount.phrase_end, alignment_mode="expand"
    )
    if number is None:
        raise ValueError(f"no tokens at {amount.start}:{amount.end} of the article")
    # A unit may stand before its number ("the death toll rose to 45"), outside then.
    phrase = doc[number.start : max(number.end, unit.last.i + 1)]
    return _Count(amount.value, amount.bound, unit, number, phrase)


def _single_casualties(doc: Doc) -> Iterator[_Count]:
    """Yield "killing a police officer" as one killed: no number stands there."""
    for token in doc:
        if token.pos_ != "NOUN" or "Sing" not in token.morph.get("Number", []):
            continue
        article = next((x for x in token.children if x.lower_ in {"a", "an"}), None)
        harm = casualty_of(token) if article is not None else None
        if article is None or harm not in _COUNTED_HARMS:
            continue
        phrase = doc[article.i : token.i + 1]
        number = doc[article.i : article.i + 1]
        yield _Count(1, "exact", Unit(harm, token, token), number, phrase)


def _owner(noun: Token, owners: Sequence[Span]) -> Argument | None:
    """Return the name whose things a noun counts: "North Korean" of "soldiers"."""
    sent = noun.sent
    first, last = (
        bisect_left(owners, place, key=lambda ent: ent.start)
        for place in (sent.start, sent.end)
    )
    for is_owner in _OWNERSHIPS:
        for ent in owners[first:last]:
            if is_owner(ent, noun):
                return _argument(ent)
    return None


def _is_counted_itself(ent: Span, noun: Token) -> bool:
    """Tell "20 Democrats", whose own name is counted."""
    return noun in ent


def _modifies(ent: Span, noun: Token) -> bool:
    """Tell "Chadian soldiers", "Chad soldiers" and "Chad's soldiers"."""
    return ent.root.head == noun and ent.root.dep_ in {"amod", "compound", "nmod:poss"}


def _follows_of(ent: Span, noun: Token) -> bool:
    """Tell "soldiers of Chad" from "soldiers in Chad", who may be another's."""
    is_phrase = ent.root.head == noun and ent.root.dep_ == "nmod"
    return is_phrase and any(child.lower_ == "of" for child in ent.root.children)


def _is_people_right_before(ent: Span, noun: Token) -> bool:
    """Tell "Chadian soldiers" where the parse hung the two elsewhere."""
    return ent.label_ == "NORP" and ent.start <= noun.i - 1 < ent.end


def _loses(ent: Span, noun: Token) -> bool:
    """Tell "Chad lost 20 soldiers": what somebody loses was their own."""
    if noun.dep_ != "obj" or noun.head.lemma_ != "lose":
        return False
    return ent.root.head == noun.head and ent.root.dep_ == "nsubj"


# The surest first: a sentence may name others beside the owner.
_OWNERSHIPS = (
    _is_counted_itself,
    _modifies,
    _follows_of,
    _is_people_right_before,
    _loses,
)


def _argument(ent: Span) -> Argument:
    """Return a name with what stands before it in capitals: "North" Korean."""
    name = ent
    while name.start > ent.sent.start and _is_of_name(ent.doc[name.start - 1], ent):
        name = ent.doc[name.start - 1 : ent.end]
    return phrase_argument(name, ent.root)


def _is_of_name(token: Token, ent: Span) -> bool:
    return token.is_title and token.pos_ in {"ADJ", "PROPN"} and token.head in ent

"""Figures: the numbers that an article gives, with what they count and whose."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg.extract.figures.amounts import Amount, amounts
from kg.extract.figures.units import Unit, casualty_of, unit_of
from kg.extract.findings import Argument, FoundFigure
from kg.extract.spans import to_span, trimmed
from kg.extract.times.context import is_time
from kg.extract.times.grammar import expressions
from kg.intervals import Intervals
from kg.records import Bound

# Names of the people, states and bodies whose things are counted.
_OWNER_LABELS = frozenset({"NORP", "ORG", "LOC", "PERSON"})
_DIED_UNITS = frozenset({"killed", "wounded", "arrested", "abducted", "captured"})


def figures(doc: Doc) -> Iterator[FoundFigure]:
    """Yield the numbers that an article gives, with their units, in text order.

    "some 8,000 North Korean soldiers" yields 8000, about, troops, of "North Korean";
    "killing an officer" one killed. Dates, ages, durations, scores and numbers in
    names are no figures. Needs names and a dependency parse.
    """
    owners = [ent for ent in doc.ents if ent.label_ in _OWNER_LABELS]
    found = [*_numbers(doc, owners), *_single_casualties(doc, owners)]
    yield from sorted(found, key=lambda figure: (figure.evidence.start, _at(figure)))


def _at(figure: FoundFigure) -> int:
    return figure.phrase.start if figure.phrase else figure.evidence.start


def _numbers(doc: Doc, owners: Sequence[Span]) -> Iterator[FoundFigure]:
    text = doc.text  # spaCy joins all tokens at each look
    dated = (one for one in expressions(text) if is_time(doc, one))
    taken = Intervals((one.start, one.end) for one in dated)
    pairs: list[tuple[Amount, Unit | None]] = []
    for amount in amounts(text):
        span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
        if span is not None and not taken.over(amount.start, amount.end):
            pairs.append((amount, unit_of(span, amount)))
    for at, (amount, unit) in enumerate(pairs):
        if unit is None and amount.is_linked and at + 1 < len(pairs):
            unit = pairs[at + 1][1]
        if unit is not None:
            yield _figure(doc, amount, unit, owners)


def _figure(
    doc: Doc, amount: Amount, unit: Unit, owners: Sequence[Span]
) -> FoundFigure:
    number = doc.char_span(
        amount.phrase_start, amount.phrase_end, alignment_mode="expand"
    )
    if number is None:
        raise ValueError(f"no tokens at {amount.start}:{amount.end} of the article")
    last = (
        max(number.end, unit.last.i + 1) if unit.last.i >= number.start else number.end
    )
    phrase = doc[number.start : last]
    return FoundFigure(
        value=amount.value,
        bound=amount.bound,
        unit=unit.name,
        of=_owner(unit.noun, owners) if unit.noun is not None else None,
        phrase=to_span(phrase),
        evidence=to_span(trimmed(number.sent)),
    )


def _single_casualties(doc: Doc, owners: Sequence[Span]) -> Iterator[FoundFigure]:
    """Yield "killing a police officer" as one killed."""
    for token in doc:
        if token.pos_ != "NOUN" or "Sing" not in token.morph.get("Number", []):
            continue
        article = next(
            (one for one in token.children if one.lower_ in {"a", "an"}), None
        )
        if article is None or casualty_of(token) not in _DIED_UNITS:
            continue
        bound: Bound = "exact"
        yield FoundFigure(
            value=1,
            bound=bound,
            unit=casualty_of(token) or "",
            of=_owner(token, owners),
            phrase=to_span(doc[article.i : token.i + 1]),
            evidence=to_span(trimmed(token.sent)),
        )


def _owner(noun: Token, owners: Sequence[Span]) -> Argument | None:
    """Return the name whose things a noun counts: "North Korean" of "soldiers"."""
    sent = noun.sent
    first, last = (
        bisect_left(owners, place, key=lambda ent: ent.start)
        for place in (sent.start, sent.end)
    )
    names = owners[first:last]
    if own := [ent for ent in names if noun in ent]:
        return _argument(own[0])
    for ent in names:
        if ent.root.head == noun and ent.root.dep_ in {"amod", "compound", "nmod:poss"}:
            return _argument(ent)
    for ent in names:
        if ent.root.head == noun and ent.root.dep_ == "nmod" and _has_of(ent.root):
            return _argument(ent)
    for ent in names:
        if ent.start <= noun.i - 1 < ent.end and ent.label_ == "NORP":
            return _argument(ent)
    if noun.dep_ == "obj" and noun.head.lemma_ == "lose":
        return next((_argument(e) for e in names if _is_subject(e, noun.head)), None)
    return None


def _has_of(token: Token) -> bool:
    return any(child.lower_ == "of" for child in token.children)


def _is_subject(ent: Span, verb: Token) -> bool:
    return ent.root.head == verb and ent.root.dep_ == "nsubj"


def _argument(ent: Span) -> Argument:
    """Return a name with what stands before it in capitals: "North" Korean."""
    name = ent
    while name.start > ent.sent.start and _is_of_name(ent.doc[name.start - 1], ent):
        name = ent.doc[name.start - 1 : ent.end]
    return Argument(
        start=name.start_char, end=name.end_char, text=name.text, head=ent.root.idx
    )


def _is_of_name(token: Token, ent: Span) -> bool:
    return token.is_title and token.pos_ in {"ADJ", "PROPN"} and token.head in ent

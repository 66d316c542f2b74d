"""What an article's figures are of: whose, and of which happening, where and when."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.extract.figures.claims import is_no_news
from kg.extract.findings import FoundFigure
from kg.records import Event, Figure, When
from kg.resolve.article.entities import Resolved


@dataclass
class _Happening:
    """One happening that figures tell of; what they say of it adds up."""

    place: str | None = None
    when: When | None = None

    def takes(self, place: str | None, when: When | None) -> bool:
        """Tell whether neither place nor time tells this happening from another."""
        if place and self.place and place != self.place:
            return False
        # "This week" and "on Tuesday" need not tell of the same.
        return when is None or self.when is None or _is_same(when, self.when)

    def is_past(self, published: date | None) -> bool:
        """Tell whether an article only looks back at it: long ago, or all of 2018."""
        if self.when is None or published is None:
            return False
        return is_no_news(self.when, published)

    def learn(self, place: str | None, when: When | None) -> None:
        self.place = self.place or place
        self.when = self.when or when


def figure_records(
    found: Iterable[FoundFigure],
    events: Sequence[Event],
    statement_at: Callable[[int], str | None],
    resolved: Resolved,
    published: date | None,
) -> Iterator[Figure]:
    """Resolve an article's figures, in text order.

    What happened to people goes on in the sentences after it: in "A blast killed 12 in
    Oslo on Monday. Police said 15 died" both are of Oslo and that Monday. A sentence
    that names another place or time tells of another happening; one of long ago is
    looked back at, and the next sentence goes on with the news.
    """
    triggers = {
        trigger.start: event
        for event in events
        for trigger in (event.trigger, *(each.trigger for each in event.others))
    }
    last = _lead(events, published)
    happenings = [last]
    placed: list[tuple[FoundFigure, _Happening]] = []
    for figure in found:
        told = _told(figure, triggers, resolved)
        # Of what happened to people the unit tells; what they do may be anything.
        if figure.claim.deed == figure.unit:
            told = _joined(told, last, happenings, published)
            last = last if told.is_past(published) else told
        placed.append((figure, told))
    given_up = {_same(*each) for each in placed if each[0].claim.is_former}
    for figure, told in placed:
        is_former = _same(figure, told) in given_up
        yield _record(figure, told, statement_at, resolved, is_former=is_former)


def _same(figure: FoundFigure, told: _Happening) -> Hashable:
    """Return what is the same of a figure wherever an article repeats it."""
    return figure.unit, figure.claim.counted, figure.value, id(told)


def _lead(events: Sequence[Event], published: date | None) -> _Happening:
    """Return the first event with a place and a day, which is the news itself."""
    for event in events:
        told = _Happening(event.place, event.when)
        if event.place and event.when and not told.is_past(published):
            return told
    return _Happening()


def _told(
    figure: FoundFigure, triggers: dict[int, Event], resolved: Resolved
) -> _Happening:
    """Return the place and time that a figure's own clause and its event give."""
    claim = figure.claim
    places = resolved.at(claim.place) if claim.place is not None else ()
    told = _Happening(next(iter(places), None), claim.when)
    for event in filter(None, map(triggers.get, claim.predicates)):
        told.learn(event.place, event.when)
    return told


def _joined(
    told: _Happening,
    last: _Happening,
    happenings: list[_Happening],
    published: date | None,
) -> _Happening:
    """Return the happening that is told of: the last one that fits, else a new one."""
    is_past = told.is_past(published)
    for known in (last, *happenings):
        is_of_its_time = known.is_past(published) == is_past
        if is_of_its_time and known.takes(told.place, told.when):
            known.learn(told.place, told.when)
            break
    else:
        known = told
        happenings.append(known)
    return known


def _record(
    figure: FoundFigure,
    told: _Happening,
    statement_at: Callable[[int], str | None],
    resolved: Resolved,
    *,
    is_former: bool,
) -> Figure:
    of = resolved.at(figure.of) if figure.of else ()
    claim = figure.claim
    return Figure(
        value=figure.value,
        bound=figure.bound,
        unit=figure.unit,
        of=of[0] if of else None,
        counted=claim.counted,
        deed=claim.deed,
        place=told.place,
        when=told.when,
        part=claim.is_part,
        former=is_former,
        # Its sentence may begin before the statement that gives the figure.
        statement=statement_at((figure.phrase or figure.evidence).start),
        phrase=figure.phrase,
        evidence=figure.evidence,
    )


def _is_same(one: When, other: When) -> bool:
    return (one.from_, one.to) == (other.from_, other.to)

"""Which happening a figure is of, from hand-made findings."""

from datetime import date

import msgspec

from kg.extract.findings import Argument, Claim, FoundFigure
from kg.records import Event, Span, When
from kg.resolve.article.counts import figure_records

PUBLISHED = date(2024, 3, 6)


class Places:
    """Resolves a place to its text."""

    def at(self, argument):
        return (f"Location:{argument.text.lower()}",)


def day(of_month: int, month: int = 3) -> When:
    on = date(2024, month, of_month)
    return When(from_=on, to=on, basis="explicit")


def killed(value: int, start: int, place: str | None = None, **claim) -> FoundFigure:
    evidence = Span(start=start, end=start + 9, text="9 killed.")
    argument = Argument(start=0, end=4, text=place, head=0) if place else None
    return FoundFigure(
        value=value,
        bound="exact",
        unit="killed",
        of=None,
        evidence=evidence,
        claim=Claim(counted="people", deed="killed", place=argument, **claim),
    )


def bombing(start: int, place: str, when: When) -> Event:
    span = Span(start=start, end=start + 4, text="bomb")
    return Event(
        id="e",
        type="ASSAULT",
        mode=None,
        trigger=span,
        actors=(),
        recipients=(),
        place=place,
        when=when,
        factuality="actual",
        statement=None,
        evidence=span,
    )


def read(*figures, events=()):
    found = figure_records(figures, events, lambda _: None, Places(), PUBLISHED)
    return [(each.value, each.place, each.when, each.former) for each in found]


def test_figure_records_go_on_with_the_place_and_day_of_the_news():
    oslo = "Location:oslo"
    told = read(killed(12, 0, "Oslo", when=day(4)), killed(15, 50))
    assert told == [(12, oslo, day(4), False), (15, oslo, day(4), False)]


def test_figure_records_of_another_place_are_of_another_happening():
    told = read(killed(12, 0, "Oslo"), killed(9, 50, "Lima"), killed(8, 90, "Oslo"))
    assert [place for _, place, _, _ in told] == [
        "Location:oslo",
        "Location:lima",
        "Location:oslo",
    ]


def test_figure_records_come_back_from_what_was_long_ago():
    told = read(
        killed(12, 0, when=day(4)), killed(30, 50, when=day(2, 1)), killed(15, 90)
    )
    assert [when for _, _, when, _ in told] == [day(4), day(2, 1), day(4)]


def test_figure_records_have_place_and_day_of_the_event_that_they_hang_on():
    event = bombing(40, "Location:oslo", day(4))
    told = read(killed(12, 30, predicates=(40,)), events=[event])
    assert told == [(12, "Location:oslo", day(4), False)]


def test_figure_records_take_the_first_event_for_the_news():
    event = bombing(0, "Location:oslo", day(4))
    told = read(killed(5, 30, "Lima", when=day(1)), killed(12, 60), events=[event])
    assert [place for _, place, _, _ in told] == ["Location:lima", "Location:lima"]
    told = read(killed(12, 60), events=[event])
    assert told == [(12, "Location:oslo", day(4), False)]


def test_figure_records_give_up_a_number_wherever_it_is_told():
    told = read(killed(5, 0), killed(5, 50, is_former=True), killed(6, 50))
    assert [former for *_, former in told] == [True, True, False]


def test_figure_records_of_what_people_do_keep_their_own_place():
    march = killed(90, 50)
    claim = msgspec.structs.replace(march.claim, deed="march")
    march = msgspec.structs.replace(march, unit="people", claim=claim)
    told = read(killed(12, 0, "Oslo"), march)
    assert told[1] == (90, None, None, False)

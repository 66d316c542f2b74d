"""What the extractors find, apart from their records' fields."""

from kg.extract.findings import FoundStatement, reported_places
from kg.records import Span


def statement(start, end, **found):
    place = Span(start=start, end=end, text="")
    return FoundStatement(
        form="indirect",
        kind="speech",
        certainty=None,
        source=None,
        sources=(),
        cue=None,
        content=(place,),
        addressees=(),
        said=None,
        negated=False,
        evidence=place,
        **found,
    )


def test_reported_places_leave_out_what_the_issuer_of_a_text_says():
    found = reported_places([statement(0, 5), statement(5, 9, is_paragraph=True)])
    assert [bool(found.at(place)) for place in (4, 5)] == [True, False]

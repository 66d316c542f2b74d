"""Which statements share an occasion, and the day that it gives them."""

from datetime import date

import msgspec
import pytest

from kg.extract.findings import Findings, FoundStatement
from kg.records import Article, Event, Span, Statement, When
from kg.resolve.article.occasions import dated
from kg.resolve.article.tellings import Meeting

PUBLISHED = date(2024, 11, 6)
ADA, BO = "Person:ada", "Person:bo"
# Sentences of ten characters, each a paragraph but the second.
TEXT = "Aaaa bbbb. Cccc dddd." + 18 * "\n\nEeee ffff."
STARTS = (0, 11, *range(23, 23 + 18 * 12, 12))


def span(at, length=10):
    start = STARTS[at]
    return Span(start=start, end=start + length, text=TEXT[start : start + length])


def when(at, day="2024-11-04", *, last=None):
    """Return a time at the end of a sentence, behind what is said."""
    start = STARTS[at] + 8
    return When(
        from_=date.fromisoformat(day),
        to=date.fromisoformat(last or day),
        text=TEXT[start : start + 1],
        start=start,
        end=start + 1,
        basis="relative",
    )


def said(  # noqa: PLR0913
    at,
    speaker=ADA,
    *,
    day=None,
    kind="speech",
    source=None,
    published=PUBLISHED,
    **found,
):
    """Return a statement in a sentence, and as it was found."""
    article = (
        When(from_=published, to=published, basis="inferred") if published else None
    )
    shared = {
        "form": "indirect",
        "kind": kind,
        "certainty": None,
        "source": Span(start=0, end=1, text=source) if source else None,
        "cue": None,
        "content": (span(at, 4),),
        "said": day or article,
        "negated": False,
        "evidence": span(at),
    }
    statement = Statement(
        id=f"s{at}",
        speakers=(speaker,) if speaker else (),
        about=(),
        addressees=(),
        **shared,
    )
    return statement, FoundStatement(sources=(), addressees=(), **shared, **found)


def read(*pairs, events=(), times=(), published=PUBLISHED, meetings=()):
    """Return the day and its basis of each statement."""
    findings = Findings(
        article=Article(id="a", text=TEXT, published=published),
        candidates=(),
        statements=tuple(found for _, found in pairs),
        events=(),
        relations=(),
        figures=(),
        times=tuple(times),
    )
    statements = dated([each for each, _ in pairs], events, findings, meetings)
    return [
        (x.said.from_.isoformat()[5:] if x.said else None, x.said_basis)
        for x in statements
    ]


MONDAY = ("11-04", "stated")
THEN = ("11-04", "occasion")
UNKNOWN = ("11-06", "article")


def test_dated_carries_the_day_on_and_back():
    pairs = [said(0), said(1, day=when(1)), said(2)]
    assert read(*pairs) == [THEN, MONDAY, THEN]


def test_dated_takes_the_expression_of_the_day_along():
    pairs = [said(0, day=when(0)), said(1)]
    findings = Findings(
        article=Article(id="a", text=TEXT, published=PUBLISHED),
        candidates=(),
        statements=tuple(found for _, found in pairs),
        events=(),
        relations=(),
        figures=(),
        times=(),
    )
    assert dated([each for each, _ in pairs], (), findings)[1].said == when(0)


def test_dated_carries_on_from_what_it_dated():
    # Sixteen paragraphs after the day itself, eight after the one before.
    pairs = [said(0, day=when(0)), said(9), said(17)]
    assert read(*pairs) == [MONDAY, THEN, THEN]
    assert read(pairs[0], pairs[2]) == [MONDAY, UNKNOWN]


def test_dated_knows_who_is_no_entity_by_the_words():
    pairs = [
        said(0, None, day=when(0), source="the council"),
        said(1, None, source="The council"),
        said(2, None, source="A witness"),
    ]
    assert read(*pairs) == [MONDAY, THEN, UNKNOWN]


@pytest.mark.parametrize(("source", "expected"), [("she", THEN), (None, UNKNOWN)])
def test_dated_lets_a_pronoun_go_on_with_the_statement_before(source, expected):
    pairs = [said(0, day=when(0)), said(1, None, source=source)]
    assert read(*pairs)[1] == expected


def test_dated_takes_no_day_on_from_a_pronoun_that_means_nobody():
    pairs = [said(0), said(1, None, source="they", day=when(1))]
    assert read(*pairs) == [UNKNOWN, MONDAY]


@pytest.mark.parametrize(("day", "expected"), [("2024-11-05", UNKNOWN), (None, THEN)])
def test_dated_takes_up_no_one_of_two_reports(day, expected):
    times = [when(0)]
    if day:
        times.append(msgspec.structs.replace(when(0, day), start=9, end=10))
    pairs = [
        said(0, day=when(0), setting="document"),
        said(2, None, source="the researchers"),
    ]
    assert read(*pairs, times=times)[1] == expected


@pytest.mark.parametrize(
    ("at", "expected"), [(1, [UNKNOWN, THEN, THEN]), (0, [THEN, THEN, THEN])]
)
def test_dated_goes_on_from_an_event_and_never_back(at, expected):
    pairs = [said(each, occasion=when(at) if each == at else None) for each in range(3)]
    assert read(*pairs) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    # A later day between them, none, an earlier one, one still to come.
    [("11-05", UNKNOWN), ("11-04", THEN), ("11-01", THEN), ("11-08", THEN)],
)
def test_dated_leaves_a_meeting_when_the_article_tells_of_later(day, expected):
    between = when(2, f"2024-{day}")
    assert read(said(3), times=[between], meetings=[met(ADA)]) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [("the report", THEN), ("a report", UNKNOWN), ("the ministry", UNKNOWN)],
)
def test_dated_takes_up_the_document_told_of_before(source, expected):
    pairs = [
        said(0, ADA, day=when(0), setting="document"),
        said(1, BO, source=source, setting="document"),
    ]
    assert read(*pairs)[1] == expected


@pytest.mark.parametrize(
    "other",
    [
        said(1, BO),
        said(1, None),
        said(1, is_apart=True),
        said(1, kind="belief"),
        said(1, setting="interview"),
    ],
)
def test_dated_leaves_out_what_is_of_another_occasion(other):
    assert read(said(0, day=when(0)), other)[1] == UNKNOWN


@pytest.mark.parametrize(
    ("source", "expected"), [("the statement", THEN), ("she", UNKNOWN)]
)
def test_dated_takes_a_document_up_under_another_name(source, expected):
    # "told the press on Monday ... The statement also said"
    pairs = [
        said(0, day=when(0), setting="briefing"),
        said(1, source=source, setting="document"),
    ]
    assert read(*pairs)[1] == expected


@pytest.mark.parametrize(
    ("told", "other", "expected"),
    [
        (None, "post", THEN),
        ("talks", None, THEN),
        ("talks", "talks", THEN),
        ("talks", "post", UNKNOWN),
    ],
)
def test_dated_keeps_settings_apart(told, other, expected):
    pairs = [said(0, day=when(0), setting=told), said(1, setting=other)]
    assert read(*pairs)[1] == expected


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2024-10-01", None),  # too long ago
        ("2024-11-07", None),  # after the article
        ("2024-11-01", "2024-11-06"),  # no day
    ],
)
def test_dated_carries_recent_days_alone(day, last):
    pairs = [said(0, day=when(0, day, last=last)), said(1)]
    assert read(*pairs)[1] == UNKNOWN


def test_dated_leaves_a_sentence_with_another_day():
    tuesday = when(1, "2024-11-05")
    pairs = [said(0, day=when(0)), said(1)]
    assert read(*pairs, times=[when(0), tuesday])[1] == UNKNOWN


def test_dated_takes_no_day_from_a_statement_within_a_statement():
    # "As I said on Monday" of a speech says nothing of the speech's day.
    inner, found = said(1, day=when(1))
    inner = msgspec.structs.replace(inner, cue=span(0, 2))
    assert read(said(0), (inner, found), said(2)) == [UNKNOWN, MONDAY, UNKNOWN]


def test_dated_takes_no_day_from_what_is_said():
    inside = When(
        from_=date(2024, 11, 4),
        to=date(2024, 11, 4),
        text="a",
        start=1,
        end=2,
        basis="relative",
    )
    outer, found = said(0)
    pairs = [(outer, found), said(1, day=inside)]
    assert read(*pairs)[0] == UNKNOWN


@pytest.mark.parametrize(
    ("type_", "factuality", "statement", "expected"),
    [
        ("CONSULT", "actual", None, THEN),
        ("ASSAULT", "actual", None, UNKNOWN),
        ("CONSULT", "hypothetical", None, UNKNOWN),
        ("CONSULT", "actual", "s1", UNKNOWN),
    ],
)
def test_dated_takes_the_day_of_an_event_at_which_people_speak(
    type_, factuality, statement, expected
):
    meeting = Event(
        id="e",
        type=type_,
        mode=None,
        trigger=span(0, 4),
        actors=(ADA,),
        recipients=(BO,),
        place=None,
        when=when(0),
        factuality=factuality,
        statement=statement,
        evidence=span(0),
    )
    assert read(said(1), events=[meeting]) == [expected]
    assert read(said(1, BO), events=[meeting]) == [UNKNOWN]


def met(*parties, day="2024-11-04", last=None):
    return Meeting(when(0, day, last=last), parties, span(0))


@pytest.mark.parametrize(
    ("day", "last", "expected"),
    [
        ("2024-11-04", None, ("11-04", "occasion")),
        # Reports of a meeting come later than those of a talk, and it may take days.
        ("2024-10-14", "2024-10-16", ("10-14", "occasion")),
        ("2024-09-04", None, UNKNOWN),
    ],
)
def test_dated_takes_the_day_of_a_meeting_of_who_speaks(day, last, expected):
    meeting = met(ADA, BO, day=day, last=last)
    assert read(said(1), said(2, BO), meetings=[meeting]) == [expected, expected]
    assert read(said(1, "Person:eve"), meetings=[meeting]) == [UNKNOWN]


def test_dated_takes_what_two_say_together_after_one_of_them_spoke():
    both, found = said(2)
    both = msgspec.structs.replace(both, speakers=(ADA, BO))
    days = read(said(1), (both, found), meetings=[met(ADA, BO)])
    assert days == [THEN, THEN]


def test_dated_leaves_the_paragraphs_of_a_signed_text_to_their_article():
    paragraph, found = said(1, is_paragraph=True)
    paragraph = msgspec.structs.replace(paragraph, content=(paragraph.evidence,))
    inner, found_inner = (
        msgspec.structs.replace(each, cue=span(1, 2), content=(span(2),))
        for each in said(1)
    )
    pairs = [(paragraph, found), (inner, found_inner)]
    assert read(*pairs, meetings=[met(ADA)]) == [UNKNOWN, THEN]


def test_dated_of_an_undated_article_knows_only_what_the_text_gives():
    pairs = [said(0, published=None), said(1, BO, day=when(1), published=None)]
    assert read(*pairs, published=None) == [(None, None), MONDAY]
    pairs = [said(0, day=when(0), published=None), said(1, published=None)]
    assert read(*pairs, published=None) == [MONDAY, THEN]


@pytest.mark.parametrize(
    ("last", "basis"), [("2024-10-31", "occasion"), ("2024-11-06", "article")]
)
def test_dated_shares_a_month_within_one_sentence(last, basis):
    told, found = said(0, day=when(0, "2024-10-01", last=last))
    other = said(0)
    days = read((told, found), other, times=[told.said])
    assert days[1][1] == basis

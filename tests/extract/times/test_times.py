"""Times: what is one, which days it names, and what stays out."""

from datetime import date

import pytest

from kg.extract.times.times import times

FRIDAY = date(2024, 11, 1)

# sentence, expression, first day, last day; article published on 2024-11-01
EXPLICIT = [
    ("It began on November 1 , 2024 .", "November 1, 2024", "2024-11-01", "2024-11-01"),
    ("It began on Nov. 1 , 2023 .", "Nov. 1, 2023", "2023-11-01", "2023-11-01"),
    ("It began on 1 November 2023 .", "1 November 2023", "2023-11-01", "2023-11-01"),
    (
        "It began on the 1st of May 2023 .",
        "1st of May 2023",
        "2023-05-01",
        "2023-05-01",
    ),
    ("Posted 2024-10-31 here .", "2024-10-31", "2024-10-31", "2024-10-31"),
    ("Posted 31/10/2024 here .", "31/10/2024", "2024-10-31", "2024-10-31"),
    ("Posted 10/31/2024 here .", "10/31/2024", "2024-10-31", "2024-10-31"),
    ("Posted 01.11.2024 here .", "01.11.2024", "2024-11-01", "2024-11-01"),
    ("It began in October 2022 .", "October 2022", "2022-10-01", "2022-10-31"),
    ("It began in 2022 .", "2022", "2022-01-01", "2022-12-31"),
    ("the 2022 invasion of it .", "2022", "2022-01-01", "2022-12-31"),
    ("It grew in the 1990s .", "1990s", "1990-01-01", "1999-12-31"),
    ("the summer of 2023 was hot", "summer of 2023", "2023-06-01", "2023-08-31"),
    ("the winter of 2023 was hot", "winter of 2023", "2023-12-01", "2024-02-29"),
    ("It fell in mid-2023 .", "mid-2023", "2023-05-01", "2023-08-31"),
    ("It fell in late 2023 .", "late 2023", "2023-09-01", "2023-12-31"),
    ("from 3 to 5 June 2022 they met", "3 to 5 June 2022", "2022-06-03", "2022-06-05"),
    (
        "the third quarter of 2022 .",
        "third quarter of 2022",
        "2022-07-01",
        "2022-09-30",
    ),
    ("from 2014 to 2016 it rose", "2014 to 2016", "2014-01-01", "2016-12-31"),
    ("March to May 2022 were dry", "March to May 2022", "2022-03-01", "2022-05-31"),
    ("in the 19th century .", "19th century", "1800-01-01", "1899-12-31"),
    ("after the 9/11 attacks .", "9/11", "2001-09-11", "2001-09-11"),
]
RELATIVE = [
    ("It began on October 28 .", "October 28", "2024-10-28", "2024-10-28"),
    ("It began on 28 October .", "28 October", "2024-10-28", "2024-10-28"),
    ("It began in October .", "October", "2024-10-01", "2024-10-31"),
    ("It began in early October .", "early October", "2024-10-01", "2024-10-11"),
    ("He came Thursday .", "Thursday", "2024-10-31", "2024-10-31"),
    ("He came on Friday night .", "Friday night", "2024-11-01", "2024-11-01"),
    ("He came last Friday .", "last Friday", "2024-10-25", "2024-10-25"),
    ("He comes next Friday .", "next Friday", "2024-11-08", "2024-11-08"),
    ("He came today .", "today", "2024-11-01", "2024-11-01"),
    ("He came yesterday .", "yesterday", "2024-10-31", "2024-10-31"),
    ("He comes tomorrow .", "tomorrow", "2024-11-02", "2024-11-02"),
    ("He came this week .", "this week", "2024-10-28", "2024-11-03"),
    ("He came last month .", "last month", "2024-10-01", "2024-10-31"),
    ("He came last year .", "last year", "2023-01-01", "2023-12-31"),
    ("Earlier this year he came .", "Earlier this year", "2024-01-01", "2024-11-01"),
    ("He came this summer .", "this summer", "2024-06-01", "2024-08-31"),
    ("He came in the summer .", "summer", "2024-06-01", "2024-08-31"),
    ("He came three days ago .", "three days ago", "2024-10-29", "2024-10-29"),
    ("the past two weeks", "the past two weeks", "2024-10-19", "2024-11-01"),
    ("between March and May it fell", "March and May", "2024-03-01", "2024-05-31"),
    ("in the last year it fell", "the last year", "2023-11-02", "2024-11-01"),
    ("late last year it fell", "late last year", "2023-09-01", "2023-12-31"),
    ("earlier in the week .", "earlier in the week", "2024-10-28", "2024-11-01"),
]
NOT_TIMES = [
    "He may go .",
    "They March on .",
    "The Sun rose .",
    "a 34-year-old man",
    "call 555 2022 now",
    "Resolution 1701 holds",
    "about 1500 came",
    "the two-year war",
    "for three weeks",
    "the second one",
    "the day was long",
    "every Friday they pray",
    "the KN-2023 missile",
    "a fall of prices",
    "at 2000 they left",
    "$ 2000 was paid",
    "in 490 BC",
    "in recent days",
    "February 30 is no day",
    "over 5,2022 of it",
    "a protest to May 's deal",
    "the last weekend of it",
    "the last two years of it",
]


def pairs(found):
    return [(one.text, one.from_.isoformat(), one.to.isoformat()) for one in found]


@pytest.mark.parametrize(("sentence", "text", "first", "last"), EXPLICIT)
def test_times_explicit_gives_days_without_publication(
    make_doc, sentence, text, first, last
):
    found = list(times(make_doc(sentence), None))
    assert pairs(found) == [(text, first, last)]
    assert found[0].basis == "explicit"


@pytest.mark.parametrize(("sentence", "text", "first", "last"), RELATIVE)
def test_times_relative_counts_from_publication(make_doc, sentence, text, first, last):
    found = list(times(make_doc(sentence), FRIDAY))
    assert pairs(found) == [(text, first, last)]
    assert found[0].basis == "relative"


@pytest.mark.parametrize(("sentence", "text", "first", "last"), RELATIVE)
def test_times_relative_without_publication_has_no_days(
    make_doc, sentence, text, first, last
):
    assert list(times(make_doc(sentence), None)) == []


@pytest.mark.parametrize("sentence", NOT_TIMES)
def test_times_leaves_out_what_is_no_time(make_doc, sentence):
    assert list(times(make_doc(sentence), FRIDAY)) == []


@pytest.mark.parametrize(("word", "tag"), [("troops", "NOUN"), ("Main", "PROPN")])
def test_times_four_digits_that_count_are_no_year(make_doc, word, tag):
    doc = make_doc(["2000", word], pos=["NUM", tag], morphs=["", "Number=Plur"])
    assert list(times(doc, FRIDAY)) == []


def test_times_month_of_a_past_clause_is_never_ahead(make_doc):
    doc = make_doc(
        "It/1/nsubj/O/PRON began/1/ROOT/O/VERB in/3/case/O/ADP December/1/obl/O/PROPN",
        morphs=["", "Tense=Past|VerbForm=Fin", "", ""],
    )
    assert pairs(times(doc, FRIDAY)) == [("December", "2023-12-01", "2023-12-31")]


@pytest.mark.parametrize(
    ("verb", "day"),
    [
        ("met/2/ROOT/O/VERB", "2024-10-31"),
        ("will/2/aux/O/AUX", "2024-11-07"),
    ],
)
def test_times_weekday_follows_the_tense(make_doc, verb, day):
    before = verb if verb.startswith("will") else "they/2/nsubj/O/PRON"
    sentence = f"They/2/nsubj/O/PRON {before} meet/2/ROOT/O/VERB Thursday/2/obl/O/PROPN"
    doc = make_doc(sentence, morphs=["", "", tense(before), ""])
    assert [one.from_.isoformat() for one in times(doc, FRIDAY)] == [day]


def tense(before):
    return "VerbForm=Inf" if before.startswith("will") else "Tense=Past|VerbForm=Fin"


def test_times_scheduled_month_lies_ahead(make_doc):
    doc = make_doc("the summit scheduled for December in Rome")
    assert pairs(times(doc, FRIDAY)) == [("December", "2024-12-01", "2024-12-31")]


def test_times_same_day_is_the_date_before(make_doc):
    doc = make_doc("On October 28 he came . The same day she left .")
    assert [one.from_ for one in times(doc, FRIDAY)] == [date(2024, 10, 28)] * 2


def test_times_same_day_without_a_date_before_is_left_out(make_doc):
    assert list(times(make_doc("The same day she left ."), FRIDAY)) == []


def test_times_next_day_follows_the_date_before(make_doc):
    doc = make_doc("He came on 5 May 2021 and left the next day .")
    assert pairs(times(doc, None))[1] == ("the next day", "2021-05-06", "2021-05-06")


def test_times_count_the_next_morning_from_the_day_told_before(make_doc):
    doc = make_doc("He came on 5 May 2021 and left the next morning .")
    assert pairs(times(doc, None))[1] == (
        "the next morning",
        "2021-05-06",
        "2021-05-06",
    )


def test_times_day_without_year_takes_the_year_told_before(make_doc):
    doc = make_doc("War began on 5 May 1940 . On 10 June they came .")
    assert pairs(times(doc, None))[1] == ("10 June", "1940-06-10", "1940-06-10")


def test_times_recent_day_ignores_an_old_year_before(make_doc):
    doc = make_doc("War began in February 2022 . On October 28 NATO confirmed it .")
    assert pairs(times(doc, FRIDAY))[1] == ("October 28", "2024-10-28", "2024-10-28")


def test_times_ambiguous_numbers_follow_the_clear_ones(make_doc):
    doc = make_doc("Posted 25/12/2023 and 01/02/2024 here .")
    assert pairs(times(doc, None))[1] == ("01/02/2024", "2024-02-01", "2024-02-01")


def test_times_ambiguous_numbers_alone_are_left_out(make_doc):
    assert list(times(make_doc("Posted 01/02/2024 here ."), None)) == []


def test_times_ambiguous_numbers_cannot_lie_after_publication(make_doc):
    doc = make_doc("Posted 01/11/2024 here .")
    assert len(list(times(doc, FRIDAY))) == 0
    assert pairs(times(doc, date(2024, 2, 1))) == [
        ("01/11/2024", "2024-01-11", "2024-01-11")
    ]


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
def test_times_month_in_a_name_is_no_time(make_doc, label):
    doc = make_doc("April Jones spoke", ents=[f"B-{label}", f"I-{label}", "O"])
    assert list(times(doc, FRIDAY)) == []


def test_times_today_in_a_title_is_no_time(make_doc):
    assert (
        list(
            times(make_doc("in USA Today .", ents=["O", "B-ORG", "I-ORG", "O"]), FRIDAY)
        )
        == []
    )


def test_times_unjoined_weekdays_stay_two(make_doc):
    doc = make_doc("They met on Monday and Thursday .")
    assert [one.text for one in times(doc, FRIDAY)] == ["Monday", "Thursday"]


def test_times_spans_are_characters_of_the_text(make_doc):
    doc = make_doc("It began on Nov. 1 , 2023 , in Rome on Friday .")
    for one in times(doc, FRIDAY):
        assert doc.text[one.start : one.end] == one.text


def test_times_long_digits_take_no_time(make_doc):
    assert list(times(make_doc("2" * 20_000), FRIDAY)) == []

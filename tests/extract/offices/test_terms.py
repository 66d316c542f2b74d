"""Since when and until when an office is held, on hand-made docs."""

from datetime import date

import pytest

from kg.extract.offices.offices import offices
from kg.extract.offices.terms import Term, status_of
from kg.records import When


def year(doc, text, first, last=None):
    """Give the time that these words of a doc name: one year, or several."""
    start = doc.text.index(text)
    return When(
        from_=date(first, 1, 1),
        to=date(last or first, 12, 31),
        text=text,
        start=start,
        end=start + len(text),
        basis="explicit",
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("mayor", None),
        ("former mayor", "former"),
        ("then-mayor", "former"),
        ("acting mayor", "acting"),
        ("President-elect", "elect"),
        ("", None),
    ],
)
def test_status_of_reads_the_title(title, expected):
    assert status_of(title, Term()) == expected


@pytest.mark.parametrize(("day", "expected"), [(2, None), (3, "former")])
def test_status_of_an_office_that_ended_is_former(day, expected):
    term = Term(until=date(2019, 5, 2))
    assert status_of("mayor", term, date(2019, 5, day)) == expected


@pytest.mark.parametrize(
    ("before", "ends"),
    [
        ("since", (date(2015, 1, 1), None)),
        ("until", (None, date(2015, 12, 31))),
        ("in", (None, None)),
    ],
)
@pytest.mark.parametrize("hung", [3, 5])
def test_term_of_an_apposition(make_doc, before, ends, hung):
    """The parse may hang the year on whom the office serves."""
    doc = make_doc(
        "Quill/8/nsubj/B-PERSON/PROPN ,/3/punct/O/PUNCT the/3/det/O/DET"
        " mayor/0/appos/O/NOUN of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN"
        f" {before}/7/case/O/ADP 2015/{hung}/nmod/O/NUM left/8/ROOT/O/VERB",
        named=True,
    )
    [office] = offices(doc, [year(doc, "2015", 2015)])
    assert (office.since, office.until) == ends


@pytest.mark.parametrize(
    ("lemma", "ends"),
    [
        ("become", (date(2015, 1, 1), None)),
        ("resign", (None, date(2015, 12, 31))),
        ("serve", (None, None)),
    ],
)
def test_term_of_who_takes_or_leaves_an_office(make_doc, lemma, ends):
    doc = make_doc(
        f"Quill/1/nsubj/B-PERSON/PROPN {lemma}/1/ROOT/O/VERB as/3/case/O/ADP"
        " mayor/1/obl/O/NOUN of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN"
        " in/7/case/O/ADP 2015/1/obl/O/NUM",
        lemmas=["Quill", lemma, "as", "mayor", "of", "Bern", "in", "2015"],
        named=True,
    )
    [office] = offices(doc, [year(doc, "2015", 2015)])
    assert (office.since, office.until) == ends


def test_term_with_two_ends(make_doc):
    doc = make_doc(
        "Quill/1/nsubj/B-PERSON/PROPN serve/1/ROOT/O/VERB as/3/case/O/ADP"
        " mayor/1/obl/O/NOUN of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN"
        " from/7/case/O/ADP 2010/1/obl/O/NUM to/9/case/O/ADP 2014/7/nmod/O/NUM",
        lemmas=[
            *("Quill", "serve", "as", "mayor", "of", "Bern"),
            *("from", "2010", "to", "2014"),
        ],
        named=True,
    )
    [office] = offices(doc, [year(doc, "2010 to 2014", 2010, 2014)])
    assert (office.since, office.until) == (date(2010, 1, 1), date(2014, 12, 31))


def test_term_is_not_what_another_clause_tells(make_doc):
    doc = make_doc(
        "Quill/1/nsubj/B-PERSON/PROPN become/1/ROOT/O/VERB mayor/1/xcomp/O/NOUN"
        " of/4/case/O/ADP Bern/2/nmod/B-LOC/PROPN after/7/case/O/ADP"
        " 2010/7/compound/O/NUM election/1/obl/O/NOUN since/9/case/O/ADP"
        " 2009/10/obl/O/NUM planned/7/acl/O/VERB",
        lemmas=[
            *("Quill", "become", "mayor", "of", "Bern", "after", "2010", "election"),
            *("since", "2009", "plan"),
        ],
        named=True,
    )
    [office] = offices(doc, [year(doc, "2010", 2010), year(doc, "2009", 2009)])
    assert (office.since, office.until) == (None, None)

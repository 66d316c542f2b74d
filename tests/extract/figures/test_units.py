"""What a number counts."""

import pytest

from kg.extract.figures.amounts import amounts
from kg.extract.figures.units import noun_unit, unit_of


def unit(doc):
    """Give the unit of the first number of a doc."""
    amount = next(amounts(doc.text))
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    return unit_of(span, amount)


def name(doc):
    found = unit(doc)
    return found.name if found else None


PLURAL = "Number=Plur"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("20 dollars", "USD"),
        ("20 US dollars", "USD"),
        ("20 Canadian dollars", "CAD"),
        ("20 New Zealand dollars", "NZD"),
        ("20 Lunar dollars", None),
        ("£ 20 million", "GBP"),
    ],
)
def test_unit_of_money_goes_by_sign_and_nation(make_doc, words, expected):
    given = words.split()
    doc = make_doc(
        words,
        heads=[0] * len(given),
        pos=["NOUN"] * len(given),
        lemmas=[word.lower().removesuffix("s") for word in given],
    )
    assert name(doc) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("20 %", "percent"), ("20 per cent", "percent"), ("20 per day", None)],
)
def test_unit_of_a_share_is_percent(make_doc, words, expected):
    assert name(make_doc(words, heads=[0] * len(words.split()))) == expected


def test_unit_of_a_share_knows_what_it_is_of(make_doc):
    doc = make_doc(
        "20/1/nummod/O/NUM %/1/ROOT/O/SYM of/3/case/O/ADP voters/1/nmod/O/NOUN"
    )
    found = unit(doc)
    assert found is not None
    assert found.noun is not None
    assert found.noun.text == "voters"


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        ("20", "tanks", "tank"),
        ("20", "years", None),
        ("20", "ways", None),
        ("20", "soldiers", "troops"),
        ("1", "tanks", None),
    ],
)
def test_unit_of_a_counted_noun_is_its_normal_name(make_doc, number, noun, expected):
    doc = make_doc(
        f"{number}/1/nummod/O/NUM {noun}/1/ROOT/O/NOUN",
        morphs=["", PLURAL],
        lemmas=[number, noun.removesuffix("s")],
    )
    assert name(doc) == expected


@pytest.mark.parametrize(
    ("before", "number", "expected"),
    [("The", "two", None), ("The", "300", "bank"), ("Some", "two", "bank")],
)
def test_unit_of_a_few_known_things_is_none(make_doc, before, number, expected):
    doc = make_doc(
        f"{before}/2/det/O/DET {number}/2/nummod/O/NUM banks/2/ROOT/O/NOUN",
        morphs=["", "", PLURAL],
        lemmas=[before.lower(), number, "bank"],
    )
    assert name(doc) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30/0/ROOT/O/NUM of/3/case/O/ADP the/3/det/O/DET tanks/0/nmod/O/NOUN", "tank"),
        ("two/0/ROOT/O/NUM of/3/case/O/ADP the/3/det/O/DET night/0/nmod/O/NOUN", None),
    ],
)
def test_unit_of_numbers_of_something_needs_a_plural(make_doc, words, expected):
    morph = PLURAL if expected else ""
    assert name(make_doc(words, morphs=["", "", "", morph])) == expected


def test_unit_of_a_noun_that_the_parser_hung_elsewhere(make_doc):
    words = "met/0/ROOT/O/VERB 20/0/obl/O/NUM tanks/0/obj/O/NOUN"
    assert name(make_doc(words, morphs=["", "", PLURAL])) == "tank"
    assert name(make_doc(words, morphs=["", "", "Number=Sing"])) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("15/0/ROOT/O/NUM dead/0/amod/O/ADJ", "killed"),
        ("15/0/ROOT/O/NUM happy/0/amod/O/ADJ", None),
        ("wounded/0/ROOT/O/VERB 15/0/obj/O/NUM", "wounded"),
        ("met/0/ROOT/O/VERB 15/0/obj/O/NUM", None),
    ],
)
def test_unit_of_a_bare_number_is_what_happened(make_doc, words, expected):
    assert name(make_doc(words)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("death", "toll", "killed"), ("soup", "pot", None)],
)
def test_unit_of_a_bare_number_may_be_its_subjects(make_doc, first, second, expected):
    doc = make_doc(
        f"{first}/1/compound/O/NOUN {second}/2/nsubj/O/NOUN rose/2/ROOT/O/VERB "
        "to/4/case/O/ADP 45/2/obl/O/NUM"
    )
    assert name(doc) == expected


@pytest.mark.parametrize(("rate", "expected"), [("daily", "killed"), ("loudly", None)])
def test_unit_of_a_rate_is_its_subjects(make_doc, rate, expected):
    doc = make_doc(
        f"deaths/1/nsubj/O/NOUN averaged/1/ROOT/O/VERB 20/1/obj/O/NUM "
        f"{rate}/1/advmod/O/ADV",
        morphs=[PLURAL, "", "", ""],
        lemmas=["death", "average", "20", rate],
    )
    assert name(doc) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Channel/2/compound/O/PROPN 20/2/nummod/O/NUM vans/2/ROOT/O/NOUN", None),
        ("about/2/advmod/O/ADV 20/2/nummod/O/NUM vans/2/ROOT/O/NOUN", "van"),
    ],
)
def test_unit_of_a_number_in_a_name_is_none(make_doc, words, expected):
    assert name(make_doc(words, morphs=["", "", PLURAL])) == expected


@pytest.mark.parametrize("words", ["20 years", "one in 20", "per 20 heads"])
def test_unit_of_durations_and_rates_is_none(make_doc, words):
    doc = make_doc(words, heads=[0] * len(words.split()))
    amount = list(amounts(doc.text))[-1]
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    assert unit_of(span, amount) is None


@pytest.mark.parametrize(
    ("noun", "ent", "expected"),
    [
        ("Democrats", "B-ORG", "people"),
        ("soldiers", "O", "troops"),
        ("km", "O", "kilometre"),
        ("tanks", "O", "tank"),
    ],
)
def test_noun_unit_is_the_normal_name(make_doc, noun, ent, expected):
    assert noun_unit(make_doc([noun], ents=[ent])[0]) == expected

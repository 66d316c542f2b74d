"""Whether the clause around a time looks back or ahead."""

import pytest

from kg.extract.times.tense import direction

FRIDAY = "Friday/{head}/obl/O/PROPN"


def read(make_doc, words, morphs=None, lemmas=None):
    """Give the direction of "Friday", the last word."""
    count = len(words.split())
    doc = make_doc(
        words,
        morphs=[*morphs, *[""] * (count - len(morphs))] if morphs else None,
        lemmas=lemmas,
    )
    return direction(doc[count - 1 : count])


@pytest.mark.parametrize(
    ("auxiliary", "lemma", "expected"),
    [
        ("will", "will", "future"),
        ("could", "could", None),
        ("has", "have", "past"),
        ("does", "do", None),
    ],
)
def test_direction_reads_auxiliaries(make_doc, auxiliary, lemma, expected):
    words = f"Ada/2/nsubj/O/PROPN {auxiliary}/2/aux/O/AUX meet/2/ROOT/O/VERB "
    words += FRIDAY.format(head=2)
    lemmas = ["ada", lemma, "meet", "friday"]
    assert read(make_doc, words, lemmas=lemmas) == expected


def test_direction_of_a_modal_perfect_is_past(make_doc):
    words = (
        "Ada/3/nsubj/O/PROPN must/3/aux/O/AUX have/3/aux/O/AUX met/3/ROOT/O/VERB "
        + FRIDAY.format(head=3)
    )
    assert read(make_doc, words) == "past"


@pytest.mark.parametrize(
    ("morph", "expected"), [("Tense=Past", "past"), ("Tense=Pres", None)]
)
def test_direction_reads_the_tense(make_doc, morph, expected):
    words = f"Ada/1/nsubj/O/PROPN met/1/ROOT/O/VERB {FRIDAY.format(head=1)}"
    assert read(make_doc, words, morphs=["", morph]) == expected


@pytest.mark.parametrize(
    ("governor", "morph", "expected"),
    [
        ("hopes", "Tense=Pres", "future"),
        ("managed", "Tense=Past", "past"),
        ("manages", "Tense=Pres", None),
    ],
)
def test_direction_of_an_infinitive_is_its_governors(
    make_doc, governor, morph, expected
):
    words = (
        f"Ada/1/nsubj/O/PROPN {governor}/1/ROOT/O/VERB to/3/mark/O/PART "
        f"meet/1/xcomp/O/VERB {FRIDAY.format(head=3)}"
    )
    lemmas = ["ada", governor.rstrip("sd"), "to", "meet", "friday"]
    assert read(make_doc, words, ["", morph], lemmas) == expected


@pytest.mark.parametrize(
    ("auxiliary", "expected"), [("is/2/aux", "future"), ("ever/2/advmod", None)]
)
def test_direction_of_a_gerund_needs_be(make_doc, auxiliary, expected):
    words = f"Ada/2/nsubj/O/PROPN {auxiliary}/O/AUX meeting/2/ROOT/O/VERB "
    words += FRIDAY.format(head=2)
    lemmas = ["ada", "be" if expected else "ever", "meet", "friday"]
    assert read(make_doc, words, lemmas=lemmas) == expected


def test_direction_of_a_gerund_below_a_verb_is_that_verbs(make_doc):
    words = (
        "Ada/1/nsubj/O/PROPN left/1/ROOT/O/VERB meeting/1/advcl/O/VERB "
        + FRIDAY.format(head=2)
    )
    assert read(make_doc, words, ["", "Tense=Past"]) == "past"


@pytest.mark.parametrize(
    ("word", "expected"), [("scheduled", "future"), ("held", "past")]
)
def test_direction_takes_what_is_scheduled_for_ahead(make_doc, word, expected):
    words = f"talks/0/ROOT/O/NOUN {word}/0/acl/O/VERB {FRIDAY.format(head=1)}"
    morphs = ["", "Tense=Past|VerbForm=Part"]
    assert read(make_doc, words, morphs) == expected


@pytest.mark.parametrize(("verb", "expected"), [("predict", "future"), ("see", None)])
def test_direction_of_a_forecast_is_ahead(make_doc, verb, expected):
    words = f"They/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB {FRIDAY.format(head=1)}"
    assert read(make_doc, words) == expected


def test_direction_without_a_parse_reads_the_words_before(make_doc):
    upcoming, other = make_doc("the upcoming Friday"), make_doc("the rainy Friday")
    assert direction(upcoming[2:3]) == "future"
    assert direction(other[2:3]) is None


@pytest.mark.parametrize(
    ("verb", "stop", "expected"),
    [
        ("sits", "./1/punct/O/PUNCT", "future"),
        ("sits", "", None),
        ("says", "./1/punct/O/PUNCT", None),
    ],
)
def test_direction_of_a_schedule_is_ahead_but_in_headlines(
    make_doc, verb, stop, expected
):
    words = f"It/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB {FRIDAY.format(head=1)} {stop}"
    more = [""] * len(stop.split())
    morphs = ["", "Tense=Pres", "", *more]
    lemmas = ["it", verb.rstrip("s"), "friday", *more]
    doc = make_doc(words, morphs=morphs, lemmas=lemmas)
    assert direction(doc[2:3]) == expected


def test_direction_of_a_schedule_in_the_passive_is_ahead(make_doc):
    words = (
        "It/2/nsubj:pass/O/PRON is/2/aux:pass/O/AUX held/2/ROOT/O/VERB "
        + FRIDAY.format(head=2)
        + " ./2/punct/O/PUNCT"
    )
    morphs = ["", "Tense=Pres", "Tense=Past|VerbForm=Part", "", ""]
    doc = make_doc(words, morphs=morphs, lemmas=["it", "be", "hold", "friday", "."])
    assert direction(doc[3:4]) == "future"

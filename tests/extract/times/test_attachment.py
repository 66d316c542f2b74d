"""Which time belongs to which predicate."""

from datetime import date

import pytest

from kg.extract.times.attachment import inferred, when_after, when_of
from kg.extract.times.times import times

FRIDAY = date(2024, 11, 1)


def dated(doc, word):
    found = tuple(times(doc, FRIDAY))
    token = next(token for token in doc if token.text == word)
    when = when_of(doc, doc[token.i : token.i + 1], found, FRIDAY)
    return when.text if when else None


@pytest.fixture
def reported(make_doc):
    # She said on Thursday that they left on Monday.
    return make_doc(
        "She/1/nsubj/O/PRON said/1/ROOT/O/VERB on/3/case/O/ADP Thursday/1/obl/O/PROPN "
        "that/6/mark/O/SCONJ they/6/nsubj/O/PRON left/1/ccomp/O/VERB on/8/case/O/ADP "
        "Monday/6/obl/O/PROPN ./1/punct/O/PUNCT"
    )


@pytest.mark.parametrize(("word", "time"), [("said", "Thursday"), ("left", "Monday")])
def test_when_of_keeps_to_its_own_clause(reported, word, time):
    assert dated(reported, word) == time


def test_when_of_prefers_a_day_to_the_month_that_it_stands_behind(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON met/1/ROOT/O/VERB last/3/amod/O/ADJ month/1/obl/O/NOUN "
        "on/5/case/O/ADP October/1/obl/O/PROPN 14/5/nummod/O/NUM ./1/punct/O/PUNCT"
    )
    assert dated(doc, "met") == "October 14"


def test_when_of_content_does_not_take_the_time_of_saying(make_doc):
    doc = make_doc(
        "She/1/nsubj/O/PRON said/1/ROOT/O/VERB Thursday/1/obl/O/PROPN "
        "they/4/nsubj/O/PRON left/1/ccomp/O/VERB ./1/punct/O/PUNCT"
    )
    assert dated(doc, "left") is None


def test_when_of_time_right_after_a_cue_is_the_cues(make_doc):
    # The parser hung "Thursday" on the content.
    doc = make_doc(
        "She/1/nsubj/O/PRON said/1/ROOT/O/VERB Thursday/4/obl/O/PROPN "
        "they/4/nsubj/O/PRON left/1/ccomp/O/VERB ./1/punct/O/PUNCT"
    )
    assert dated(doc, "said") == "Thursday"


def test_when_of_participle_shares_the_time_of_its_clause(make_doc):
    doc = make_doc(
        "On/1/case/O/ADP Thursday/3/obl/O/PROPN Russia/3/nsubj/O/PROPN "
        "struck/3/ROOT/O/VERB Kyiv/3/obj/O/PROPN killing/3/advcl/O/VERB "
        "two/5/obj/O/NUM ./3/punct/O/PUNCT"
    )
    assert dated(doc, "killing") == "Thursday"


def test_when_of_year_of_an_object_does_not_date_the_verb(make_doc):
    doc = make_doc(
        "She/1/nsubj/O/PRON praised/1/ROOT/O/VERB the/4/det/O/DET "
        "2022/4/nummod/O/NUM pact/1/obj/O/NOUN ./1/punct/O/PUNCT"
    )
    assert dated(doc, "praised") is None
    assert dated(doc, "pact") == "2022"


def test_when_of_bounding_time_dates_nothing(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON fought/1/ROOT/O/VERB since/3/case/O/ADP "
        "2022/1/obl/O/NUM ./1/punct/O/PUNCT"
    )
    assert dated(doc, "fought") is None


def test_when_of_time_inside_a_cue_is_the_cues(make_doc):
    doc = make_doc(
        "She/1/nsubj/O/PRON said/1/ROOT/O/VERB Thursday/1/obl/O/PROPN "
        "they/4/nsubj/O/PRON left/1/ccomp/O/VERB ./1/punct/O/PUNCT"
    )
    when = when_of(doc, doc[1:3], tuple(times(doc, FRIDAY)), FRIDAY)
    assert when is not None
    assert when.text == "Thursday"


def test_when_of_participle_of_a_told_clause_keeps_its_own_time(make_doc):
    # As they left on Monday, she spoke on Thursday.
    doc = make_doc(
        "As/2/mark/O/SCONJ they/2/nsubj/O/PRON left/5/advcl/O/VERB "
        "Monday/2/obl/O/PROPN she/5/nsubj/O/PRON spoke/5/ROOT/O/VERB "
        "Thursday/5/obl/O/PROPN",
        morphs=["", "", "VerbForm=Fin", "", "", "VerbForm=Fin", ""],
    )
    assert (dated(doc, "left"), dated(doc, "spoke")) == ("Monday", "Thursday")


@pytest.mark.parametrize(
    ("relation", "time"), [("obj", "Thursday"), ("ccomp", None), ("acl", None)]
)
def test_when_of_noun_shares_its_verbs_time(make_doc, relation, time):
    # They held on Thursday a vote; a told vote ("said it was a vote") has its own.
    doc = make_doc(
        "They/1/nsubj/O/PRON held/1/ROOT/O/VERB on/3/case/O/ADP Thursday/1/obl/O/PROPN "
        f"a/5/det/O/DET vote/1/{relation}/O/NOUN"
    )
    assert dated(doc, "vote") == time


@pytest.mark.parametrize(("preposition", "time"), [("on", "Thursday"), ("of", None)])
def test_when_of_short_time_of_an_object_dates_the_verb(make_doc, preposition, time):
    doc = make_doc(
        "They/1/nsubj/O/PRON held/1/ROOT/O/VERB talks/1/obj/O/NOUN "
        f"{preposition}/4/case/O/ADP Thursday/2/nmod/O/PROPN"
    )
    assert dated(doc, "held") == time


def test_when_of_year_before_a_noun_that_bounds_dates_the_noun(make_doc):
    # They left after the 2022 raid.
    doc = make_doc(
        "They/1/nsubj/O/PRON left/1/ROOT/O/VERB after/5/case/O/ADP the/5/det/O/DET "
        "2022/5/nummod/O/NUM raid/1/obl/O/NOUN"
    )
    assert dated(doc, "raid") == "2022"


def test_when_of_the_night_of_a_day_is_the_verbs(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON left/1/ROOT/O/VERB on/4/case/O/ADP the/4/det/O/DET "
        "night/1/obl/O/NOUN of/6/case/O/ADP Thursday/4/nmod/O/PROPN"
    )
    assert dated(doc, "left") == "Thursday"


@pytest.mark.parametrize(
    ("case", "relation", "time"), [("in", "nmod", "2022"), ("", "compound", None)]
)
def test_when_of_noun_takes_no_year_that_is_anothers(make_doc, case, relation, time):
    # the arrest of men in 2022; the arrest of 2022 voters
    words = ["arrest/0/ROOT/O/NOUN", "of/2/case/O/ADP", "men/0/nmod/O/NOUN"]
    words += [f"{case}/4/case/O/ADP"] if case else []
    words += [f"2022/2/{relation}/O/NUM"]
    assert dated(make_doc(" ".join(words)), "arrest") == time


def test_inferred_is_the_day_of_publication_without_text():
    when = inferred(FRIDAY)
    assert (when.from_, when.to, when.text, when.basis) == (
        FRIDAY,
        FRIDAY,
        None,
        "inferred",
    )


@pytest.mark.parametrize(("lemma", "time"), [("publish", "Tuesday"), ("assess", None)])
def test_when_of_takes_the_day_on_which_words_were_published(make_doc, lemma, time):
    doc = make_doc(
        "In/1/case/O/ADP findings/5/obl/O/NOUN done/1/acl/O/VERB "
        "Tuesday/2/obl/O/PROPN Ada/5/nsubj/O/PROPN showed/5/ROOT/O/VERB",
        lemmas=["in", "finding", lemma, "tuesday", "ada", "show"],
        morphs=["", "", "VerbForm=Part", "", "", ""],
    )
    assert dated(doc, "showed") == time


@pytest.mark.parametrize(("between", "time"), [("on", "Thursday"), ("left", None)])
def test_when_after_stands_right_behind_a_phrase(make_doc, between, time):
    doc = make_doc(
        "according/1/case/O/ADP officials/3/obl/O/NOUN "
        f"{between}/3/case/O/ADP Thursday/3/obl/O/PROPN"
    )
    found = when_after(doc, doc[1:2], tuple(times(doc, FRIDAY)))
    assert (found.text if found else None) == time


@pytest.mark.parametrize(
    ("counted", "time"), [("nmod:unmarked", None), ("obj", "Monday")]
)
def test_when_of_a_time_that_is_counted_from_dates_nothing_else(
    make_doc, counted, time
):
    # Two days after the vote on Monday they left.
    doc = make_doc(
        f"Two/1/nummod/O/NUM days/4/{counted}/O/NOUN after/4/case/O/ADP "
        "the/4/det/O/DET vote/8/obl/O/NOUN on/6/case/O/ADP Monday/4/nmod/O/PROPN "
        "they/8/nsubj/O/PRON left/8/ROOT/O/VERB ./8/punct/O/PUNCT",
        lemmas=["two", "day", "after", "the", "vote", "on", "monday", "they"]
        + ["leave", "."],
    )
    assert dated(doc, "left") == time

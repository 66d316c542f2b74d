"""A capital as a place, and as its state's government."""

import pytest

from kg.extract.mentions.capitals import is_place


def read(make_doc, words, **lemmas):
    given = [word.split("/")[0] for word in words.split()]
    doc = make_doc(words, lemmas=[lemmas.get(word, word.lower()) for word in given])
    at = next(token.i for token in doc if token.lower_ == "nairobi")
    return is_place(doc[at])


@pytest.mark.parametrize(
    ("preposition", "head", "expected"),
    [
        ("in", "rain", True),
        ("to", "visit", True),
        ("to", "letter", False),
        ("from", "concession", False),
    ],
)
def test_is_place_reads_the_preposition(make_doc, preposition, head, expected):
    words = (
        f"{head}/0/ROOT/O/NOUN {preposition}/2/case/O/ADP Nairobi/0/nmod/B-LOC/PROPN"
    )
    assert read(make_doc, words) is expected


@pytest.mark.parametrize(
    ("noun", "dep", "pos", "expected"),
    [
        ("airport", "nmod:poss", "NOUN", True),
        ("offensive", "nmod:poss", "NOUN", False),
        ("airport", "compound", "NOUN", True),
        ("army", "compound", "NOUN", False),
        ("bombings", "compound", "NOUN", True),
        ("bombings", "nmod:poss", "NOUN", False),
        ("Square", "nmod:poss", "PROPN", True),
        ("Square", "compound", "PROPN", True),
        ("mayor", "nmod:poss", "NOUN", False),
        ("mayor", "compound", "NOUN", True),
    ],
)
def test_is_place_reads_what_it_modifies(make_doc, noun, dep, pos, expected):
    words = f"Nairobi/1/{dep}/B-LOC/PROPN {noun}/1/ROOT/O/{pos}"
    assert read(make_doc, words) is expected


@pytest.mark.parametrize(("verb", "expected"), [("visit", True), ("urge", False)])
def test_is_place_reads_the_verb_of_an_object(make_doc, verb, expected):
    words = f"They/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB Nairobi/1/obj/B-LOC/PROPN"
    assert read(make_doc, words) is expected


@pytest.mark.parametrize(("ent", "expected"), [("B-LOC", True), ("B-PERSON", False)])
def test_is_place_reads_the_country_after_it(make_doc, ent, expected):
    words = (
        "Nairobi/3/nsubj/B-LOC/PROPN ,/2/punct/O/PUNCT "
        f"Kenya/0/appos/{ent}/PROPN slept/3/ROOT/O/VERB"
    )
    assert read(make_doc, words) is expected


@pytest.mark.parametrize(("word", "expected"), [("NAIROBI", True), ("Nairobi", False)])
def test_is_place_takes_capitals_for_a_dateline(make_doc, word, expected):
    words = f"{word}/1/nsubj/B-LOC/PROPN slept/1/ROOT/O/VERB"
    assert read(make_doc, words) is expected


@pytest.mark.parametrize(
    ("preposition", "expected"), [("in", True), ("between", False)]
)
def test_is_place_reads_coordinated_capitals_by_their_first(
    make_doc, preposition, expected
):
    words = (
        f"ties/0/ROOT/O/NOUN {preposition}/2/case/O/ADP Rabat/0/nmod/B-LOC/PROPN"
        " and/4/cc/O/CCONJ Nairobi/2/conj/B-LOC/PROPN"
    )
    assert read(make_doc, words) is expected


def test_is_place_leaves_a_receiver_that_is_parsed_as_part_of_a_noun(make_doc):
    words = (
        "offered/0/ROOT/O/VERB Nairobi/3/compound/B-LOC/PROPN cheap/3/amod/O/ADJ"
        " oil/0/obj/O/NOUN"
    )
    assert read(make_doc, words) is False


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # A noun beside it, or a place that it lies in.
        ("capital/2/obj/O/NOUN ,/0/punct/O/PUNCT Nairobi/0/appos/B-LOC/PROPN", True),
        ("ally/2/obj/O/NOUN ,/0/punct/O/PUNCT Nairobi/0/appos/B-LOC/PROPN", False),
        (
            "Barracks/0/ROOT/B-ORG/PROPN ,/0/punct/O/PUNCT Nairobi/0/appos/B-LOC/PROPN",
            True,
        ),
        # Listed with towns, or with a government.
        (
            "Nakuru/3/nsubj/B-LOC/PROPN and/2/cc/O/CCONJ Nairobi/0/conj/B-LOC/PROPN"
            " shook/3/ROOT/O/VERB",
            True,
        ),
        (
            "Rabat/3/nsubj/B-LOC/PROPN and/2/cc/O/CCONJ Nairobi/0/conj/B-LOC/PROPN"
            " agreed/3/ROOT/O/VERB",
            False,
        ),
        # The end of a way, and what only comes from there.
        (
            "roads/0/ROOT/O/NOUN from/2/case/O/ADP Nakuru/0/nmod/B-LOC/PROPN"
            " to/4/case/O/ADP Nairobi/0/nmod/B-LOC/PROPN",
            True,
        ),
        (
            "letters/0/ROOT/O/NOUN from/2/case/O/ADP Nakuru/0/nmod/B-PERSON/PROPN"
            " to/4/case/O/ADP Nairobi/0/nmod/B-LOC/PROPN",
            False,
        ),
        # A line of its own, and what something is or is like.
        ("Nairobi/0/ROOT/B-LOC/PROPN ,/0/punct/O/PUNCT June/0/dep/O/PROPN", True),
        (
            "towns/0/ROOT/O/NOUN like/2/case/O/ADP Nairobi/0/nmod/B-LOC/PROPN",
            True,
        ),
        (
            "troops/1/nsubj/O/NOUN advanced/1/ROOT/O/VERB on/3/case/O/ADP"
            " Nairobi/1/obl/B-LOC/PROPN",
            True,
        ),
        (
            "sanctions/0/ROOT/O/NOUN on/2/case/O/ADP Nairobi/0/nmod/B-LOC/PROPN",
            False,
        ),
        (
            "they/1/nsubj/O/PRON came/1/ROOT/O/VERB back/1/advmod/O/ADV"
            " to/4/case/O/ADP Nairobi/2/obl/B-LOC/PROPN",
            True,
        ),
    ],
)
def test_is_place_reads_what_stands_beside_it(make_doc, words, expected):
    assert read(make_doc, words, advanced="advance", came="come") is expected


def test_is_place_reads_the_district(make_doc):
    doc = make_doc(
        "Washington/3/nsubj/B-LOC/PROPN ,/0/punct/I-LOC/PUNCT D.C./0/flat/I-LOC/PROPN"
        " slept/3/ROOT/O/VERB"
    )
    assert is_place(doc[0])

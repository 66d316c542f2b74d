"""What a figure claims beside its number: of what, what happened to it, and where."""

import pytest

from kg.extract.figures.figures import figures


def claim_of(make_doc, words, *, lemmas=None):
    """Return the one figure of a sentence built word by word."""
    (figure,) = figures(make_doc(words, lemmas=lemmas))
    return figure.claim


def test_claim_of_people_who_were_killed_names_what_happened_and_where(make_doc):
    claim = claim_of(
        make_doc,
        "Twelve/1/nummod/O/NUM people/2/nsubj/O/NOUN died/2/ROOT/O/VERB "
        "in/4/case/O/ADP Oslo/2/obl/B-LOC/PROPN ./2/punct/O/PUNCT",
        lemmas=["twelve", "person", "die", "in", "Oslo", "."],
    )
    assert (claim.counted, claim.deed) == ("people", "killed")
    assert claim.place is not None
    assert claim.place.text == "Oslo"
    assert not (claim.is_part or claim.is_former)


def test_claim_of_a_blast_in_a_place_is_of_that_place(make_doc):
    claim = claim_of(
        make_doc,
        "A/2/det/O/DET Lima/2/compound/B-LOC/PROPN blast/3/nsubj/O/NOUN "
        "killed/3/ROOT/O/VERB twelve/3/obj/O/NUM ./3/punct/O/PUNCT",
        lemmas=["a", "Lima", "blast", "kill", "twelve", "."],
    )
    assert claim.place is not None
    assert claim.place.text == "Lima"


def test_claim_of_people_who_do_something_names_the_verb(make_doc):
    claim = claim_of(
        make_doc,
        "30/1/nummod/O/NUM people/2/nsubj/O/NOUN marched/2/ROOT/O/VERB "
        "./2/punct/O/PUNCT",
        lemmas=["30", "person", "march", "."],
    )
    assert (claim.counted, claim.deed) == ("people", "march")


def test_claim_of_things_names_what_tells_them_apart(make_doc):
    claim = claim_of(
        make_doc,
        "20/2/nummod/O/NUM fishing/2/compound/O/NOUN boats/3/nsubj/O/NOUN "
        "sank/3/ROOT/O/VERB",
        lemmas=["20", "fishing", "boat", "sink"],
    )
    assert (claim.counted, claim.deed) == ("fishing boat", None)


@pytest.mark.parametrize(
    ("words", "is_part"),
    [
        (
            "20/2/nummod/O/NUM more/2/amod/O/ADJ people/3/nsubj/O/NOUN "
            "died/3/ROOT/O/VERB",
            True,
        ),
        (
            "including/2/case/O/ADP 20/2/nummod/O/NUM people/3/obl/O/NOUN "
            "died/3/ROOT/O/VERB",
            True,
        ),
        (
            "20/4/nsubj/O/NUM of/3/case/O/ADP the/3/det/O/DET victims/0/nmod/O/NOUN "
            "died/4/ROOT/O/VERB",
            True,
        ),
        (
            "20/1/nummod/O/NUM people/4/nsubj/O/NOUN or/3/cc/O/CCONJ "
            "more/1/conj/O/ADJ died/4/ROOT/O/VERB",
            False,
        ),
        ("20/1/nummod/O/NUM people/2/nsubj/O/NOUN died/2/ROOT/O/VERB", False),
    ],
)
def test_claim_tells_a_part_from_the_whole(make_doc, words, is_part):
    lemmas = [word.split("/")[0].replace("died", "die") for word in words.split()]
    found = list(figures(make_doc(words, lemmas=lemmas)))
    assert [figure.claim.is_part for figure in found] == [is_part]


def test_claim_of_a_single_one_is_no_whole(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON killed/1/ROOT/O/VERB an/3/det/O/DET officer/1/obj/O/NOUN",
        lemmas=["they", "kill", "a", "officer"],
        morphs=["", "Tense=Past", "", "Number=Sing"],
    )
    assert [figure.claim.is_part for figure in figures(doc)] == [True]


def test_claim_that_holds_no_longer_is_former(make_doc):
    doc = make_doc(
        "It/1/nsubj/O/PRON revised/1/ROOT/O/VERB an/4/det/O/DET earlier/4/amod/O/ADJ "
        "toll/1/obj/O/NOUN of/6/case/O/ADP 27/4/nmod/O/NUM ./1/punct/O/PUNCT",
        lemmas=["it", "revise", "a", "early", "toll", "of", "27", "."],
    )
    (figure,) = figures(doc)
    assert (figure.value, figure.unit) == (27, "killed")
    assert figure.claim.is_former


def test_claim_of_two_tolls_has_the_first_as_former(make_doc):
    doc = make_doc(
        "It/1/nsubj/O/PRON raised/1/ROOT/O/VERB the/3/det/O/DET toll/1/obj/O/NOUN "
        "from/5/case/O/ADP 5/3/nmod/O/NUM to/7/case/O/ADP 6/3/nmod/O/NUM",
        lemmas=["it", "raise", "the", "toll", "from", "5", "to", "6"],
    )
    told = [(each.value, each.unit, each.claim.is_former) for each in figures(doc)]
    assert told == [(5, "killed", True), (6, "killed", False)]


def test_claim_of_money_names_what_it_is_for(make_doc):
    doc = make_doc(
        "a/3/det/O/DET $/3/compound/O/SYM 5/1/nummod/O/NUM loan/4/obl/O/NOUN "
        "came/4/ROOT/O/VERB"
    )
    (figure,) = figures(doc)
    assert (figure.unit, figure.claim.counted) == ("USD", "loan")

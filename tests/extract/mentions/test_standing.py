"""Names that merely say where, whence or whose, and names that are a topic."""

import pytest

from kg.extract.mentions.standing import merely_stands, only_holds_clause


def stands(make_doc, words, name, *, is_state=False):
    doc = make_doc(words)
    first = next(token.i for token in doc if token.text == name.split()[0])
    return merely_stands(doc[first : first + len(name.split())], is_state=is_state)


DIED = "Ada/1/nsubj/B-PERSON/PROPN died/1/ROOT/O/VERB"


@pytest.mark.parametrize(
    ("preposition", "expected"), [("in", True), ("near", True), ("for", False)]
)
def test_merely_stands_a_town_where_something_is(make_doc, preposition, expected):
    words = f"{DIED} {preposition}/3/case/O/ADP Lamu/1/obl/B-LOC/PROPN"
    assert stands(make_doc, words, "Lamu") is expected


def test_merely_stands_no_state_and_no_part_of_the_world(make_doc):
    peace = "peace/0/ROOT/O/NOUN in/2/case/O/ADP Kenya/0/nmod/B-LOC/PROPN"
    assert not stands(make_doc, peace, "Kenya", is_state=True)
    assert not stands(make_doc, peace.replace("Kenya", "Africa"), "Africa")


@pytest.mark.parametrize(("dep", "expected"), [("obl", True), ("nmod", False)])
def test_merely_stands_whence_one_comes_but_no_aim(make_doc, dep, expected):
    words = f"{DIED} to/3/case/O/ADP Lamu/1/{dep}/B-LOC/PROPN"
    assert stands(make_doc, words, "Lamu") is expected


def test_merely_stands_the_larger_place_after_a_comma(make_doc):
    words = (
        f"{DIED} in/3/case/O/ADP Lamu/1/obl/B-LOC/PROPN ,/5/punct/O/PUNCT"
        " Kenya/3/appos/B-LOC/PROPN"
    )
    assert stands(make_doc, words, "Kenya", is_state=True)


def test_merely_stands_none_of_a_list(make_doc):
    words = (
        "Lamu/6/nsubj/B-LOC/PROPN ,/2/punct/O/PUNCT Kenya/0/conj/B-LOC/PROPN"
        " and/4/cc/O/CCONJ Ghana/0/conj/B-LOC/PROPN all/6/det/O/DET won/6/ROOT/O/VERB"
    )
    assert not stands(make_doc, words, "Kenya", is_state=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("president/2/nmod:desc/O/NOUN Ada/2/nsubj/B-PERSON/PROPN", True),
        ("doctor/2/nmod:desc/O/NOUN Ada/2/nsubj/B-PERSON/PROPN", True),
        ("president/1/ROOT/O/NOUN left/1/acl/O/VERB", True),
        ("doctor/1/ROOT/O/NOUN left/1/acl/O/VERB", False),
        ("army/1/ROOT/O/NOUN left/1/acl/O/VERB", False),
    ],
)
def test_merely_stands_the_state_of_an_office(make_doc, words, expected):
    words = f"Kenyan/1/amod/B-NORP/ADJ {words}"
    assert stands(make_doc, words, "Kenyan", is_state=True) is expected


@pytest.mark.parametrize(
    ("noun", "preposition", "expected"),
    [
        ("president", "of", True),
        ("envoy", "to", False),
        ("supporter", "of", False),
    ],
)
def test_merely_stands_the_state_after_an_office(make_doc, noun, preposition, expected):
    words = f"{noun}/0/ROOT/O/NOUN {preposition}/2/case/O/ADP Kenya/0/nmod/B-LOC/PROPN"
    assert stands(make_doc, words, "Kenya", is_state=True) is expected


def test_merely_stands_where_a_person_comes_from(make_doc):
    words = "Ada/0/ROOT/B-PERSON/PROPN of/2/case/O/ADP Kenya/0/nmod/B-LOC/PROPN"
    assert stands(make_doc, words, "Kenya", is_state=True)


def test_merely_stands_the_whole_of_a_part(make_doc):
    southern = f"{DIED} in/4/case/O/ADP southern/4/amod/O/ADJ Kenya/1/obl/B-LOC/PROPN"
    assert stands(make_doc, southern, "Kenya", is_state=True)
    town = (
        "Kenyan/1/amod/B-NORP/ADJ town/1/ROOT/O/NOUN of/3/case/O/ADP"
        " Lamu/1/nmod/B-LOC/PROPN"
    )
    assert stands(make_doc, town, "Kenyan", is_state=True)
    plain = "Kenyan/1/amod/B-NORP/ADJ towns/1/ROOT/O/NOUN"
    assert not stands(make_doc, plain, "Kenyan", is_state=True)


def test_merely_stands_a_name_of_the_noun_that_says_where(make_doc):
    words = (
        f"{DIED} at/4/case/O/ADP the/4/det/O/DET port/1/obl/O/NOUN of/6/case/O/ADP"
        " Lamu/4/nmod/B-LOC/PROPN"
    )
    assert stands(make_doc, words, "Lamu")
    assert not stands(make_doc, words.replace("at/4/case", "for/4/case"), "Lamu")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I/1/nsubj/O/PRON think/1/ROOT/O/VERB left/1/ccomp/O/VERB", True),
        ("I/1/nsubj/O/PRON left/1/ROOT/O/VERB early/1/advmod/O/ADV", False),
        ("I/1/obj/O/PRON think/1/ROOT/O/VERB left/1/ccomp/O/VERB", False),
        ("I/1/nsubj/O/PRON guess/2/parataxis/O/VERB left/2/ROOT/O/VERB", True),
        (
            "I/1/nsubj/O/PRON saw/3/parataxis/O/VERB it/1/obj/O/PRON left/3/ROOT/O",
            False,
        ),
    ],
)
def test_only_holds_clause_knows_who_merely_thinks(make_doc, words, expected):
    assert only_holds_clause(make_doc(words)[0]) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("south/1/advmod/O/ADV of/4/case/O/ADP Lamu/2/obl/B-LOC/PROPN", True),
        (
            "on/3/case/O/ADP outskirts/1/obl/O/NOUN of/5/case/O/ADP"
            " Lamu/3/nmod/B-LOC/PROPN",
            True,
        ),
        ("at/4/case/O/ADP Lamu/4/compound/B-LOC/PROPN airport/1/obl/O/NOUN", True),
        ("at/4/case/O/ADP Lamu/4/compound/B-LOC/PROPN council/1/obl/O/NOUN", False),
        (
            "on/3/case/O/ADP bombs/1/obl/O/NOUN of/5/case/O/ADP"
            " Lamu/3/nmod/B-LOC/PROPN",
            False,
        ),
    ],
)
def test_merely_stands_what_says_where_by_another_noun(make_doc, words, expected):
    lemmas = ["ada", "die", *(word.split("/")[0].lower() for word in words.split())]
    lemmas = ["outskirt" if each == "outskirts" else each for each in lemmas]
    doc = make_doc(f"{DIED} {words}", lemmas=lemmas)
    at = next(token.i for token in doc if token.text == "Lamu")
    assert merely_stands(doc[at : at + 1], is_state=False) is expected


def test_merely_stands_the_seat_of_a_body(make_doc):
    doc = make_doc(
        "Kenya/2/compound/B-LOC/PROPN -/2/punct/O/PUNCT based/3/amod/O/VERB"
        " bank/3/ROOT/O/NOUN",
        spaces=[False, False, True, True],
    )
    assert merely_stands(doc[0:1], is_state=True)


ASK = "I/1/nsubj/O/PRON want/1/ROOT/O/VERB ask/1/xcomp/O/VERB you/2/obj/O/PRON"


@pytest.mark.parametrize("place", [0, 3])
def test_only_holds_clause_knows_who_asks_and_who_is_asked(make_doc, place):
    assert only_holds_clause(make_doc(ASK)[place])
    assert not only_holds_clause(make_doc(ASK.replace("ask", "thank"))[place])


@pytest.mark.parametrize(("noun", "expected"), [("dollars", True), ("tanks", False)])
def test_merely_stands_a_state_that_tells_which_money(make_doc, noun, expected):
    doc = make_doc(
        f"They/1/nsubj/O/PRON sent/1/ROOT/O/VERB nine/4/nummod/O/NUM "
        f"US/4/compound/B-LOC/PROPN {noun}/1/obj/O/NOUN",
        lemmas=["they", "send", "nine", "US", noun.removesuffix("s")],
    )
    assert merely_stands(doc[3:4], is_state=True) is expected

"""What a sentence says happened to the people whom a number counts."""

import pytest

from kg.extract.figures.casualties import casualty_of, happened_to, toll_of


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [("killed", "kill", "killed"), ("hurt", "hurt", "wounded"), ("met", "meet", None)],
)
def test_happened_to_reads_the_verb_of_an_object(make_doc, verb, lemma, expected):
    doc = make_doc(
        f"They/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB miners/1/obj/O/NOUN",
        lemmas=["they", lemma, "miner"],
    )
    assert happened_to(doc[2]) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("may/2/aux/O/AUX", None),
        ("not/2/advmod/O/PART", None),
        ("to/2/mark/O/PART", None),
        ("then/2/advmod/O/ADV", "killed"),
    ],
)
def test_happened_to_takes_facts_alone(make_doc, before, expected):
    doc = make_doc(
        f"They/2/nsubj/O/PRON {before} kill/2/ROOT/O/VERB miners/2/obj/O/NOUN"
    )
    assert happened_to(doc[3]) == expected


@pytest.mark.parametrize(
    ("verb", "lemma", "dep", "expected"),
    [
        ("died", "die", "nsubj", "killed"),
        ("slept", "sleep", "nsubj", None),
        ("wounded", "wound", "nsubj:pass", "wounded"),
        # Who killed others was not killed.
        ("killed", "kill", "nsubj", None),
    ],
)
def test_happened_to_reads_the_verb_of_a_subject(make_doc, verb, lemma, dep, expected):
    doc = make_doc(
        f"miners/1/{dep}/O/NOUN {verb}/1/ROOT/O/VERB", lemmas=["miner", lemma]
    )
    assert happened_to(doc[0]) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("dead/1/amod/O/ADJ", "killed"),
        ("brave/1/amod/O/ADJ", None),
        ("missing/1/amod/O/VERB", "missing"),
        ("killing/1/acl/O/VERB", None),
    ],
)
def test_happened_to_reads_what_describes_a_noun(make_doc, word, expected):
    lemma = "kill" if word.startswith("killing") else "other"
    doc = make_doc(f"{word} miners/1/ROOT/O/NOUN", lemmas=[lemma, "miner"])
    assert happened_to(doc[1]) == expected


@pytest.mark.parametrize(("state", "expected"), [("dead", "killed"), ("happy", None)])
def test_happened_to_reads_the_state_that_came_of_it(make_doc, state, expected):
    doc = make_doc(
        "It/1/nsubj/O/PRON left/1/ROOT/O/VERB miners/1/obj/O/NOUN "
        f"{state}/1/xcomp/O/ADJ",
        lemmas=["it", "leave", "miner", state],
    )
    assert happened_to(doc[2]) == expected


def test_happened_to_reads_a_predicate_adjective(make_doc):
    doc = make_doc("miners/1/nsubj/O/NOUN missing/1/ROOT/O/ADJ")
    assert happened_to(doc[0]) == "missing"


def test_happened_to_holds_for_every_coordinated_noun(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON killed/1/ROOT/O/VERB miners/1/obj/O/NOUN "
        "and/4/cc/O/CCONJ farmers/2/conj/O/NOUN",
        lemmas=["they", "kill", "miner", "and", "farmer"],
    )
    assert happened_to(doc[4]) == "killed"


@pytest.mark.parametrize(("noun", "expected"), [("officer", "killed"), ("goat", None)])
def test_casualty_of_is_about_people(make_doc, noun, expected):
    doc = make_doc(
        f"They/1/nsubj/O/PRON killed/1/ROOT/O/VERB {noun}/1/obj/O/NOUN",
        lemmas=["they", "kill", noun],
    )
    assert casualty_of(doc[2]) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("death/1/compound/O/NOUN toll/1/ROOT/O/NOUN", "killed"),
        ("injury/1/compound/O/NOUN toll/1/ROOT/O/NOUN", "wounded"),
        ("heavy/1/amod/O/ADJ toll/1/ROOT/O/NOUN", "killed"),
        ("heavy/1/amod/O/ADJ number/1/ROOT/O/NOUN", None),
        ("death/1/compound/O/NOUN camp/1/ROOT/O/NOUN", None),
    ],
)
def test_toll_of_says_what_a_toll_counts(make_doc, words, expected):
    assert toll_of(make_doc(words)[1]) == expected

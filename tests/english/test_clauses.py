"""Forms of verbs and the clauses they take, on hand-made parses."""

import pytest

from kg.english.clauses import (
    clauses,
    first_conjunct,
    is_infinitive,
    is_passive,
    is_past_participle,
    particle,
)

PARTICIPLE = "Tense=Past|VerbForm=Part"
FINITE = "Tense=Past|VerbForm=Fin"
INFINITIVE = "VerbForm=Inf"
PASSIVES = {
    "auxiliary": ("Bo/2/nsubj:pass/O was/2/aux:pass/O seen/2/ROOT/O/VERB", 2, True),
    "no auxiliary": ("men/0/ROOT/O seen/0/acl/O/VERB", 1, True),
    "agent": ("men/0/ROOT/O seen/0/acl/O/VERB Cy/1/obl:agent/O", 1, True),
    "perfect": ("Bo/2/nsubj/O has/2/aux/O seen/2/ROOT/O/VERB Cy/2/obj/O", 2, False),
    "object": ("men/0/ROOT/O seen/0/acl/O/VERB Cy/1/obj/O", 1, False),
}


@pytest.mark.parametrize(
    ("words", "index", "passive"), PASSIVES.values(), ids=PASSIVES.keys()
)
def test_is_passive_knows_participles(make_doc, words, index, passive):
    morphs = [""] * len(words.split())
    morphs[index] = PARTICIPLE
    assert is_passive(make_doc(words, morphs=morphs)[index]) is passive


@pytest.mark.parametrize(("first", "passive"), [("was", True), ("has", False)])
def test_is_passive_follows_the_verb_beside(make_doc, first, passive):
    relation = "aux:pass" if passive else "aux"
    doc = make_doc(
        f"{first}/1/{relation}/O/AUX seen/1/ROOT/O/VERB and/3/cc/O/CCONJ "
        "held/1/conj/O/VERB",
        morphs=["", PARTICIPLE, "", PARTICIPLE],
    )
    assert is_passive(doc[3]) is passive


@pytest.mark.parametrize(("morph", "passive"), [(FINITE, False), (PARTICIPLE, True)])
def test_is_passive_takes_no_finite_verb_with_an_object(make_doc, morph, passive):
    words = "Bo/1/nsubj:pass/O saw/1/ROOT/O/VERB Cy/1/obj/O"
    assert is_passive(make_doc(words, morphs=["", morph, ""])[1]) is passive


def test_is_past_participle_reads_the_features(make_doc):
    doc = make_doc("sent sending", morphs=[PARTICIPLE, "Tense=Pres|VerbForm=Part"])
    assert is_past_participle(doc[0])
    assert not is_past_participle(doc[1])


@pytest.mark.parametrize(("mark", "infinitive"), [("to", True), ("will", False)])
def test_is_infinitive_needs_to(make_doc, mark, infinitive):
    doc = make_doc(f"{mark}/1/mark/O/PART go/1/ROOT/O/VERB")
    assert is_infinitive(doc[1]) is infinitive


@pytest.mark.parametrize(
    ("relation", "found"), [("compound:prt", "down"), ("advmod", None)]
)
def test_particle_is_part_of_the_verb(make_doc, relation, found):
    doc = make_doc(f"shot/0/ROOT/O/VERB Down/0/{relation}/O/ADP")
    assert particle(doc[0]) == found


def texts(tokens):
    return [token.text for token in tokens]


def test_clauses_gives_coordinated_infinitives(make_doc):
    doc = make_doc(
        "agreed/0/ROOT/O/VERB to/2/mark/O/PART meet/0/xcomp/O/VERB and/4/cc/O/CCONJ "
        "talk/2/conj/O/VERB left/2/conj/O/VERB",
        morphs=[FINITE, "", INFINITIVE, "", INFINITIVE, FINITE],
    )
    # "left" stands beside "agreed", whatever the parse says.
    assert texts(clauses(doc[0])) == ["meet", "talk"]


@pytest.mark.parametrize(("preposition", "found"), [("of", ["lying"]), ("after", [])])
def test_clauses_gives_gerunds_that_complete_a_verb(make_doc, preposition, found):
    doc = make_doc(
        f"accused/0/ROOT/O/VERB {preposition}/2/mark/O/SCONJ lying/0/advcl/O/VERB"
    )
    assert texts(clauses(doc[0])) == found


@pytest.mark.parametrize(("mark", "found"), [("to", ["go"]), ("who", [])])
def test_clauses_of_a_noun_are_infinitives(make_doc, mark, found):
    doc = make_doc(f"plan/0/ROOT/O/NOUN {mark}/2/mark/O/PART go/0/acl/O/VERB")
    assert texts(clauses(doc[0])) == found


@pytest.mark.parametrize(("morph", "first"), [(FINITE, "vowed"), (INFINITIVE, "yield")])
def test_first_conjunct_of_a_finite_verb_is_finite(make_doc, morph, first):
    doc = make_doc(
        "vowed/0/ROOT/O/VERB to/2/mark/O/PART yield/0/xcomp/O/VERB and/4/cc/O/CCONJ "
        "accused/2/conj/O/VERB",
        morphs=[FINITE, "", INFINITIVE, "", morph],
    )
    assert first_conjunct(doc[4]).text == first

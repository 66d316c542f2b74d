"""Fact, claim, possibility and denial, on hand-made parses."""

import pytest
from spacy.tokens import Span

from kg.extract.events.factuality import content_tokens, factuality


def status(doc, index, **options):
    return factuality(doc[index], frozenset(), frozenset(), **options)


@pytest.fixture
def attributed(make_doc):
    def make(cue, negator="then"):
        doc = make_doc(
            f"Ada/2/nsubj/O/PROPN {negator}/2/advmod/O/ADV {cue}/2/ROOT/O/VERB "
            "rebels/4/nsubj/O/NOUN left/2/ccomp/O/VERB"
        )
        doc.spans["attribution"] = [
            Span(doc, 2, 3, "CUE", span_id=7),
            Span(doc, 3, 5, "CONTENT", span_id=7),
        ]
        return doc

    return make


@pytest.mark.parametrize(
    ("cue", "negator", "denied"),
    [("deny", "then", {3, 4}), ("deny", "not", set()), ("say", "then", set())],
)
def test_content_tokens_are_denied_under_a_denying_cue(
    attributed, cue, negator, denied
):
    assert content_tokens(attributed(cue, negator)) == ({3, 4}, denied)


def test_content_tokens_of_a_text_without_statements(make_doc):
    assert content_tokens(make_doc("Rebels left")) == (frozenset(), frozenset())


def test_factuality_of_what_was_said_and_denied(make_doc):
    doc = make_doc("rebels/1/nsubj/O/NOUN left/1/ROOT/O/VERB")
    assert factuality(doc[1], {1}, set()) == "reported"
    assert factuality(doc[1], {1}, {1}) == "denied"
    assert factuality(doc[1], set(), set()) == "actual"


OWN = "rebels/2/nsubj/O/NOUN {} attacked/2/ROOT/O/VERB {}/2/punct/O/PUNCT"


@pytest.mark.parametrize(
    ("word", "mark", "told"),
    [
        ("not/2/advmod/O/PART", ".", "denied"),
        ("never/2/advmod/O/ADV", ".", "denied"),
        ("without/2/mark/O/SCONJ", ".", "denied"),
        ("may/2/aux/O/AUX", ".", "hypothetical"),
        ("if/2/mark/O/SCONJ", ".", "hypothetical"),
        ("then/2/advmod/O/ADV", "?", "hypothetical"),
        ("allegedly/2/advmod/O/ADV", ".", "reported"),
        ("then/2/advmod/O/ADV", ".", "actual"),
        ("in/2/mark/O/SCONJ", ".", "actual"),
    ],
)
def test_factuality_by_words_under_the_verb(make_doc, word, mark, told):
    assert status(make_doc(OWN.format(word, mark)), 2) == told


def test_factuality_of_a_condition_with_in_case(make_doc):
    doc = make_doc("in/2/mark/O case/0/fixed/O attacked/2/ROOT/O/VERB ./2/punct/O")
    assert status(doc, 2) == "hypothetical"


def test_factuality_of_a_promise_leaves_its_own_will_aside(make_doc):
    doc = make_doc("Oslo/2/nsubj/O will/2/aux/O/AUX help/2/ROOT/O/VERB ./2/punct/O")
    assert status(doc, 2) == "hypothetical"
    assert status(doc, 2, is_promise=True) == "actual"


@pytest.mark.parametrize(
    ("adjective", "told"),
    [("planned", "hypothetical"), ("alleged", "reported"), ("brutal", "actual")],
)
def test_factuality_by_adjective(make_doc, adjective, told):
    doc = make_doc(
        f"the/2/det/O/DET {adjective}/2/amod/O/ADJ attack/3/nsubj/O/NOUN "
        "ended/3/ROOT/O/VERB"
    )
    assert status(doc, 2) == told


COMPLEMENT = (
    "rebels/2/nsubj/O/NOUN {}/2/advmod/O/ADV {}/2/ROOT/O/VERB {}/4/mark/O/PART "
    "attack/2/{}/O/VERB"
)


@pytest.mark.parametrize(
    ("adverb", "verb", "mark", "relation", "told"),
    [
        ("then", "refuse", "to", "xcomp", "denied"),
        ("not", "refuse", "to", "xcomp", "actual"),
        ("then", "plan", "to", "xcomp", "hypothetical"),
        ("then", "manage", "to", "xcomp", "actual"),
        ("not", "manage", "to", "xcomp", "denied"),
        ("then", "stop", "to", "xcomp", "actual"),
        ("then", "say", "that", "ccomp", "reported"),
        ("not", "say", "that", "ccomp", "reported"),
        ("not", "hear", "that", "xcomp", "denied"),
        ("then", "come", "that", "ccomp", "actual"),
        ("then", "come", "to", "advcl", "hypothetical"),
        ("then", "accuse", "of", "advcl", "reported"),
        ("then", "prevent", "from", "advcl", "denied"),
        ("then", "insist", "on", "advcl", "hypothetical"),
        ("then", "come", "after", "advcl", "actual"),
    ],
)
def test_factuality_by_governing_verb(make_doc, adverb, verb, mark, relation, told):  # noqa: PLR0913
    assert status(make_doc(COMPLEMENT.format(adverb, verb, mark, relation)), 4) == told


@pytest.mark.parametrize(
    ("modal", "told"), [("may", "hypothetical"), ("then", "actual")]
)
def test_factuality_of_a_participle_follows_what_may_be(make_doc, modal, told):
    doc = make_doc(
        f"rebels/2/nsubj/O {modal}/2/aux/O/AUX leave/2/ROOT/O/VERB "
        "burning/2/advcl/O/VERB"
    )
    assert status(doc, 3) == told


@pytest.mark.parametrize(("link", "told"), [("or", "denied"), ("and", "actual")])
def test_factuality_of_coordination_under_not(make_doc, link, told):
    doc = make_doc(
        f"not/1/advmod/O attack/1/ROOT/O/VERB {link}/3/cc/O burn/1/conj/O/VERB"
    )
    assert status(doc, 3) == told


def test_factuality_of_coordination_with_its_own_subject(make_doc):
    doc = make_doc("may/1/aux/O attack/1/ROOT/O/VERB Bo/3/nsubj/O burned/1/conj/O/VERB")
    assert status(doc, 3) == "actual"


@pytest.mark.parametrize(
    ("noun", "mark", "told"),
    [
        ("refusal", "to", "denied"),
        ("plan", "of", "hypothetical"),
        ("report", "of", "reported"),
        ("men", "of", "actual"),
        ("plan", "", "actual"),
    ],
)
def test_factuality_of_a_clause_beside_a_noun(make_doc, noun, mark, told):
    words = f"{noun}/0/ROOT/O/NOUN {mark or 'then'}/2/{'mark' if mark else 'advmod'}/O"
    assert status(make_doc(f"{words} attacking/0/acl/O/VERB"), 2) == told


NOUN = (
    "rebels/2/nsubj/O/NOUN {}/2/advmod/O/ADV {}/2/ROOT/O/VERB {}/4/{}/O/DET "
    "attack/2/{}/O/NOUN"
)


@pytest.mark.parametrize(
    ("adverb", "verb", "word", "kind", "relation", "told"),
    [
        ("then", "deny", "an", "det", "obj", "denied"),
        ("not", "deny", "an", "det", "obj", "actual"),
        ("then", "oppose", "an", "det", "obj", "actual"),
        ("then", "threaten", "an", "det", "obj", "hypothetical"),
        ("then", "press", "for", "case", "obl", "hypothetical"),
        ("then", "press", "after", "case", "obl", "actual"),
        ("not", "launch", "an", "det", "obj", "denied"),
        ("not", "launch", "the", "det", "obj", "actual"),
    ],
)
def test_factuality_of_a_noun_by_its_verb(  # noqa: PLR0913
    make_doc, adverb, verb, word, kind, relation, told
):
    doc = make_doc(NOUN.format(adverb, verb, word, kind, relation))
    assert status(doc, 4) == told


@pytest.mark.parametrize(
    ("governor", "told"),
    [
        ("denial", "denied"),
        ("threat", "hypothetical"),
        ("claim", "reported"),
        ("day", "actual"),
    ],
)
def test_factuality_of_a_noun_by_the_noun_above(make_doc, governor, told):
    doc = make_doc(f"{governor}/0/ROOT/O/NOUN of/2/case/O attacks/0/nmod/O/NOUN")
    assert status(doc, 2) == told


def test_factuality_climbs_through_coordinated_nouns(make_doc):
    doc = make_doc(
        "may/1/aux/O see/1/ROOT/O/VERB raids/1/obj/O/NOUN attacks/2/conj/O/NOUN"
    )
    assert status(doc, 3) == "hypothetical"


@pytest.mark.parametrize(("word", "told"), [("no", "denied"), ("an", "actual")])
def test_factuality_of_a_negative_phrase(make_doc, word, told):
    doc = make_doc(f"{word}/1/det/O/DET attack/2/nsubj/O/NOUN came/2/ROOT/O/VERB")
    assert status(doc, 1) == told

"""Subjects and objects of hand-made parses, where the sentence leaves them unsaid."""

import pytest

from kg.english.arguments import (
    indirect_objects,
    logical_objects,
    logical_subjects,
    owners,
    surface_subjects,
)

PARTICIPLE = "Tense=Past|VerbForm=Part"
INFINITIVE = "VerbForm=Inf"
SEEN = (
    "Bo/2/nsubj:pass/B-PERSON/PROPN was/2/aux:pass/O/AUX seen/2/ROOT/O/VERB "
    "by/4/case/O/ADP Ada/2/obl/B-PERSON/PROPN"
)
SAW = "Ada/1/nsubj/B-PERSON/PROPN saw/1/ROOT/O/VERB Bo/1/obj/B-PERSON/PROPN"


def texts(tokens):
    return [token.text for token in tokens]


@pytest.mark.parametrize(("words", "verb"), [(SAW, 1), (SEEN, 2)])
def test_logical_arguments_are_those_of_active_and_passive(make_doc, words, verb):
    doc = make_doc(words)
    assert texts(logical_subjects(doc[verb])) == ["Ada"]
    assert texts(logical_objects(doc[verb])) == ["Bo"]


def test_logical_subjects_take_no_gerund_for_an_agent(make_doc):
    words = SEEN.replace("Ada/2/obl/B-PERSON/PROPN", "looking/2/obl/O/VERB")
    assert logical_subjects(make_doc(words)[2]) == []


def test_logical_objects_take_the_only_indirect_object(make_doc):
    doc = make_doc("told/0/ROOT/O/VERB Bo/0/iobj/B-PERSON/PROPN")
    assert texts(logical_objects(doc[0])) == ["Bo"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # Ada seized and burned it; Ada seized it and left.
        ("seized/0/ROOT/O/VERB and/2/cc burned/0/conj/O/VERB it/0/obj/O/PRON", ["it"]),
        ("seized/0/ROOT/O/VERB it/0/obj/O/PRON and/3/cc left/0/conj/O/VERB", []),
    ],
)
def test_logical_objects_behind_two_verbs_are_of_both(make_doc, words, found):
    doc = make_doc(words)
    verb = next(token for token in doc if token.dep_ == "conj")
    assert texts(logical_objects(verb)) == found


def test_logical_objects_leave_a_phrase_out(make_doc):
    doc = make_doc("called/0/ROOT/O/VERB on/2/case/O/ADP Bo/0/obj/B-PERSON/PROPN")
    assert logical_objects(doc[0]) == []


@pytest.mark.parametrize(("link", "found"), [("Oslo", ["men"]), ("who", [])])
def test_logical_objects_of_a_relative_clause_stand_before_it(make_doc, link, found):
    doc = make_doc(f"men/0/ROOT/O/NOUN {link}/2/nsubj/O/PROPN sent/0/acl:relcl/O/VERB")
    assert texts(logical_objects(doc[2])) == found


@pytest.mark.parametrize(("order", "found"), [("after", ["Bo"]), ("before", [])])
def test_logical_objects_mend_a_second_subject(make_doc, order, found):
    verb = 1 if order == "after" else 2
    words = ["Ada/{v}/nsubj/B-PERSON", "Bo/{v}/nsubj/B-PERSON"]
    words.insert(verb, "saw/{v}/ROOT/O/VERB")
    doc = make_doc([word.format(v=verb) for word in words])
    assert texts(logical_objects(doc[verb])) == found


def test_indirect_objects_are_the_receivers(make_doc):
    doc = make_doc("gave/0/ROOT/O/VERB Bo/0/iobj/B-PERSON tents/0/obj/O/NOUN")
    assert texts(indirect_objects(doc[0])) == ["Bo"]


def test_surface_subjects_are_shared_by_coordinated_verbs(make_doc):
    doc = make_doc("Ada/1/nsubj/O came/1/ROOT/O/VERB and/3/cc/O saw/1/conj/O/VERB")
    assert texts(surface_subjects(doc[3])) == ["Ada"]


@pytest.mark.parametrize(("verb", "subject"), [("urged", "Bo"), ("promised", "Ada")])
def test_surface_subjects_follow_control(make_doc, verb, subject):
    base = verb.removesuffix("d") if verb == "promised" else "urge"
    doc = make_doc(
        f"Ada/1/nsubj/O {verb}/1/ROOT/O/VERB Bo/1/obj/O to/4/mark/O go/1/xcomp/O/VERB",
        lemmas=["ada", base, "bo", "to", "go"],
    )
    assert texts(surface_subjects(doc[4])) == [subject]


@pytest.mark.parametrize(("preposition", "found"), [("of", "Bo"), ("after", "Ada")])
def test_surface_subjects_of_gerunds_depend_on_the_preposition(
    make_doc, preposition, found
):
    doc = make_doc(
        f"Ada/1/nsubj/O accused/1/ROOT/O/VERB Bo/1/obj/O {preposition}/4/mark/O "
        "lying/1/advcl/O/VERB"
    )
    assert texts(surface_subjects(doc[4])) == [found]


@pytest.mark.parametrize(("lemma", "found"), [("appeal", ["Bo"]), ("speak", ["Ada"])])
def test_surface_subjects_are_the_hearers_of_an_appeal(make_doc, lemma, found):
    doc = make_doc(
        "Ada/1/nsubj/O spoke/1/ROOT/O/VERB to/3/case/O Bo/1/obl/O to/5/mark/O "
        "go/1/xcomp/O/VERB",
        lemmas=["ada", lemma, "to", "bo", "to", "go"],
    )
    assert texts(surface_subjects(doc[5])) == found


def test_surface_subjects_of_a_finite_clause_are_its_own(make_doc):
    doc = make_doc("Ada/1/nsubj/O thought/1/ROOT/O/VERB left/1/ccomp/O/VERB")
    assert surface_subjects(doc[2]) == []


@pytest.mark.parametrize(
    ("word", "found"), [("CAIRO", ["Troops"]), ("Cairo", ["Cairo", "Troops"])]
)
def test_surface_subjects_leave_a_dateline_out(make_doc, word, found):
    doc = make_doc(
        f"{word}/3/nsubj/B-LOC/PROPN --/3/punct/O Troops/3/nsubj/O/NOUN "
        "left/3/ROOT/O/VERB"
    )
    assert texts(surface_subjects(doc[3])) == found


def test_surface_subjects_of_a_relative_clause_are_what_it_describes(make_doc):
    doc = make_doc(
        "Orbo/0/ROOT/O/PROPN a/2/det/O group/0/appos/O/NOUN that/4/nsubj/O "
        "left/2/acl:relcl/O/VERB"
    )
    assert texts(surface_subjects(doc[4])) == ["Orbo"]


@pytest.mark.parametrize(
    ("mark", "found"), [("to/3/mark/O/PART", ["Oslo"]), ("while/3/mark/O", ["plan"])]
)
def test_surface_subjects_of_a_plan_are_its_owners(make_doc, mark, found):
    doc = make_doc(f"Oslo/1/nmod:poss/B-LOC plan/1/ROOT/O/NOUN {mark} go/1/acl/O/VERB")
    assert texts(surface_subjects(doc[3])) == found


@pytest.mark.parametrize(("lemma", "found"), [("release", ["Oslo"]), ("reject", [])])
def test_owners_of_a_text_are_those_who_issue_it(make_doc, lemma, found):
    doc = make_doc(
        "Oslo/1/nsubj/B-LOC did/1/ROOT/O/VERB statements/1/obj/O/NOUN",
        lemmas=["oslo", lemma, "statement"],
    )
    assert texts(owners(doc[2])) == found


@pytest.mark.parametrize(("preposition", "found"), [("by", ["Oslo"]), ("on", [])])
def test_owners_stand_after_by(make_doc, preposition, found):
    doc = make_doc(f"letter/0/ROOT/O/NOUN {preposition}/2/case/O Oslo/0/nmod/B-LOC")
    assert texts(owners(doc[0])) == found

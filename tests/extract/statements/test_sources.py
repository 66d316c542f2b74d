"""The source of a statement, mended by the syntax."""

import pytest

from kg.extract.statements.documents import Documents
from kg.extract.statements.sources import source_of, speakers_of


def found(doc, cue, source=None, contents=()):
    spans = [doc[start:end] for start, end in contents]
    given = [source] if isinstance(source, tuple) else source or []
    sources = [doc[start:end] for start, end in given]
    span = source_of(doc[cue : cue + 1], sources, spans)
    return span.text if span is not None else None


def test_source_of_takes_the_subject_where_the_model_found_none(make_doc):
    doc = make_doc(
        "NATO/4/nsubj/B-ORG/PROPN ,/2/punct/O/PUNCT however/4/advmod/O/ADV "
        ",/2/punct/O/PUNCT confirmed/4/ROOT/O/VERB it/4/obj/O/PRON",
        named=True,
    )
    assert found(doc, 4) == "NATO"


def test_source_of_several_is_that_of_the_cues_own_subject(make_doc):
    doc = make_doc(
        "Shares/3/nsubj/O/NOUN in/2/case/O/ADP Quill/0/nmod/B-ORG/PROPN "
        "fell/3/ROOT/O/VERB after/8/mark/O/SCONJ the/7/det/O/DET Danish/7/amod/O/ADJ "
        "firm/8/nsubj/O/NOUN said/3/advcl/O/VERB so/8/advmod/O/ADV",
        named=True,
    )
    assert found(doc, 8, [(0, 3), (5, 7)]) == "the Danish firm"


def test_source_of_leaves_an_expletive_alone(make_doc):
    doc = make_doc(
        "It/2/nsubj/O/PRON was/2/aux/O/AUX thought/2/ROOT/O/VERB so/2/advmod/O/ADV",
        named=True,
    )
    assert found(doc, 2) is None


def test_source_of_takes_no_subject_of_a_passive(make_doc):
    doc = make_doc(
        "Ada/2/nsubj:pass/B-PERSON/PROPN was/2/aux:pass/O/AUX accused/2/ROOT/O/VERB",
        named=True,
    )
    assert found(doc, 2) is None


def test_source_of_takes_the_agent_of_a_passive(make_doc):
    doc = make_doc(
        "Ada/2/nsubj:pass/B-PERSON/PROPN was/2/aux:pass/O/AUX accused/2/ROOT/O/VERB "
        "by/4/case/O/ADP Bob/2/obl:agent/B-PERSON/PROPN",
        named=True,
    )
    assert found(doc, 2) == "Bob"


def test_source_of_grows_to_the_whole_coordinated_subject(make_doc):
    doc = make_doc(
        "Spain/5/nsubj/B-LOC/PROPN ,/2/punct/O/PUNCT Chad/0/conj/B-LOC/PROPN "
        "and/4/cc/O/CCONJ Japan/0/conj/B-LOC/PROPN said/5/ROOT/O/VERB no/5/obj/O/INTJ",
        named=True,
    )
    assert found(doc, 5, source=(4, 5)) == "Spain, Chad and Japan"


def test_source_of_takes_the_owner_of_a_noun(make_doc):
    doc = make_doc(
        "Ada/2/nmod:poss/B-PERSON/PROPN 's/0/case/O/PART claim/3/nsubj/O/NOUN "
        "fell/3/ROOT/O/VERB",
        named=True,
    )
    assert found(doc, 2) == "Ada"


def test_source_of_climbs_from_no_noun_to_its_verb(make_doc):
    doc = make_doc(
        "Weeks/2/nsubj/O/NOUN confirmation/0/dep/O/NOUN raised/2/ROOT/O/VERB "
        "fears/2/obj/O/NOUN",
        named=True,
    )
    assert found(doc, 1) is None


def test_source_of_takes_off_a_cue_that_ran_in(make_doc):
    doc = make_doc(
        "Reports/2/nsubj/O/NOUN warning/0/acl/O/VERB came/2/ROOT/O/VERB", named=True
    )
    assert found(doc, 1, source=(0, 2)) == "Reports"


@pytest.mark.parametrize(("noun", "speaker"), [("tweet", "Ada"), ("friend", "friend")])
def test_speakers_of_gives_documents_their_authors(make_doc, noun, speaker):
    doc = make_doc(
        f"A/1/det/O/DET {noun}/4/nsubj/O/NOUN by/3/case/O/ADP "
        "Ada/1/nmod/B-PERSON/PROPN said/4/ROOT/O/VERB so/4/advmod/O/ADV",
        named=True,
    )
    assert [token.text for token in speakers_of(doc[0:4], Documents(doc))] == [speaker]


def test_speakers_of_finds_whom_a_relative_pronoun_means(make_doc):
    doc = make_doc(
        "Men/0/ROOT/O/NOUN who/2/nsubj/O/PRON said/0/acl:relcl/O/VERB "
        "so/2/advmod/O/ADV",
        named=True,
    )
    assert [token.text for token in speakers_of(doc[1:2], Documents(doc))] == ["Men"]


@pytest.mark.parametrize(
    ("verb", "expected"), [("blame", "It"), ("seem", None), ("suggest", None)]
)
def test_source_of_takes_it_where_somebody_is_meant(make_doc, verb, expected):
    doc = make_doc(
        f"It/1/nsubj/O/PRON {verb}ed/1/ROOT/O/VERB rain/1/obj/O/NOUN",
        lemmas=["it", verb, "rain"],
        named=True,
    )
    assert found(doc, 1) == expected


def test_source_of_prefers_the_owner_of_a_noun_to_who_reports_it(make_doc):
    doc = make_doc(
        "Papers/1/nsubj/O/NOUN noted/1/ROOT/O/VERB Ada/4/nmod:poss/B-PERSON/PROPN "
        "'s/2/case/O/PART claim/1/obj/O/NOUN",
        named=True,
    )
    assert found(doc, 4, source=(0, 1)) == "Ada"
    assert found(doc, 1, source=(0, 1)) == "Papers"


@pytest.mark.parametrize(("word", "speaker"), [("who", "Quill"), ("which", "which")])
def test_speakers_of_finds_who_is_named_before_who(make_doc, word, speaker):
    doc = make_doc(
        "So/1/advmod/O/ADV said/1/ROOT/O/VERB Quill/1/nsubj/B-PERSON/PROPN "
        f",/2/punct/O/PUNCT {word}/5/nsubj/O/PRON stressed/1/advcl/O/VERB "
        "it/5/obj/O/PRON",
        named=True,
    )
    assert [token.text for token in speakers_of(doc[4:5], Documents(doc))] == [speaker]


def test_source_of_keeps_a_mark_that_closes_inside_it(make_doc):
    doc = make_doc(
        "Lee/4/nsubj/B-PERSON/PROPN “/2/punct/O/PUNCT Ace/0/appos/O/PROPN "
        "”/2/punct/O/PUNCT agreed/4/ROOT/O/VERB",
        named=True,
    )
    assert found(doc, 4, (0, 4)) == "Lee “Ace”"


def test_source_of_drops_a_mark_that_closes_nothing(make_doc):
    doc = make_doc(
        "Lee/2/nsubj/B-PERSON/PROPN ”/0/punct/O/PUNCT agreed/2/ROOT/O/VERB", named=True
    )
    assert found(doc, 2, (0, 2)) == "Lee"


def test_speakers_of_takes_the_name_where_the_parse_falls_apart(make_doc):
    doc = make_doc(
        "said/0/ROOT/O/VERB co/0/nsubj/O/NOUN -/1/punct/O/PUNCT author/0/nsubj/O/NOUN "
        "Ada/0/nsubj/B-PERSON/PROPN",
        named=True,
    )
    assert [token.text for token in speakers_of(doc[1:5], Documents(doc))] == ["Ada"]


def test_source_of_keeps_what_the_syntax_does_not_know(make_doc):
    doc = make_doc(
        "Ada/0/ROOT/B-PERSON/PROPN :/0/punct/O/PUNCT warning/0/dep/O/NOUN", named=True
    )
    assert found(doc, 2, source=(0, 1)) == "Ada"
    assert found(doc, 2) is None


def test_source_of_keeps_a_source_that_is_no_part_of_the_subject(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB Bob/1/obl/B-PERSON/PROPN",
        named=True,
    )
    assert found(doc, 1, source=(2, 3)) == "Bob"


def test_source_of_counts_verbs_side_by_side_as_one_level(make_doc):
    doc = make_doc(
        "We/1/nsubj/O/PRON go/1/ROOT/O/VERB stand/1/xcomp/O/VERB "
        "promoting/2/advcl/O/VERB ,/5/punct/O/PUNCT condemning/3/conj/O/VERB "
        "it/5/obj/O/PRON"
    )
    assert found(doc, 5) == "We"


def test_source_of_gives_we_for_what_only_says_who_we_are(make_doc):
    doc = make_doc(
        "We/4/nsubj/O/PRON ,/0/punct/O/PUNCT hosts/0/appos/O/NOUN ,/0/punct/O/PUNCT "
        "condemn/4/ROOT/O/VERB it/4/obj/O/PRON",
        morphs=["Person=1", *[""] * 5],
    )
    assert found(doc, 4, source=(2, 3)) == "We"


@pytest.mark.parametrize(
    ("noun", "speaker"), [("storms", "NASA"), ("pilots", "pilots")]
)
def test_speakers_of_finds_the_name_where_a_thing_would_be_who(make_doc, noun, speaker):
    doc = make_doc(
        f"{noun}/0/ROOT/O/NOUN by/2/case/O/ADP NASA/0/obl/B-ORG/PROPN "
        "who/4/nsubj/O/PRON said/0/acl:relcl/O/VERB",
        lemmas=[noun.removesuffix("s"), "by", "nasa", "who", "say"],
        named=True,
    )
    assert [t.text for t in speakers_of(doc[3:4], Documents(doc))] == [speaker]


def test_speakers_of_finds_whose_plan_it_is(make_doc):
    doc = make_doc(
        "Moss/0/ROOT/B-PERSON/PROPN ,/2/punct/O/PUNCT minister/0/appos/O/NOUN "
        "whose/4/nmod:poss/O/PRON plan/5/nsubj/O/NOUN failed/2/acl:relcl/O/VERB",
        named=True,
    )
    assert [t.text for t in speakers_of(doc[3:4], Documents(doc))] == ["Moss"]


@pytest.mark.parametrize(("noun", "who"), [("home", "Moss"), ("mayor", "mayor")])
def test_speakers_of_knows_that_no_home_speaks(make_doc, noun, who):
    doc = make_doc(
        f"{noun}/0/ROOT/O/NOUN of/2/case/O/ADP Moss/0/nmod/B-PERSON/PROPN "
        ",/5/punct/O/PUNCT who/5/nsubj/O/PRON said/0/acl:relcl/O/VERB",
        named=True,
    )
    assert [t.text for t in speakers_of(doc[4:5], Documents(doc))] == [who]


def test_speakers_of_gives_a_part_to_who_says_the_whole(make_doc):
    doc = make_doc(
        "Part/4/nsubj/O/NOUN of/3/case/O/ADP Moss/3/nmod:poss/B-PERSON/PROPN "
        "statement/0/nmod/O/NOUN reads/4/ROOT/O/VERB",
        named=True,
    )
    assert [t.text for t in speakers_of(doc[0:4], Documents(doc))] == ["Moss"]


@pytest.mark.parametrize(
    ("relation", "source"),
    [("parataxis", "the mayor"), ("advcl", "NTV reported the mayor")],
)
def test_source_of_is_no_clause_of_who_passes_it_on(make_doc, relation, source):
    doc = make_doc(
        f"NTV/1/nsubj/B-ORG/PROPN reported/4/{relation}/O/VERB the/3/det/O/DET "
        "mayor/1/obj/O/NOUN said/4/ROOT/O/VERB",
    )
    assert found(doc, 4, source=(0, 4)) == source


@pytest.mark.parametrize(
    ("head", "relation", "who"),
    [
        ("One", "nmod", "Hamas"),
        ("group", "appos", "Hamas"),
        ("rocket", "appos", "rocket"),
    ],
)
def test_speakers_of_finds_the_name_beside_one_of_many(make_doc, head, relation, who):
    doc = make_doc(
        f"{head}/3/nsubj/O/NOUN ,/2/punct/O/PUNCT Hamas/0/{relation}/B-ORG/PROPN "
        "said/3/ROOT/O/VERB",
        named=True,
    )
    assert [t.text for t in speakers_of(doc[0:3], Documents(doc))] == [who]


@pytest.mark.parametrize(("label", "expected"), [("B-PERSON", "Bob"), ("O", "Ada")])
def test_source_of_takes_the_named_subject_for_another_sentences(
    make_doc, label, expected
):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN left/1/ROOT/O/VERB ./1/punct/O/PUNCT "
        f"Bob/4/nsubj/{label}/PROPN said/4/ROOT/O/VERB no/4/obj/O/INTJ",
        named=True,
    )
    assert found(doc, 4, source=(0, 1)) == expected

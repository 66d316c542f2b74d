"""Mentions that may be entities."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.findings import Candidate
from kg.extract.mentions.candidates import Content, candidates, gender_of_name

MakeDoc = Callable[..., Doc]


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(candidate.text, candidate.form) for candidate in candidates(doc)]


def only(doc: Doc, text: str) -> Candidate:
    [candidate] = [each for each in candidates(doc) if each.text == text]
    return candidate


@pytest.fixture
def minister(make_doc: MakeDoc) -> Doc:
    return make_doc(
        "North/1/compound/B-LOC/PROPN Korean/3/amod/B-NORP/ADJ Foreign/3/amod/O/ADJ"
        " Minister/4/nmod:desc/O/PROPN Choe/7/nsubj/B-PERSON/PROPN"
        " Son/4/flat/I-PERSON/PROPN Hui/4/flat/I-PERSON/PROPN spoke/7/ROOT/O/VERB",
        named=True,
    )


def test_candidates_take_titles_off_names(minister: Doc) -> None:
    name = only(minister, "Choe Son Hui")
    assert name.title == "Foreign Minister"
    assert name.is_subject
    assert (name.form, name.label) == ("name", "PERSON")


def test_candidates_find_demonyms_whole(minister: Doc) -> None:
    assert ("North Korean", "demonym") in found(minister)
    assert ("Korean", "demonym") not in found(minister)


def test_candidates_leave_the_possessive_sign_outside(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Ghana/2/nmod:poss/B-LOC/PROPN 's/0/case/I-LOC/PART voters/3/nsubj/O/NOUN"
        " decided/3/ROOT/O/VERB",
        named=True,
    )
    assert ("Ghana", "name") in found(doc)


def test_candidates_take_no_date_for_a_name(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Talks/1/nsubj/O/NOUN ended/1/ROOT/O/VERB Friday/1/obl/B-ORG/PROPN", named=True
    )
    assert found(doc) == []


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Nairobi/1/nsubj/B-LOC/PROPN objected/1/ROOT/O/VERB", "metonym"),
        (
            "Rain/1/nsubj/O/NOUN fell/1/ROOT/O/VERB in/3/case/O/ADP"
            " Nairobi/1/obl/B-LOC/PROPN",
            "name",
        ),
        (
            "They/1/nsubj/O/PRON urged/1/ROOT/O/VERB Nairobi/1/obj/B-LOC/PROPN",
            "metonym",
        ),
        (
            "They/1/nsubj/O/PRON visited/1/ROOT/O/VERB Nairobi/1/obj/B-LOC/PROPN",
            "name",
        ),
        (
            "Nairobi/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART offensive/3/nsubj/O/NOUN"
            " failed/3/ROOT/O/VERB",
            "metonym",
        ),
        (
            "Nairobi/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART airport/3/nsubj/O/NOUN"
            " closed/3/ROOT/O/VERB",
            "name",
        ),
    ],
)
def test_candidates_tell_a_capital_that_acts_from_a_place(
    make_doc: MakeDoc, sentence: str, form: str
) -> None:
    lemmas = {"visited": "visit", "urged": "urge"}
    words = [part.split("/")[0] for part in sentence.split()]
    doc = make_doc(
        sentence, lemmas=[lemmas.get(w, w.lower()) for w in words], named=True
    )
    assert only(doc, "Nairobi").form == form


def test_candidates_yield_nominals_with_their_modifiers(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "The/2/det/O/DET foreign/2/amod/O/ADJ minister/3/nsubj/O/NOUN"
        " resigned/3/ROOT/O/VERB",
        named=True,
    )
    nominal = only(doc, "The foreign minister")
    assert (nominal.form, nominal.label) == ("nominal", "PERSON")
    assert nominal.modifiers == ("foreign",)


def test_candidates_yield_the_west_before_a_clause(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "She/1/nsubj/O/PRON accused/1/ROOT/O/VERB the/3/det/O/DET West/1/obj/O/PROPN"
        " of/5/mark/O/SCONJ lying/1/advcl/O/VERB",
        named=True,
    )
    assert ("West", "nominal") in found(doc)


def test_candidates_take_no_direction_for_the_west(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "the/1/det/O/DET West/1/ROOT/O/PROPN Coast/1/flat/O/PROPN", named=True
    )
    assert ("West", "nominal") not in found(doc)


@pytest.mark.parametrize(
    "sentence",
    [
        "No/1/det/O/DET minister/2/nsubj/O/NOUN resigned/2/ROOT/O/VERB",
        "The/1/det/O/DET bridge/2/nsubj/O/NOUN collapsed/2/ROOT/O/VERB",
        "She/3/nsubj/O/PRON was/3/cop/O/AUX a/3/det/O/DET minister/3/ROOT/O/NOUN",
    ],
)
def test_candidates_leave_out_nouns_that_stand_for_nobody(
    make_doc: MakeDoc, sentence: str
) -> None:
    forms = [form for _, form in found(make_doc(sentence, named=True))]
    assert "nominal" not in forms


def test_candidates_tell_pronouns_person_number_and_gender(make_doc: MakeDoc) -> None:
    doc = make_doc("She/1/nsubj/O/PRON told/1/ROOT/O/VERB us/1/iobj/O/PRON", named=True)
    she, us = list(candidates(doc))
    assert (she.person, she.number, she.gender) == (3, "singular", "feminine")
    assert (us.person, us.number, us.lemma) == (1, "plural", "we")


def test_candidates_take_no_empty_it_for_a_mention(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "It/2/expl/O/PRON is/2/cop/O/AUX clear/2/ROOT/O/ADJ that/5/mark/O/SCONJ"
        " rain/5/nsubj/O/NOUN fell/2/csubj/O/VERB",
        named=True,
    )
    assert found(doc) == []


def test_candidates_number_quotations_and_mark_speakers(make_doc: MakeDoc) -> None:
    doc = make_doc(
        '"/2/punct/O/PUNCT I/2/nsubj/O/PRON agree/5/ccomp/O/VERB "/2/punct/O/PUNCT'
        " Ada/5/nsubj/B-PERSON/PROPN said/5/ROOT/O/VERB",
        named=True,
    )
    doc.spans["quotes"] = [doc[0:4]]
    i, ada = list(candidates(doc, speakers=[doc[4].idx]))
    assert i.quotation == 0 and not i.speaks
    assert ada.quotation is None and ada.speaks


def test_candidates_keep_the_apposition_beside_a_name(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "The/1/det/O/DET chairman/6/nsubj/O/NOUN ,/3/punct/O/PUNCT"
        " Ada/1/appos/B-PERSON/PROPN Lovelace/3/flat/I-PERSON/PROPN ,/3/punct/O/PUNCT"
        " left/6/ROOT/O/VERB",
        named=True,
    )
    name = only(doc, "Ada Lovelace")
    assert name.appositive is not None
    assert name.appositive.text == "The chairman"


@pytest.mark.parametrize(
    ("noun", "comma", "beside"),
    [
        ("chairman", ",", "chairman"),
        ("size", ",", "club"),
        # Without a comma the club is called so.
        ("chairman", '"', "club"),
    ],
)
def test_candidates_put_a_name_beside_whoever_a_body_is_of(
    make_doc: MakeDoc, noun: str, comma: str, beside: str
) -> None:
    doc = make_doc(
        f"{noun}/7/nsubj/O/NOUN of/3/case/O/ADP the/3/det/O/DET club/0/nmod/O/NOUN"
        f" {comma}/5/punct/O/PUNCT Ada/3/appos/B-PERSON/PROPN ,/5/punct/O/PUNCT"
        " left/7/ROOT/O/VERB",
        named=True,
    )
    name = only(doc, "Ada")
    assert name.appositive is not None
    assert doc.text[name.appositive.head :].startswith(beside)


@pytest.mark.parametrize(
    ("second", "expected"),
    [("spokeswoman/0/conj/O/NOUN", "Ada"), ("Bob/0/conj/B-PERSON/PROPN", None)],
)
def test_candidates_put_the_second_of_two_descriptions_beside_the_name(
    make_doc, second, expected
):
    doc = make_doc(
        "Ada/6/nsubj/B-PERSON/PROPN ,/2/punct/O/PUNCT builder/0/appos/O/NOUN "
        f"and/4/cc/O/CCONJ {second} ,/2/punct/O/PUNCT spoke/6/ROOT/O/VERB",
        named=True,
    )
    word = second.partition("/")[0]
    (found,) = [each for each in candidates(doc) if each.text == word]
    assert (found.appositive and found.appositive.text) == expected


@pytest.mark.parametrize(
    ("owner", "label"),
    [("Moss/1/compound/B-PERSON/PROPN", "ORG"), ("bombing/1/amod/O/ADJ", None)],
)
def test_candidates_take_a_persons_campaign_for_a_body(make_doc, owner, label):
    doc = make_doc(f"{owner} campaign/2/nsubj/O/NOUN failed/2/ROOT/O/VERB", named=True)
    labels = {each.text: each.label for each in candidates(doc)}
    assert labels.get(f"{owner.partition('/')[0]} campaign") == label


def test_candidates_takes_a_full_name_for_the_person_of_its_surname(make_doc):
    doc = make_doc(
        "Rivers/2/compound/B-ORG/PROPN Hopkins/2/flat/I-ORG/PROPN left/2/ROOT/O/VERB "
        "./2/punct/O/PUNCT Hopkins/5/nsubj/B-PERSON/PROPN ate/5/ROOT/O/VERB "
        "./5/punct/O/PUNCT Hopkins/8/nsubj/B-PERSON/PROPN slept/8/ROOT/O/VERB",
        named=True,
    )
    assert [each.label for each in candidates(doc)] == ["PERSON"] * 3


@pytest.mark.parametrize(
    ("pos", "morph", "expected"),
    [
        ("NOUN", "Number=Sing", "Ada"),
        ("NOUN", "Number=Plur", None),
        ("PROPN", "Number=Sing", None),
    ],
)
def test_candidates_read_a_second_noun_that_describes_a_name(
    make_doc: MakeDoc, pos: str, morph: str, expected: str | None
) -> None:
    # The parse hung the minister on the name, as if she were somebody beside her.
    doc = make_doc(
        "Ada/5/nsubj/B-PERSON/PROPN a/2/det/O/DET builder/0/appos/O/NOUN"
        f" and/4/cc/O/CCONJ minister/0/conj/O/{pos} left/5/ROOT/O/VERB",
        morphs=["", "", "", "", morph, ""],
        named=True,
    )
    appositive = only(doc, "minister").appositive
    assert (appositive.text if appositive else None) == expected


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("policewoman", "feminine"), ("policeman", "masculine"), ("minister", None)],
)
def test_candidates_tell_the_gender_of_a_noun(
    make_doc: MakeDoc, noun: str, gender: str | None
) -> None:
    doc = make_doc(
        f"The/1/det/O/DET {noun}/2/nsubj/O/NOUN left/2/ROOT/O/VERB", named=True
    )
    assert only(doc, f"The {noun}").gender == gender


def test_candidates_count_sentences_outside_quotations(make_doc: MakeDoc) -> None:
    doc = make_doc(
        ["She", "left", "We", "won", "He", "slept"],
        pos=["PRON", "VERB"] * 3,
        sent_starts=[0, 2, 4],
        named=True,
    )
    doc.spans["quotes"] = [doc[2:4]]
    she, we, he = list(candidates(doc))
    assert (she.outside, he.outside) == (1, 2)
    assert (we.quotation, he.quotation) == (0, None)


def test_candidates_inside_a_longer_name_merely_stand(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Kenyan/2/amod/B-ORG/ADJ Foreign/2/amod/I-ORG/PROPN"
        " Ministry/3/nsubj/I-ORG/PROPN spoke/3/ROOT/O/VERB",
        named=True,
    )
    assert only(doc, "Kenyan").merely_stands
    assert not only(doc, "Kenyan Foreign Ministry").merely_stands


@pytest.mark.parametrize(("place", "expected"), [("Lamu", True), ("Kenya", False)])
def test_candidates_know_which_place_merely_stands(
    make_doc: MakeDoc, place: str, expected: bool
) -> None:
    doc = make_doc(
        f"Rain/1/nsubj/O/NOUN fell/1/ROOT/O/VERB in/3/case/O/ADP {place}/1/obl/B-LOC",
        named=True,
    )
    assert only(doc, place).merely_stands is expected


def test_candidates_tell_in_whose_words_they_stand(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Judge/1/flat/O/PROPN Ada/2/nsubj/B-PERSON/PROPN said/2/ROOT/O/VERB"
        " Bob/4/nsubj/B-PERSON/PROPN left/2/ccomp/O/VERB",
        named=True,
    )
    # The parse took the title for the head of the source.
    said = Content(doc[3].idx, len(doc.text), doc[0].idx)
    ada, bob = candidates(doc, speakers=[doc[0].idx], contents=[said])
    assert ada.speaks and ada.said_by == ()
    assert bob.said_by == (ada.head,)


@pytest.mark.parametrize(
    ("title", "name", "gender"),
    [
        ("spokesman", "Mary", "feminine"),
        ("spokesman", "Vex", "masculine"),
        ("Mr.", "Mary", "masculine"),
    ],
)
def test_candidates_believe_a_given_name_more_than_a_spokesman(
    title: str, name: str, gender: str
) -> None:
    assert gender_of_name("PERSON", title, f"{name} Quill") == gender


def test_candidates_take_no_family_name_for_a_given_one() -> None:
    assert gender_of_name("PERSON", "Judge", "Mary") is None
    assert gender_of_name("PERSON", None, "Mary") == "feminine"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("is/3/cop/O/AUX a/3/det/O/DET builder/3/ROOT/O/NOUN", "a builder"),
        ("were/3/cop/O/AUX a/3/det/O/DET builder/3/ROOT/O/NOUN", None),
        ("is/3/cop/O/AUX no/3/det/O/DET builder/3/ROOT/O/NOUN", None),
        ("is/3/aux/O/AUX a/3/det/O/DET builder/3/ROOT/O/NOUN", None),
    ],
)
def test_candidates_keep_what_a_sentence_says_that_a_name_is(
    make_doc: MakeDoc, sentence: str, expected: str | None
) -> None:
    doc = make_doc(f"Ada/3/nsubj/B-PERSON/PROPN {sentence}", named=True)
    appositive = only(doc, "Ada").appositive
    assert (appositive and appositive.text) == expected


@pytest.mark.parametrize(
    ("noun", "is_subject"),
    [("chairman/6/nsubj/O/NOUN", True), ("Bob/6/nsubj/B-PERSON", False)],
)
def test_candidates_take_a_name_for_the_subject_that_describes_it(
    make_doc: MakeDoc, noun: str, is_subject: bool
) -> None:
    doc = make_doc(
        f"The/1/det/O/DET {noun} ,/3/punct/O/PUNCT Ada/1/appos/B-PERSON/PROPN"
        " Moss/3/flat/I-PERSON/PROPN ,/3/punct/O/PUNCT left/6/ROOT/O/VERB",
        named=True,
    )
    assert only(doc, "Ada Moss").is_subject is is_subject


def test_candidates_called_by_name_merely_stand(make_doc: MakeDoc) -> None:
    words = "Thanks/0/ROOT/O/NOUN ,/0/punct/O/PUNCT Ada/0/vocative/B-PERSON/PROPN"
    assert only(make_doc(words, named=True), "Ada").merely_stands
    beside = make_doc(words.replace("vocative", "obj"), named=True)
    assert not only(beside, "Ada").merely_stands

"""The mended names: titles cut off, labels put right, missed names found."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.annotate.names.component import name_spans, names_starting_in

MakeDoc = Callable[..., Doc]


def test_name_spans_cut_a_title_that_the_model_took_in(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Secretary/0/ROOT/O/PROPN of/2/case/O/ADP State/0/nmod/B-ORG/PROPN"
        " Antony/0/flat/I-ORG/PROPN Blinken/0/flat/I-ORG/PROPN",
        named=True,
    )
    [name] = name_spans(doc)
    assert doc[name.start : name.end].text == "Antony Blinken"
    assert (name.label, name.title_start) == ("PERSON", 0)


@pytest.mark.parametrize(
    ("first", "label", "start"),
    [("Quezon", "LOC", 2), ("Deputy", "O", 0)],
)
def test_name_spans_leave_a_town_its_city(
    make_doc: MakeDoc, first: str, label: str, start: int
) -> None:
    tags = (f"B-{label}", f"I-{label}") if label != "O" else ("O", "O")
    doc = make_doc(
        f"{first}/1/compound/{tags[0]}/PROPN City/2/compound/{tags[1]}/PROPN"
        " Mayor/3/nmod:desc/O/PROPN Quill/4/nsubj/B-PERSON/PROPN left/4/ROOT/O/VERB",
        named=True,
    )
    *_, name = name_spans(doc)
    assert (name.label, name.title_start) == ("PERSON", start)


def test_name_spans_type_a_repeated_surname_as_its_full_name(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Ada/2/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN left/2/ROOT/O/VERB"
        " ./2/punct/O/PUNCT Quill/5/nsubj/B-ORG/PROPN returned/5/ROOT/O/VERB",
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == ["PERSON", "PERSON"]


def test_name_spans_find_a_body_that_the_model_missed(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "The/3/det/O/DET National/3/compound/O/PROPN Hurricane/3/compound/O/PROPN"
        " Center/4/nsubj/O/PROPN warned/4/ROOT/O/VERB",
        named=True,
    )
    [name] = name_spans(doc)
    assert (doc[name.start : name.end].text, name.label) == (
        "National Hurricane Center",
        "ORG",
    )


def test_name_spans_find_weapons_by_their_pattern(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Two/2/nummod/O/NUM Shahed-136/2/compound/O/PROPN drones/3/nsubj/O/NOUN"
        " fell/3/ROOT/O/VERB",
        lemmas=["two", "shahed-136", "drone", "fall"],
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == ["WEAPON"]


@pytest.mark.parametrize(
    ("label", "expected"), [("ORG", "OTHER"), ("PERSON", "PERSON")]
)
def test_name_spans_part_treaties_from_people(
    make_doc: MakeDoc, label: str, expected: str
) -> None:
    doc = make_doc(
        f"Doris/1/compound/B-{label}/PROPN Day/1/ROOT/I-{label}/PROPN", named=True
    )
    assert [name.label for name in name_spans(doc)] == [expected]


def test_name_spans_take_no_storm_for_a_person(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Hurricane/1/compound/O/PROPN Ida/2/nsubj/O/PROPN hit/2/ROOT/O/VERB"
        " Rosa/2/obj/B-PERSON/PROPN ./2/punct/O/PUNCT Ida/6/nsubj/B-PERSON/PROPN"
        " grew/6/ROOT/O/VERB",
        named=True,
    )
    labels = [(doc[name.start].text, name.label) for name in name_spans(doc)]
    assert labels == [("Ida", "OTHER"), ("Rosa", "PERSON"), ("Ida", "OTHER")]


def test_name_spans_find_no_weapon_in_other_codes(make_doc: MakeDoc) -> None:
    doc = make_doc("Route/1/nsubj/O/NOUN A-40/1/ROOT/O/PROPN", named=True)
    assert name_spans(doc) == ()


@pytest.mark.parametrize(("verb", "label"), [("say", "PERSON"), ("grow", "LOC")])
def test_name_spans_take_a_place_that_says_something_for_a_person(
    make_doc: MakeDoc, verb: str, label: str
) -> None:
    doc = make_doc(
        f"Olga/2/nsubj/B-LOC/PROPN Quill/0/flat/I-LOC/PROPN {verb}/2/ROOT/O/VERB",
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == [label]


@pytest.mark.parametrize(
    ("relation", "verb", "label"),
    [("flat", "said", "PERSON"), ("flat", "left", "ORG"), ("compound", "said", "ORG")],
)
def test_name_spans_take_a_body_for_a_person_where_the_parse_agrees(
    make_doc: MakeDoc, relation: str, verb: str, label: str
) -> None:
    doc = make_doc(
        f"Olga/2/nsubj/B-ORG/PROPN Quill/0/{relation}/I-ORG/PROPN {verb}/2/ROOT/O/VERB",
        lemmas=["olga", "quill", "say" if verb == "said" else "leave"],
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == [label]


@pytest.mark.parametrize(
    ("before", "kept", "title"),
    [
        ("White House spokesman", "White House", "spokesman"),
        ("EU High Representative", "EU", "High Representative"),
        ("Quillshire District Judge", "Quillshire", "District Judge"),
    ],
)
def test_name_spans_part_a_body_from_the_title_behind_it(
    make_doc: MakeDoc, before: str, kept: str, title: str
) -> None:
    first, second, office = before.split()
    doc = make_doc(
        f"{first}/3/compound/B-ORG/PROPN {second}/3/compound/I-ORG/PROPN"
        f" {office}/3/nmod:desc/O/NOUN Moss/4/nsubj/B-PERSON/PROPN"
        " spoke/4/ROOT/O/VERB",
        named=True,
    )
    body, person = name_spans(doc)
    assert doc[body.start : body.end].text == kept
    assert doc[person.title_start : person.start].text == title


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("WHO/1/nsubj/O/PRON said/1/ROOT/O/VERB so/1/advmod/O/ADV", [("WHO", "ORG")]),
        ("WHO/1/nsubj/O/PRON SAID/1/ROOT/O/VERB SO/1/advmod/O/ADV", []),
        ("Who/1/nsubj/O/PRON said/1/ROOT/O/VERB so/1/advmod/O/ADV", []),
        ("for/1/case/O/ADP Africa/1/ROOT/B-ORG/PROPN", [("Africa", "LOC")]),
    ],
)
def test_name_spans_know_initials_and_continents(
    make_doc: MakeDoc, words: str, names: list[tuple[str, str]]
) -> None:
    assert _names(make_doc(words, named=True)) == names


def test_name_spans_end_where_an_office_begins(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Moss/0/ROOT/B-PERSON/PROPN ,/0/punct/O/PUNCT UN/4/compound/B-ORG/PROPN"
        " High/4/amod/I-ORG/ADJ Commissioner/0/appos/O/PROPN for/6/case/O/ADP"
        " Trade/4/nmod/O/PROPN",
        named=True,
    )
    assert _names(doc) == [("Moss", "PERSON"), ("UN", "ORG")]


def test_names_starting_in_a_stretch_keep_their_titles(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Minister/1/nmod:desc/O/PROPN Quill/2/nsubj/B-PERSON/PROPN met/2/ROOT/O/VERB"
        " Senator/4/nmod:desc/O/PROPN Moss/2/obj/B-PERSON/PROPN",
        named=True,
    )
    quill, moss = name_spans(doc)
    assert (quill.title_start, moss.title_start) == (0, 3)
    assert names_starting_in(doc, 0, 2) == (quill,)
    assert names_starting_in(doc, 2, 5) == (moss,)
    assert names_starting_in(doc, 2, 4) == ()
    assert names_starting_in(doc, -9, 99) == (quill, moss)


def _names(doc: Doc) -> list[tuple[str, str]]:
    return [(doc[n.start : n.end].text, n.label) for n in name_spans(doc)]


def test_name_spans_leave_a_bodys_first_word_though_it_looks_like_a_title(
    make_doc: MakeDoc,
) -> None:
    doc = make_doc(
        "General/1/compound/B-ORG/PROPN Widgets/2/nsubj/I-ORG/PROPN sued/2/ROOT/O/VERB"
        " Prince/4/compound/B-ORG/PROPN Hospital/2/obj/I-ORG/PROPN",
        named=True,
    )
    assert _names(doc) == [("General Widgets", "ORG"), ("Prince Hospital", "ORG")]


def test_name_spans_take_a_rank_in_capitals_for_a_title(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "DCI/1/compound/B-ORG/PROPN Quill/2/nsubj/I-ORG/PROPN left/2/ROOT/O/VERB"
        " ACC/4/compound/B-ORG/PROPN Union/2/obj/I-ORG/PROPN",
        named=True,
    )
    assert _names(doc) == [("Quill", "PERSON"), ("ACC Union", "ORG")]


def test_name_spans_take_no_rank_in_capitals_alone_for_a_body(
    make_doc: MakeDoc,
) -> None:
    doc = make_doc(
        "DGP/1/compound/B-ORG/PROPN Quill/2/nsubj/I-ORG/PROPN left/2/ROOT/O/VERB"
        " the/4/det/O/DET DGP/2/obj/B-ORG/PROPN",
        named=True,
    )
    assert _names(doc) == [("Quill", "PERSON")]


def test_name_spans_take_a_titled_capital_for_a_person(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Queen/1/compound/O/PROPN Sofia/2/nsubj/B-PERSON/PROPN saw/2/ROOT/O/VERB"
        " Sofia/2/obj/B-LOC/PROPN",
        named=True,
    )
    assert _names(doc)[0] == ("Sofia", "PERSON")


def test_name_spans_take_a_large_city_for_a_place(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "They/1/nsubj/O/PRON shelled/1/ROOT/O/VERB Kharkiv/1/obj/B-PERSON/PROPN"
        " and/4/cc/O/CCONJ Houston/2/conj/B-PERSON/PROPN",
        named=True,
    )
    assert _names(doc) == [("Kharkiv", "LOC"), ("Houston", "PERSON")]


def test_name_spans_keep_the_dot_of_a_generation(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Ada/2/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN"
        " Sr/0/flat/I-PERSON/PROPN ./0/punct/O/PUNCT spoke/4/ROOT/O/VERB",
        named=True,
        spaces=[True, True, False, True, False],
    )
    assert _names(doc) == [("Ada Quill Sr.", "PERSON")]


def test_name_spans_join_names_that_a_list_turns_round(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Quill/5/nsubj/B-PERSON/PROPN ,/0/punct/O/PUNCT Ada/0/appos/B-PERSON/PROPN"
        " ;/4/punct/O/PUNCT Moss/0/conj/B-PERSON/PROPN left/5/ROOT/O/VERB",
        named=True,
    )
    assert _names(doc) == [("Quill, Ada", "PERSON"), ("Moss", "PERSON")]


@pytest.mark.parametrize("family", ["Quillsen", "Ida"])
def test_name_spans_tell_a_person_turned_round_from_two(
    make_doc: MakeDoc, family: str
) -> None:
    doc = make_doc(
        f"{family}/4/nsubj/B-PERSON/PROPN ,/0/punct/O/PUNCT Anna/0/appos/B-PERSON/PROPN"
        " ,/0/punct/O/PUNCT told/4/ROOT/O/VERB us/4/obj/O/PRON",
        named=True,
    )
    names = [text for text, _ in _names(doc)]
    assert names == (["Quillsen, Anna"] if family == "Quillsen" else ["Ida", "Anna"])


def test_name_spans_join_a_list_of_names_turned_round(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Quillsen/0/ROOT/B-LOC/PROPN ,/0/punct/O/PUNCT Anna/0/appos/B-LOC/PROPN"
        " ,/0/punct/O/PUNCT and/5/cc/O/CCONJ Mossberg/0/conj/B-PERSON/PROPN"
        " ,/0/punct/O/PUNCT Pablo/0/appos/B-PERSON/PROPN",
        named=True,
    )
    assert _names(doc) == [("Quillsen, Anna", "PERSON"), ("Mossberg, Pablo", "PERSON")]


@pytest.mark.parametrize("behind", ["elect", "designate"])
def test_name_spans_take_a_mayor_elect_for_a_person(
    make_doc: MakeDoc, behind: str
) -> None:
    doc = make_doc(
        f"Mayor/2/compound/O/NOUN -/0/punct/O/PUNCT {behind}/3/nmod:desc/O/NOUN"
        " Anna/5/nsubj/B-ORG/PROPN Banks/3/flat/I-ORG/PROPN left/5/ROOT/O/VERB",
        named=True,
        spaces=[False, False, True, True, True, True],
    )
    [name] = name_spans(doc)
    assert (name.label, name.title_start) == ("PERSON", 0)


def test_name_spans_join_persons_over_a_particle(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Seif/5/nsubj/B-PERSON/PROPN al/0/flat/O/PROPN -/0/punct/O/PUNCT"
        " Nasr/0/flat/B-PERSON/PROPN Haddad/0/flat/I-PERSON/PROPN left/5/ROOT/O/VERB",
        named=True,
        spaces=[True, False, False, True, True, True],
    )
    assert _names(doc) == [("Seif al-Nasr Haddad", "PERSON")]


def test_name_spans_join_a_family_name_in_capitals_with_the_given_name(
    make_doc: MakeDoc,
) -> None:
    doc = make_doc(
        "QUILL/4/nsubj/B-PERSON/PROPN ,/0/punct/O/PUNCT Anna/0/appos/B-PERSON/PROPN"
        " ,/0/punct/O/PUNCT left/4/ROOT/O/VERB",
        named=True,
    )
    assert _names(doc) == [("QUILL, Anna", "PERSON")]


def test_name_spans_keep_a_generation_behind_a_comma(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Ada/5/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN ,/3/punct/O/PUNCT"
        " Sr/0/flat/O/PROPN ./0/punct/O/PUNCT spoke/5/ROOT/O/VERB",
        named=True,
        spaces=[True, False, True, False, True, False],
    )
    assert _names(doc) == [("Ada Quill, Sr.", "PERSON")]


@pytest.mark.parametrize(("head", "label"), [("troops", "NORP"), ("laughed", "PERSON")])
def test_name_spans_know_peoples_of_old(
    make_doc: MakeDoc, head: str, label: str
) -> None:
    is_people = head == "troops"
    first = f"Norman/1/{'compound' if is_people else 'nsubj'}/B-PERSON/PROPN"
    last = f"{head}/{'2/nsubj' if is_people else '1/ROOT'}/O/"
    words = f"{first} {last}{'NOUN fled/2/ROOT/O/VERB' if is_people else 'VERB'}"
    assert _names(make_doc(words, named=True)) == [("Norman", label)]


def test_name_spans_read_capitals_as_the_name_below(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "KORVEL/1/nsubj/B-PERSON/PROPN burns/1/ROOT/O/VERB"
        " in/3/case/O/ADP Korvel/1/obl/B-LOC/PROPN",
        named=True,
    )
    assert _names(doc) == [("KORVEL", "LOC"), ("Korvel", "LOC")]


def test_name_spans_take_what_is_shelled_for_a_town(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "They/1/nsubj/O/PRON shelled/1/ROOT/O/VERB Korvel/1/obj/B-PERSON/PROPN",
        named=True,
    )
    assert _names(doc) == [("Korvel", "LOC")]


@pytest.mark.parametrize(
    ("word", "is_name"), [("We", False), ("Us", False), ("US", True)]
)
def test_name_spans_take_no_pronoun_for_a_name(
    make_doc: MakeDoc, word: str, is_name: bool
) -> None:
    doc = make_doc(f"{word}/1/nsubj/B-ORG/PRON agreed/1/ROOT/O/VERB", named=True)
    assert bool(name_spans(doc)) == is_name


def hyphened(make_doc: MakeDoc, *words: str) -> Doc:
    """Return a doc of the words with hyphens between them, and a verb after them."""
    annotated = [word for each in words for word in (each, "-/0/punct/O/PUNCT")][:-1]
    end = len(annotated)
    spaces = [False] * (end - 1) + [True, True]
    return make_doc([*annotated, f"met/{end}/ROOT/O/VERB"], spaces=spaces, named=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Eui/0/dep/B-PERSON/PROPN", "yong/0/dep/O/PROPN"), [("Eui-yong", "PERSON")]),
        (
            ("Kenya/0/dep/B-LOC/PROPN", "Ghana/0/dep/O/PROPN"),
            [("Kenya", "LOC"), ("Ghana", "LOC")],
        ),
        (
            ("Moss/0/dep/B-PERSON/PROPN", "Hale/0/dep/B-PERSON/PROPN"),
            [("Moss", "PERSON"), ("Hale", "PERSON")],
        ),
        (("Quillco/0/dep/B-ORG/PROPN", "led/0/dep/O/VERB"), [("Quillco", "ORG")]),
        (
            (
                "Wark/0/dep/B-LOC/PROPN",
                "upon/0/dep/O/ADP",
                "Avon/0/dep/O/PROPN",
            ),
            [("Wark-upon-Avon", "LOC")],
        ),
    ],
)
def test_name_spans_go_on_after_a_hyphen_where_the_name_does(
    make_doc: MakeDoc, words: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert _names(hyphened(make_doc, *words)) == expected


def test_name_spans_leave_out_a_lawmakers_party_and_state(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Ada/8/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN (/3/punct/O/PUNCT"
        " D/0/appos/B-PERSON/PROPN -/3/punct/O/PUNCT Calif./3/flat/B-LOC/PROPN"
        " )/3/punct/O/PUNCT has/8/aux/O/AUX left/8/ROOT/O/VERB",
        spaces=[True, True, False, False, False, False, True, True, True],
        named=True,
    )
    assert _names(doc) == [("Ada Quill", "PERSON")]


def test_name_spans_find_followers_that_the_model_missed(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "She/1/nsubj/O/PRON met/1/ROOT/O/VERB Democrats/1/obj/O/PROPN", named=True
    )
    assert _names(doc) == [("Democrats", "NORP")]


@pytest.mark.parametrize(("family", "label"), [("Moss", "ORG"), ("Quill", "PERSON")])
def test_name_spans_take_the_opening_of_a_companys_name_for_the_company(
    make_doc: MakeDoc, family: str, label: str
) -> None:
    doc = make_doc(
        "Quill/2/compound/B-ORG/PROPN Motor/2/compound/I-ORG/PROPN"
        f" Inc./3/nsubj/I-ORG/PROPN hired/3/ROOT/O/VERB Ada/3/obj/B-PERSON/PROPN"
        f" {family}/4/flat/I-PERSON/PROPN ./3/punct/O/PUNCT"
        " Quill/8/nsubj/B-PERSON/PROPN paid/8/ROOT/O/VERB",
        named=True,
    )
    assert _names(doc)[-1] == ("Quill", label)


@pytest.mark.parametrize(("word", "is_name"), [("East", True), ("Eastern", False)])
def test_name_spans_take_no_regional_adjective_for_a_place(
    make_doc: MakeDoc, word: str, is_name: bool
) -> None:
    doc = make_doc(
        f"Middle/1/amod/B-LOC/PROPN {word}/2/compound/I-LOC/PROPN talks/2/ROOT/O/NOUN",
        named=True,
    )
    assert bool(name_spans(doc)) is is_name


def test_name_spans_find_a_storm_again_by_its_name_alone(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Then/4/advmod/O/ADV Hurricane/2/compound/O/PROPN Ida/4/nsubj/O/PROPN"
        " has/4/aux/O/AUX hit/4/ROOT/O/VERB ./4/punct/O/PUNCT"
        " Later/8/advmod/O/ADV Ida/8/nsubj/O/PROPN grew/8/ROOT/O/VERB",
        named=True,
    )
    assert _names(doc)[-1] == ("Ida", "OTHER")


def test_name_spans_find_a_name_of_several_words_again(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Borea/1/compound/B-ORG/PROPN Wharf/2/nsubj/I-ORG/PROPN left/2/ROOT/O/VERB"
        " ;/2/punct/O/PUNCT how/7/advmod/O/ADV Borea/6/compound/O/PROPN"
        " Wharf/7/nsubj/O/PROPN left/2/parataxis/O/VERB",
        named=True,
    )
    assert [(name.start, name.label) for name in name_spans(doc)] == [
        (0, "ORG"),
        (5, "ORG"),
    ]


def test_name_spans_take_an_apposed_storm_for_no_person(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Ida/5/nsubj/B-PERSON/PROPN ,/3/punct/O/PUNCT a/3/det/O/DET"
        " hurricane/0/appos/O/NOUN ,/3/punct/O/PUNCT grew/5/ROOT/O/VERB",
        named=True,
    )
    assert _names(doc) == [("Ida", "OTHER")]


@pytest.mark.parametrize(("before", "start"), [("Latin", 0), ("Many", 1)])
def test_name_spans_tell_a_continents_people_from_a_states(
    make_doc: MakeDoc, before: str, start: int
) -> None:
    doc = make_doc(
        f"{before}/1/amod/O/ADJ American/2/amod/B-NORP/ADJ bishops/3/nsubj/O/NOUN"
        " left/3/ROOT/O/VERB",
        named=True,
    )
    assert [name.start for name in name_spans(doc)] == [start]


@pytest.mark.parametrize(
    ("given", "name"), [("", "Dean Quill"), ("Ada/2/flat/I-PERSON/PROPN ", "Ada Quill")]
)
def test_name_spans_have_a_given_name_that_is_a_title_elsewhere(
    make_doc: MakeDoc, given: str, name: str
) -> None:
    doc = make_doc(
        f"Cpl./1/compound/O/PROPN Dean/1/ROOT/B-PERSON/PROPN {given}"
        "Quill/1/flat/I-PERSON/PROPN",
        named=True,
    )
    assert _names(doc) == [(name, "PERSON")]


def test_name_spans_take_a_korean_name_for_no_place(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Seo-yeon/2/nsubj/B-LOC/PROPN Park/0/flat/I-LOC/PROPN left/2/ROOT/O/VERB",
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == ["PERSON"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [("lawyers", [("Quill & Hartwell", "ORG")]), ("Ada", [("Ada Quill", "PERSON")])],
)
def test_name_spans_join_the_founders_of_a_firm(
    make_doc: MakeDoc, before: str, expected: list[tuple[str, str]]
) -> None:
    label = "B-PERSON" if before == "Ada" else "O"
    doc = make_doc(
        f"the/1/det/O/DET {before}/2/compound/{label}/PROPN"
        f" Quill/5/nsubj/{'I' if before == 'Ada' else 'B'}-PERSON/PROPN &/4/cc/O/CCONJ"
        " Hartwell/2/conj/B-PERSON/PROPN left/5/ROOT/O/VERB",
        named=True,
    )
    found = [(doc[name.start : name.end].text, name.label) for name in name_spans(doc)]
    assert found[:1] == expected


@pytest.mark.parametrize(
    ("words", "title_start"),
    [
        # Whom somebody served is no part of the title, and what he is for is.
        ("Former/4/amod/O/ADJ Kenyan/4/amod/B-NORP/ADJ Foreign/4/amod/O/ADJ", 2),
        ("Former/4/amod/O/ADJ Seaside/4/amod/O/ADJ Towns/4/compound/O/PROPN", 0),
    ],
)
def test_name_spans_leave_an_owner_out_of_a_title(
    make_doc: MakeDoc, words: str, title_start: int
) -> None:
    doc = make_doc(
        f"{words} Minister/4/nmod:desc/O/PROPN Quill/5/nsubj/B-PERSON/PROPN"
        " left/5/ROOT/O/VERB",
        named=True,
    )
    *_, name = name_spans(doc)
    assert name.title_start == title_start


@pytest.mark.parametrize(
    ("title", "word", "names"),
    [
        ("Mr.", "Secretary", []),
        ("Madam", "Speaker", []),
        ("Mr.", "Bishop", ["Bishop"]),
        ("Justice", "Speaker", ["Speaker"]),
        ("Her", "Majesty", []),
        ("Queen", "Grace", ["Grace"]),
    ],
)
def test_name_spans_take_no_office_that_is_addressed_for_a_name(
    make_doc: MakeDoc, title: str, word: str, names: list[str]
) -> None:
    doc = make_doc(
        f"Thanks/0/ROOT/O/NOUN {title}/2/compound/O/PROPN"
        f" {word}/0/vocative/B-PERSON/PROPN ,/0/punct/O/PUNCT",
        named=True,
    )
    found = name_spans(doc)
    assert [doc[name.start : name.end].text for name in found] == names


@pytest.mark.parametrize("comma", ["", " ,/0/punct/O/PUNCT"])
@pytest.mark.parametrize("label", ["I-PERSON", "B-ORG", "O"])
def test_name_spans_leave_out_the_letters_behind_a_name(
    make_doc: MakeDoc, comma: str, label: str
) -> None:
    doc = make_doc(
        f"Ada/0/ROOT/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN{comma}"
        f" KC/0/appos/{'B-ORG' if comma else label}/PROPN",
        named=True,
    )
    names = [doc[name.start : name.end].text for name in name_spans(doc)]
    assert names == ["Ada Quill"]


def test_name_spans_leave_out_what_a_share_goes_by(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Quorm/0/ROOT/B-ORG/PROPN (/3/punct/O/PUNCT NYSE/0/appos/B-ORG/PROPN"
        " :/4/punct/O/PUNCT QRM/2/appos/B-ORG/PROPN )/2/punct/O/PUNCT",
        named=True,
        spaces=[True, False, False, True, False, False],
    )
    names = [doc[name.start : name.end].text for name in name_spans(doc)]
    assert names == ["Quorm"]

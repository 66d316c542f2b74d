"""Treaties, laws and other things that have a name."""

import pytest

from kg.annotate.names.works import add_works


def found(make_doc, words, names=None):
    doc = make_doc(words)
    spans = {} if names is None else dict(names)
    add_works(doc, spans)
    return {doc[start:end].text: label for (start, end), label in spans.items()}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "the//O/DET Harbour//O/PROPN Wharf//O/PROPN 2//O/NUM pipeline//O/NOUN",
            "Harbour Wharf 2",
        ),
        ("in//O/ADP World//O/PROPN War//O/PROPN II//O/PROPN", "World War II"),
        ("under//O/ADP Resolution//O/PROPN 2254//O/NUM", "Resolution 2254"),
        ("the//O/DET Clean//O/ADJ Rivers//O/PROPN", "Clean Rivers"),
        (
            "the//O/DET Safety//O/PROPN in//O/ADP Harbour//O/PROPN Works//O/PROPN"
            " Report//O/PROPN",
            "Safety in Harbour Works Report",
        ),
        (
            "the//O/DET Harbour//O/PROPN Convention//O/PROPN on//O/ADP the//O/DET"
            " Rights//O/PROPN",
            "Harbour Convention on the Rights",
        ),
    ],
)
def test_add_works_finds_names_without_a_span(make_doc, words, expected):
    words = words.replace("//", "/0/dep/")
    assert found(make_doc, words) == {expected: "OTHER"}


@pytest.mark.parametrize(
    "words",
    [
        "Harbour/0/ROOT/O/PROPN Wharf/0/dep/O/PROPN",  # the first words of a sentence
        "the/0/ROOT/O/DET Wharf/0/dep/O/PROPN",  # one word alone
        "as/0/ROOT/O/ADP Vice/0/dep/O/PROPN President/0/dep/O/PROPN",
        "met/0/ROOT/O/VERB John/0/dep/O/PROPN Wharf/0/dep/O/PROPN",
        "the/0/ROOT/O/DET Harbour/0/dep/O/PROPN Free/0/dep/O/ADJ",
        "in/0/ROOT/O/ADP Category/0/dep/O/PROPN 2/0/dep/O/NUM",
        "on/0/ROOT/O/ADP Harbour/0/dep/B-DATE/PROPN Friday/0/dep/I-DATE/PROPN",
        "anti/0/ROOT/O/NOUN -/0/dep/O/PUNCT Harbour/0/dep/O/PROPN Wharf/0/dep/O/PROPN",
    ],
)
def test_add_works_finds_no_name_in_other_capitals(make_doc, words):
    assert found(make_doc, words) == {}


def test_add_works_takes_in_the_name_before_a_law(make_doc):
    words = (
        "the/0/ROOT/O/DET Kenya/0/dep/B-LOC/PROPN Fisheries/0/dep/O/PROPN"
        " Act/0/dep/O/PROPN"
    )
    expected = {"Kenya Fisheries Act": "OTHER"}
    assert found(make_doc, words.replace("B-LOC", "O"), {(1, 2): "LOC"}) == expected


def test_add_works_leaves_a_name_before_other_capitals(make_doc):
    words = "the/0/ROOT/O/DET Kenya/0/dep/O/PROPN Big/0/dep/O/PROPN Wharf/0/dep/O/PROPN"
    assert found(make_doc, words, {(1, 2): "LOC"}) == {"Kenya": "LOC"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "at/0/ROOT/O/ADP Summit/0/dep/B-EVENT/PROPN of/0/dep/I-EVENT/ADP"
            " Lakes/0/dep/I-EVENT/PROPN",
            {"Summit of Lakes": "OTHER"},
        ),
        (
            "at/0/ROOT/O/ADP Summit/0/dep/B-EVENT/PROPN for/0/dep/I-EVENT/ADP",
            {},
        ),
        ("the/0/ROOT/O/DET Summit/0/dep/B-EVENT/PROPN", {}),
        (
            "on/0/ROOT/O/ADP Harbour/0/dep/B-EVENT/PROPN Friday/0/dep/I-EVENT/PROPN",
            {},
        ),
    ],
)
def test_add_works_takes_whole_names_of_events(make_doc, words, expected):
    assert found(make_doc, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The//O/DET Ada//O/PROPN Accords//O/PROPN", {"Ada Accords": "OTHER"}),
        ("the//O/DET Client//O/PROPN Project//O/PROPN", {"Client Project": "OTHER"}),
        ("of//O/ADP Tropical//O/PROPN Storm//O/PROPN Ida//O/PROPN", {}),
    ],
)
def test_add_works_knows_a_work_by_its_last_word(make_doc, words, expected):
    taken = {(3, 4): "OTHER"} if "Ida" in words else {}
    expected |= {"Ida": "OTHER"} if taken else {}
    assert found(make_doc, words.replace("//", "/0/dep/"), taken) == expected


def test_add_works_makes_one_name_of_a_ship(make_doc):
    words = (
        "ship/0/ROOT/O/NOUN MV/0/dep/O/PROPN Ada/0/dep/O/PROPN Star/0/dep/O/PROPN"
        " sank/0/dep/O/VERB near/0/dep/O/ADP Ada/0/dep/O/PROPN Star/0/dep/O/PROPN"
    )
    names = {(2, 3): "PERSON", (6, 8): "PERSON"}
    expected = {"MV Ada Star": "OTHER", "Ada Star": "OTHER"}
    assert found(make_doc, words, names) == expected

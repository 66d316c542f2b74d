"""Phrases that name an office."""

import pytest

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.extract.offices.phrases import offices_of
from kg.extract.offices.titled import office_after, office_before, owners_by_end


def by_head(doc):
    return {head_of(doc, name).i: name for name in name_spans(doc)}


def read_before(doc):
    """Give the office in the title before the last name of a doc."""
    owners = owners_by_end(doc, name_spans(doc))
    return one(office_before(doc, name_spans(doc)[-1], owners))


def one(offices):
    """Give title and owner of the only office, None where there is none."""
    [office] = list(offices) or [None]
    return (office.title, office.object_.text) if office else None


def read(doc, at, *, is_past=False):
    return one(offices_of(doc[at], by_head(doc), is_past=is_past))


def test_owners_by_end_are_the_longest_states_and_bodies(make_doc):
    doc = make_doc("a b c d e f g h Africa")
    nested = (NameSpan(0, 4, "ORG", 0), NameSpan(2, 4, "NORP", 2))
    others = (NameSpan(5, 6, "PERSON", 5), NameSpan(7, 8, "LOC", 7))
    continent = NameSpan(8, 9, "LOC", 8)
    found = owners_by_end(doc, [*nested, *others, continent])
    assert found == {4: nested[0], 8: others[1]}


@pytest.mark.parametrize(
    ("mark", "title"),
    [
        ("former", "former President"),
        ("then", "then President"),
        ("ex", "former President"),
        ("old", "President"),
    ],
)
def test_office_before_says_what_puts_it_past(make_doc, mark, title):
    doc = make_doc(
        f"{mark}/2/amod/O/ADJ Kenyan/2/amod/B-NORP/ADJ President/3/nmod:desc/O/PROPN"
        " Quill/4/nsubj/B-PERSON/PROPN left/4/ROOT/O/VERB",
        named=True,
    )
    assert read_before(doc) == (title, "Kenyan")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Minister/3/nmod:desc/O/PROPN Dr./3/nmod:desc/O/PROPN", "Minister"),
        ("Prime/2/amod/O/ADJ Minister/3/nmod:desc/O/PROPN", "Prime Minister"),
    ],
)
def test_office_before_leaves_forms_of_address_out(make_doc, title, expected):
    doc = make_doc(
        f"Kenyan/3/amod/B-NORP/ADJ {title} Quill/4/nsubj/B-PERSON/PROPN"
        " left/4/ROOT/O/VERB",
        named=True,
    )
    assert read_before(doc) == (expected, "Kenyan")


@pytest.mark.parametrize(
    "words",
    [
        # An office of nobody that the text names.
        "The/1/det/O/DET President/2/nmod:desc/O/PROPN Quill/3/nsubj/B-PERSON/PROPN"
        " left/3/ROOT/O/VERB",
        # A form of address is no office.
        "Kenyan/1/amod/B-NORP/ADJ Ms./2/nmod:desc/O/PROPN Quill/3/nsubj/B-PERSON/PROPN"
        " left/3/ROOT/O/VERB",
    ],
)
def test_office_before_needs_an_office_and_whom_it_serves(make_doc, words):
    assert read_before(make_doc(words, named=True)) is None


def test_office_before_reads_an_owner_with_its_sign(make_doc):
    doc = make_doc(
        "Kenya/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART President/3/nmod:desc/O/PROPN"
        " Quill/4/nsubj/B-PERSON/PROPN left/4/ROOT/O/VERB",
        named=True,
    )
    assert read_before(doc) == ("President", "Kenya")


@pytest.mark.parametrize(
    ("preposition", "expected"), [("of", ("governor", "Kenya")), ("against", None)]
)
def test_offices_of_reads_whom_it_serves_after_it(make_doc, preposition, expected):
    doc = make_doc(
        f"the/1/det/O/DET governor/1/ROOT/O/NOUN {preposition}/3/case/O/ADP"
        " Kenya/1/nmod/B-LOC/PROPN",
        named=True,
    )
    assert read(doc, 1) == expected


def test_offices_of_gives_a_body_and_not_whom_it_serves(make_doc):
    doc = make_doc(
        "head/0/ROOT/O/NOUN of/4/case/O/ADP the/4/det/O/DET Kenyan/4/amod/B-NORP/ADJ"
        " army/0/nmod/O/NOUN",
        named=True,
    )
    assert read(doc, 0) == ("head", "the Kenyan army")


def test_offices_of_leaves_praise_out_of_the_title(make_doc):
    doc = make_doc(
        "an/4/det/O/DET influential/4/amod/O/ADJ and/3/cc/O/CCONJ"
        " outspoken/1/conj/O/ADJ leader/4/ROOT/O/NOUN of/6/case/O/ADP"
        " Acme/4/nmod/B-ORG/PROPN",
        named=True,
    )
    assert read(doc, 4) == ("leader", "Acme")


def test_offices_of_takes_a_complement_into_the_title(make_doc):
    doc = make_doc(
        "Kenya/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART envoy/2/ROOT/O/NOUN"
        " to/4/case/O/ADP Chad/2/nmod/B-LOC/PROPN",
        named=True,
    )
    assert read(doc, 2) == ("envoy to Chad", "Kenya")


@pytest.mark.parametrize(
    ("adjective", "title"),
    [("former", "former envoy"), ("then", "then envoy"), ("new", "new envoy")],
)
def test_offices_of_puts_past_what_the_phrase_does(make_doc, adjective, title):
    doc = make_doc(
        f"{adjective}/2/amod/O/ADJ Kenyan/2/amod/B-NORP/ADJ envoy/2/ROOT/O/NOUN",
        named=True,
    )
    assert read(doc, 2)[0] in {title, "envoy"}
    assert read(doc, 2)[0] == (title if adjective != "new" else "envoy")


def test_offices_of_is_former_where_the_clause_says_so(make_doc):
    doc = make_doc("Kenyan/1/amod/B-NORP/ADJ envoy/1/ROOT/O/NOUN", named=True)
    assert read(doc, 1, is_past=True) == ("former envoy", "Kenyan")
    assert read(doc, 1) == ("envoy", "Kenyan")


@pytest.mark.parametrize(
    ("owner", "expected"), [("its/PRON", "its"), ("my/PRON", None)]
)
def test_offices_of_reads_pronouns_for_bodies(make_doc, owner, expected):
    word, pos = owner.split("/")
    doc = make_doc(f"{word}/1/nmod:poss/O/{pos} envoy/1/ROOT/O/NOUN", named=True)
    found = read(doc, 1)
    assert (found[1] if found else None) == expected


def test_office_before_reads_joined_titles(make_doc):
    doc = make_doc(
        "Thai/2/amod/B-NORP/ADJ Prime/2/amod/O/PROPN Minister/6/nmod:desc/O/PROPN"
        " and/5/cc/O/CCONJ Defence/5/compound/O/PROPN Minister/6/nmod:desc/O/PROPN"
        " Quill/7/nsubj/B-PERSON/PROPN left/7/ROOT/O/VERB",
        named=True,
    )
    owners = owners_by_end(doc, name_spans(doc))
    found = office_before(doc, name_spans(doc)[-1], owners)
    assert [office.title for office in found] == ["Prime Minister", "Defence Minister"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # Brackets may stand between owner and title.
        (
            "Acme/4/compound/B-ORG/PROPN (/2/punct/O/PUNCT AC/0/appos/B-ORG/PROPN"
            " )/2/punct/O/PUNCT chairman/5/nmod:desc/O/NOUN"
            " Quill/6/nsubj/B-PERSON/PROPN left/6/ROOT/O/VERB",
            ("chairman", "Acme"),
        ),
        # What stands before a title with a comma in it is where, not for whom.
        (
            "Bern/3/compound/B-LOC/PROPN ,/0/punct/I-LOC/PUNCT D.C./0/flat/I-LOC/PROPN"
            " Secretary/4/nmod:desc/O/PROPN Quill/5/nsubj/B-PERSON/PROPN"
            " left/5/ROOT/O/VERB",
            None,
        ),
    ],
)
def test_office_before_finds_the_owner(make_doc, words, expected):
    assert read_before(make_doc(words, named=True)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "President/1/nmod:desc/O/PROPN Quill/5/nsubj/B-PERSON/PROPN of/4/case/O/ADP"
            " the/4/det/O/DET OAS/1/nmod/B-ORG/PROPN left/5/ROOT/O/VERB",
            ("President", "OAS"),
        ),
        (
            "Chairman/5/nsubj/O/PROPN of/2/case/O/ADP Acme/0/nmod/B-ORG/PROPN"
            " Ada/0/appos/B-PERSON/PROPN Quill/3/flat/I-PERSON/PROPN"
            " left/5/ROOT/O/VERB",
            ("Chairman", "Acme"),
        ),
        # The chairman is Moss.
        (
            "Moss/7/nsubj/B-PERSON/PROPN ,/2/punct/O/PUNCT Chairman/0/appos/O/PROPN"
            " of/4/case/O/ADP Acme/2/nmod/B-ORG/PROPN Ada/0/appos/B-PERSON/PROPN"
            " Quill/5/flat/I-PERSON/PROPN left/7/ROOT/O/VERB",
            None,
        ),
    ],
)
def test_office_after_reads_an_owner_behind_of(make_doc, words, expected):
    doc = make_doc(words, named=True)
    name = [name for name in name_spans(doc) if name.label == "PERSON"][-1]
    names = {name.start: name for name in name_spans(doc)}
    found = office_after(doc, name, names, owners_by_end(doc, names.values()))
    assert one(found) == expected


def test_offices_of_serve_each_of_several_owners(make_doc):
    doc = make_doc(
        "director/0/ROOT/O/NOUN of/2/case/O/ADP Acme/0/nmod/B-ORG/PROPN"
        " and/4/cc/O/CCONJ Ajax/2/conj/B-ORG/PROPN",
        named=True,
    )
    found = list(offices_of(doc[0], by_head(doc), is_past=False))
    assert [office.object_.text for office in found] == ["Acme", "Ajax"]


@pytest.mark.parametrize(
    ("word", "title"), [("town", "mayor"), ("press", "mayor of the press")]
)
def test_offices_of_go_on_to_the_name(make_doc, word, title):
    doc = make_doc(
        f"mayor/0/ROOT/O/NOUN of/3/case/O/ADP the/3/det/O/DET {word}/0/nmod/O/NOUN"
        " of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN",
        named=True,
    )
    assert read(doc, 0) == (title, "Bern")


def test_offices_of_have_their_own_phrases(make_doc):
    doc = make_doc(
        "Minister/0/ROOT/O/NOUN of/2/case/O/ADP Trade/0/nmod/O/PROPN"
        " and/4/cc/O/CCONJ Director/2/conj/O/NOUN of/6/case/O/ADP"
        " Acme/0/nmod/B-ORG/PROPN",
        named=True,
    )
    assert read(doc, 0) is None
    assert read(doc, 4) == ("Director", "Acme")

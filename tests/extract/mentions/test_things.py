"""Nouns for named things, and the phrases that take them up."""

import pytest

from kg.annotate.names.component import NameSpan, name_spans
from kg.extract.mentions.things import kinds_of, things


def kinds(make_doc, words, label, first=0, last=None):
    doc = make_doc(words)
    end = len(doc) if last is None else last
    return kinds_of(doc, NameSpan(first, end, label, first))


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        ("Harbour/1/compound/O/PROPN Act/1/ROOT/O/PROPN", "OTHER", ("act",)),
        ("Hurricane/0/ROOT/O/PROPN Ida/0/flat/O/PROPN", "OTHER", ("hurricane", "ida")),
        ("Borea/1/compound/O/PROPN Bank/1/ROOT/O/PROPN", "ORG", ()),
        ("Borea/0/ROOT/O/PROPN", "OTHER", ()),
    ],
)
def test_kinds_of_reads_the_name_of_a_thing(make_doc, words, label, expected):
    assert kinds(make_doc, words, label) == expected


@pytest.mark.parametrize(
    ("words", "place", "label", "expected"),
    [
        ("tanker/0/ROOT/O/NOUN Borea/0/flat/O/PROPN", 1, "OTHER", ("tanker",)),
        (
            "Borea/0/ROOT/O/PROPN ,/0/punct/O/PUNCT tanker/0/appos/O/NOUN",
            0,
            "ORG",
            ("tanker",),
        ),
        ("charity/0/ROOT/O/NOUN Borea/0/flat/O/PROPN", 1, "ORG", ()),
        ("Lamu/0/ROOT/O/PROPN ,/0/punct/O/PUNCT port/0/appos/O/NOUN", 0, "LOC", ()),
        ("Borea/1/compound/O/PROPN portal/1/ROOT/O/NOUN", 0, "OTHER", ("portal",)),
        ("Borea/1/compound/O/PROPN portal/1/ROOT/O/NOUN", 0, "ORG", ()),
        ("Storm/0/ROOT/O/PROPN Ida/0/flat/O/PROPN", 1, "OTHER", ("storm",)),
        ("sank/0/ROOT/O/VERB Borea/0/obj/O/PROPN", 1, "OTHER", ()),
    ],
)
def test_kinds_of_reads_the_nouns_beside(make_doc, words, place, label, expected):
    assert kinds(make_doc, words, label, place, place + 1) == expected


@pytest.mark.parametrize(
    ("words", "is_accused"),
    [
        ("Quill/2/nsubj:pass/O/PROPN was/2/aux:pass/O charged/2/ROOT/O/VERB", True),
        ("Quill/2/nsubj/O/PROPN had/2/aux/O charged/2/ROOT/O/VERB", False),
        (
            "Quill/1/nsubj/O/PROPN came/1/ROOT/O/VERB charged/1/advcl/O/VERB",
            True,
        ),
        (
            "Quill/1/nsubj/O/PROPN came/1/ROOT/O/VERB accusing/1/advcl/O/VERB",
            False,
        ),
        ("Quill/1/nsubj:pass/O/PROPN praised/1/ROOT/O/VERB", False),
    ],
)
def test_kinds_of_know_who_is_accused(make_doc, words, is_accused):
    found = kinds(make_doc, words, "PERSON", 0, 1)
    assert found == (("accused",) if is_accused else ())


SANK = "sank/2/ROOT/O/VERB"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"the/1/det/O/DET ship/2/nsubj/O/NOUN {SANK}", ["the ship"]),
        (f"this/1/det/O/DET tanker/2/nsubj/O/NOUN {SANK}", ["this tanker"]),
        (f"a/1/det/O/DET ship/2/nsubj/O/NOUN {SANK}", []),
        (f"the/1/det/O/DET storm/2/nsubj/O/NOUN {SANK}", []),
        (
            "the/2/det/O/DET other/2/amod/O/ADJ ship/3/nsubj/O/NOUN sank/3/ROOT/O/VERB",
            [],
        ),
        (
            "the/1/det/O/DET ship/4/nsubj/O/NOUN we/3/nsubj/O/PRON"
            " saw/1/acl:relcl/O/VERB sank/4/ROOT/O/VERB",
            [],
        ),
    ],
)
def test_things_are_definite_nouns_of_a_known_kind(make_doc, words, expected):
    doc = make_doc(words, named=True)
    found = things(doc, name_spans(doc), ["tanker"])
    assert [one.span.text for one in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "the/1/det/O/DET island/4/nsubj/O/NOUN of/3/case/O/ADP "
            "Lamu/1/nmod/B-LOC/PROPN fell/4/ROOT/O/VERB",
            ["island"],
        ),
        (
            "an/1/det/O/DET island/4/nsubj/O/NOUN of/3/case/O/ADP "
            "Lamu/1/nmod/B-LOC/PROPN fell/4/ROOT/O/VERB",
            [],
        ),
        (
            "the/2/det/O/DET Lamu/2/compound/B-LOC/PROPN region/3/nsubj/O/NOUN "
            "fell/3/ROOT/O/VERB",
            [],
        ),
        (
            "Lamu/3/nsubj/B-LOC/PROPN is/3/cop/O/AUX an/3/det/O/DET "
            "island/3/ROOT/O/NOUN",
            ["island"],
        ),
        (
            "Lake/0/nsubj/B-LOC/PROPN Lamu/0/flat/I-LOC/PROPN fell/2/ROOT/O/VERB",
            ["lake"],
        ),
    ],
)
def test_kinds_of_a_place_are_told_by_name_or_beside_it(make_doc, words, expected):
    doc = make_doc(words, named=True)
    [name] = [each for each in name_spans(doc) if each.label == "LOC"]
    assert list(kinds_of(doc, name)) == expected

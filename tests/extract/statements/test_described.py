"""The persons whom a source describes before it names them."""

import pytest

from kg.english.trees import coordinated
from kg.extract.statements.described import with_described_persons


def described(source):
    """Give the texts of who speaks, from the heads that the parse gives."""
    heads = coordinated(source.root)
    return [token.text for token in with_described_persons(source, heads)]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        (
            "The/1/det/O/DET mayor/7/nsubj/O/NOUN of/3/case/O/ADP "
            "Bern/1/nmod/B-LOC/PROPN ,/1/punct/O/PUNCT Ada/7/nsubj/B-PERSON/PROPN "
            "Moss/5/flat/I-PERSON/PROPN spoke/7/ROOT/O/VERB",
            ["Ada"],
        ),
        (
            "Retired/1/amod/O/ADJ soldier/5/nsubj/O/NOUN and/3/cc/O/CCONJ "
            "lawyer/1/conj/O/NOUN Moss/3/flat/B-PERSON/PROPN spoke/5/ROOT/O/VERB",
            ["Moss"],
        ),
        (
            "NATO/4/nsubj/B-ORG/PROPN and/2/cc/O/CCONJ lawyer/0/conj/O/NOUN "
            "Moss/2/flat/B-PERSON/PROPN spoke/4/ROOT/O/VERB",
            ["NATO", "Moss"],
        ),
        (
            "A/1/det/O/DET student/4/nsubj/O/NOUN named/1/acl/O/VERB "
            "Moss/2/xcomp/B-PERSON/PROPN spoke/4/ROOT/O/VERB",
            ["Moss"],
        ),
        (
            "Ambassador/4/nsubj/O/NOUN to/2/case/O/ADP Chad/0/nmod/B-LOC/PROPN "
            "Moss/2/flat/B-PERSON/PROPN spoke/4/ROOT/O/VERB",
            ["Moss"],
        ),
        (
            "Adviser/8/nsubj/O/NOUN to/3/case/O/ADP the/3/det/O/DET "
            "President/0/nmod/O/PROPN on/5/case/O/ADP Ports/0/nmod/O/PROPN "
            "Ada/8/nsubj/B-PERSON/PROPN Moss/6/flat/I-PERSON/PROPN "
            "spoke/8/ROOT/O/VERB",
            ["Ada"],
        ),
        (
            "United/1/amod/B-LOC/ADJ States/5/nsubj/I-LOC/PROPN "
            "President/1/flat/O/PROPN Ada/5/nsubj/B-PERSON/PROPN "
            "Moss/3/flat/I-PERSON/PROPN spoke/5/ROOT/O/VERB",
            ["Ada"],
        ),
        (
            "fans/3/nsubj/O/NOUN backing/0/acl/O/VERB Moss/1/obj/B-PERSON/PROPN "
            "spoke/3/ROOT/O/VERB",
            ["fans"],
        ),
        (
            "supporters/4/nsubj/O/NOUN of/3/case/O/ADP lawyer/3/nmod:desc/O/NOUN "
            "Moss/0/nmod/B-PERSON/PROPN spoke/4/ROOT/O/VERB",
            ["supporters"],
        ),
        (
            "The/2/det/O/DET Moss/2/compound/B-PERSON/PROPN campaign/3/nsubj/O/NOUN "
            "spoke/3/ROOT/O/VERB",
            ["campaign"],
        ),
    ],
)
def test_with_described_persons_takes_the_person_whom_a_source_names(
    make_doc, sentence, speakers
):
    doc = make_doc(sentence, named=True)
    assert described(doc[:-1]) == speakers


def test_with_described_persons_joins_one_name_to_another(make_doc):
    doc = make_doc(
        "Lawyers/5/nsubj/O/NOUN Moss/0/flat/B-PERSON/PROPN and/3/cc/O/CCONJ "
        "Quill/0/conj/B-PERSON/PROPN both/5/advmod/O/ADV spoke/5/ROOT/O/VERB",
        named=True,
    )
    assert [token.text for token in with_described_persons(doc[0:4], [doc[0]])] == [
        "Moss",
        "Quill",
    ]


def test_with_described_persons_leaves_heads_that_are_names(make_doc):
    doc = make_doc(
        "Moss/2/nsubj/B-PERSON/PROPN alone/0/advmod/O/ADV spoke/2/ROOT/O/VERB",
        named=True,
    )
    assert with_described_persons(doc[0:2], [doc[0]]) == [doc[0]]


@pytest.mark.parametrize(
    ("before", "speakers"), [("officer", ["Moss"]), ("garden", ["garden"])]
)
def test_with_described_persons_needs_a_person_before_a_comma(
    make_doc, before, speakers
):
    doc = make_doc(
        f"The/1/det/O/DET {before}/4/nsubj/O/NOUN ,/1/punct/O/PUNCT "
        "Moss/4/nsubj/B-PERSON/PROPN spoke/4/ROOT/O/VERB",
        named=True,
    )
    assert described(doc[0:4]) == speakers

"""Chains, and the linking of one article that holds them."""

import msgspec
import pytest

from kg.extract.findings import Candidate
from kg.records import Article
from kg.resolve.article.chains import Chain, Link, Linking

TEXT = "The Kenyan president met Ada Quill"


def candidate(word: str) -> Candidate:
    start = TEXT.index(word)
    return Candidate(
        start=start, end=start + len(word), text=word, head=start, lemma=word,
        form="name", label=None, sentence=0, paragraph=0,
    )  # fmt: skip


@pytest.fixture
def linking() -> Linking:
    words = ("The Kenyan president", "Kenyan", "Ada Quill")
    return Linking(Article(id="a", text=TEXT), [candidate(word) for word in words])


def test_chain_has_an_id_of_type_and_key() -> None:
    assert Chain("Person", "ada quill", "Ada Quill").id == "Person:ada quill"


def test_chain_is_made_once_for_its_type_and_key(linking: Linking) -> None:
    ada = linking.chain("Person", "ada quill", "Ada Quill")
    assert linking.chain("Person", "ada quill", "A. Quill") is ada
    assert ada.name == "Ada Quill"
    assert linking.chain("Group", "ada quill", "Ada Quill") is not ada


def test_link_keeps_the_first_link_to_a_chain(linking: Linking) -> None:
    ada, bob = (linking.chain("Person", key, key) for key in ("ada", "bob"))
    linking.link(2, ada, 0.9, "first")
    linking.link(2, ada, 0.5, "again")
    linking.link(2, bob, 0.7, "another")
    assert linking.links[2] == [Link(ada, 0.9, "first"), Link(bob, 0.7, "another")]


def test_chains_of_an_unlinked_mention_are_none(linking: Linking) -> None:
    linking.link(2, linking.chain("Person", "ada", "Ada"), 1.0, "name")
    assert [chain.name for chain in linking.chains_of(2)] == ["Ada"]
    assert list(linking.chains_of(0)) == []


def test_only_chain_of_a_mention_of_two_is_none(linking: Linking) -> None:
    ada, bob = (linking.chain("Person", key, key) for key in ("ada", "bob"))
    linking.link(2, ada, 1.0, "name")
    assert linking.only_chain_of(2) is ada
    linking.link(2, bob, 1.0, "name")
    assert linking.only_chain_of(2) is None
    assert linking.only_chain_of(0) is None


def test_mentions_inside_are_those_within_the_offsets(linking: Linking) -> None:
    assert [list(linking.mentions_inside(index)) for index in range(3)] == [[1], [], []]


def test_text_between_is_cut_from_the_article(linking: Linking) -> None:
    assert linking.text_between(20, 25) == " met "


def test_mentions_starting_in_a_stretch_leave_its_end_out(linking: Linking) -> None:
    start = TEXT.index("Ada")
    assert list(linking.starting_in(0, start)) == [0, 1]
    assert list(linking.starting_in(1, start + 1)) == [1, 2]
    assert list(linking.starting_in(5, start)) == []


def test_chain_is_met_after_its_first_mention(linking: Linking) -> None:
    ada, bob = (linking.chain("Person", key, key) for key in ("ada", "bob"))
    linking.link(2, ada, 1.0, "name")
    linking.link(1, ada, 0.9, "antecedent")
    assert [linking.is_met(ada, index) for index in range(3)] == [False, False, True]
    assert not linking.is_met(bob, 2)


def test_mention_is_after_the_first_subject_of_its_sentence() -> None:
    words = ("The Kenyan president", "Kenyan", "Ada Quill")
    found = [candidate(word) for word in words]
    found[1] = msgspec.structs.replace(found[1], is_subject=True)
    linking = Linking(Article(id="a", text=TEXT), found)
    assert [linking.is_after_subject(index) for index in range(3)] == [
        *(False, False),
        True,
    ]
    found[1] = msgspec.structs.replace(found[1], sentence=1)
    linking = Linking(Article(id="a", text=TEXT), found)
    assert not linking.is_after_subject(2)

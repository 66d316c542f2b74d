"""Chains, and the linking of one article that holds them."""

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

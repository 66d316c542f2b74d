"""Ids of articles: an update keeps its own, another article never takes one."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

import pytest

from kg.identity import Holders, Names
from kg.records import Article


def article(text: str, *, id_: str = "story", origin: str | None = "here") -> Article:
    return Article(id=id_, text=text, origin=origin, longer_id=f"folder/{id_}.txt")


def named(
    articles: Iterable[Article], holders: Holders = MappingProxyType({})
) -> tuple[list[str], list[str]]:
    """Return the ids that articles get beside those of a store, and the notes."""

    def held(ids: Sequence[str]) -> Holders:
        return {id_: holders[id_] for id_ in ids if id_ in holders}

    notes: list[str] = []
    names = Names(holders=held, on_note=notes.append)
    return [each.id for each in names.articles(articles)], notes


def test_names_tell_two_articles_of_one_run_apart() -> None:
    ids, notes = named([article("One.", origin="a"), article("Two.", origin="b")])
    assert ids == ["story", "folder/story.txt"]
    assert notes == ["story: is another article's id; this one is folder/story.txt"]


def test_names_give_one_id_to_one_text() -> None:
    ids, notes = named([article("One.", origin="a"), article("One.", origin="b")])
    assert ids == ["story", "story"]
    assert not notes


def test_names_tell_many_of_one_name_apart() -> None:
    texts = [article(f"Text {n}.", origin="same") for n in range(6)]
    ids, _ = named(texts)
    assert len(set(ids)) == 6
    assert named(texts)[0] == ids


@pytest.mark.parametrize(
    ("holder", "id_"),
    [
        (("here", "another text"), "story"),
        (("elsewhere", "another text"), "folder/story.txt"),
        ((None, "another text"), "folder/story.txt"),
        (("elsewhere", article("One.").sha256), "story"),
    ],
    ids=["update", "another article", "of unknown origin", "same text"],
)
def test_names_keep_what_a_store_holds(
    holder: tuple[str | None, str], id_: str
) -> None:
    assert named([article("One.")], {"story": [holder]})[0] == [id_]


def test_names_know_an_article_without_origin_by_its_id() -> None:
    holders = {"story": [(None, "another text")]}
    assert named([article("One.", origin=None)], holders)[0] == ["story"]


def test_names_say_nothing_again_of_an_article_told_apart_before() -> None:
    one = article("One.")
    holders = {
        "story": [("elsewhere", "another text")],
        "folder/story.txt": [("here", one.sha256)],
    }
    assert named([one], holders) == (["folder/story.txt"], [])


def test_names_go_on_where_every_name_is_held() -> None:
    one = article("One.", origin="0123456789")
    others = ["story", "folder/story.txt", "folder/story.txt~01234567"]
    holders = {name: [("elsewhere", "another text")] for name in others}
    assert named([one], holders)[0] == [f"folder/story.txt~{one.sha256[:8]}"]

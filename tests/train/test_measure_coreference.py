"""Measuring kg's entities against chains of head words."""

import pytest

from kg.records import Entity, Mention
from kg.train import measure_coreference
from kg.train.measure_coreference import Document, documents, figures
from kg.train.treebanks import Tree

ROWS = (
    ("Ada", "PROPN", "2", "nsubj", "_"),
    ("met", "VERB", "0", "root", "_"),
    ("Kenyan", "ADJ", "4", "amod", "_"),
    ("ministers", "NOUN", "2", "obj", "_"),
    ("before", "SCONJ", "7", "mark", "_"),
    ("she", "PRON", "7", "nsubj", "Person=3"),
    ("left", "VERB", "2", "advcl", "_"),
    ("us", "PRON", "7", "obj", "Person=1"),
)


def tree() -> Tree:
    found = Tree("news")
    found.add(
        "\n".join(
            f"{number}\t{word}\t_\t{tag}\t_\t{features}\t{head}\t{relation}\t_\t_"
            for number, (word, tag, head, relation, features) in enumerate(ROWS, 1)
        )
    )
    return found


def entity(id_: str, *places: tuple[int, int]) -> Entity:
    mentions = (Mention(start=a, end=b, text="", form="name") for a, b in places)
    return Entity(id=id_, type="Person", name=id_, mentions=tuple(mentions))


def test_mentions_are_head_words_without_adjectives_and_those_of_several(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Read:
        entities = (
            entity("ada", (0, 3), (8, 24), (41, 43)),
            entity("kenya", (8, 14), (32, 35)),
            entity("group", (41, 43)),
        )

    monkeypatch.setattr(measure_coreference, "find", lambda *_: None)
    monkeypatch.setattr(measure_coreference, "assemble", lambda _: Read)
    marks = ["(1)", "_", "_", "(2)", "_", "(1)", "_", "(2)"]
    [found] = documents(str, [tree()], [marks])  # type: ignore[arg-type]
    assert found.key == {(0, 0): 1, (0, 3): 2, (0, 5): 1, (0, 7): 2}
    assert found.response == {(0, 0): 0, (0, 3): 0, (0, 5): 1}
    assert found.named == {1}
    assert found.spoken == {(0, 7)}


def document(genre: str, response: dict[int, int]) -> Document:
    return Document(
        genre=genre,
        key={(0, at): chain for at, chain in enumerate((1, 1, 1, 2, 2))},
        response={(0, at): chain for at, chain in response.items()},
        named=frozenset({1}),
        spoken=frozenset({(0, 2)}),
    )


def test_figures_are_of_named_chains_of_the_third_person_and_of_all() -> None:
    found = dict(figures([document("bio", {0: 7, 1: 7})]))
    assert found["all, entities in the third person"]["CoNLL"] == pytest.approx(100)
    assert 50 < found["all, entities"]["CoNLL"] < 100
    assert found["all, all chains"]["CoNLL"] < found["all, entities"]["CoNLL"]
    assert found["news, entities"]["CoNLL"] == 0

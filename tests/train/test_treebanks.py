from pathlib import Path

import numpy as np
import pytest

from kg.train.head_labels import NOMINALS, TAGS, inventory
from kg.train.texts import Text
from kg.train.treebanks import (
    CorpusError,
    Tree,
    add_chains,
    add_entities,
    chain_brackets,
    count_labels,
    entity_mentions,
    name_span,
    tree_text,
    trees,
)


@pytest.fixture
def tree(gum_path: Path) -> Tree:
    return trees(gum_path)[0]


@pytest.fixture
def text(tree: Tree) -> Text:
    return tree_text(tree, inventory(count_labels([tree])))


def tags(text: Text, place: int) -> set[str]:
    return {TAGS[i] for i in np.flatnonzero(text.layers["ner"][place])}


def test_trees_splits_documents_with_their_genres(gum_path: Path) -> None:
    assert [found.genre for found in trees(gum_path)] == ["news", "vlog"]


def test_trees_numbers_heads_through_the_document(tree: Tree) -> None:
    assert tree.heads[10:] == [12, 0, 12, 12]
    assert tree.starts == tree.paragraphs == [0, 10]


def test_entity_mentions_reads_nested_ones_shorter_first(tree: Tree) -> None:
    spans = [(m.start, m.end, m.kind) for m in entity_mentions(tree)]
    assert spans == [
        (8, 9, "place"),
        (10, 11, "person"),
        (12, 13, "person"),
        (0, 3, "person"),
        (5, 9, "organization"),
    ]


def test_entity_mentions_refuses_an_end_without_a_start(tree: Tree) -> None:
    tree.rows[0][9] = "Entity=9)"
    with pytest.raises(CorpusError, match="9"):
        entity_mentions(tree)


def test_name_span_leaves_titles_and_articles_outside(tree: Tree) -> None:
    spans = {m.kind: name_span(tree, m) for m in entity_mentions(tree)[3:]}
    assert spans == {"person": (1, 3), "organization": (6, 9)}


def test_name_span_is_none_for_a_pronoun(tree: Tree) -> None:
    assert name_span(tree, entity_mentions(tree)[1]) is None


def test_tree_text_says_what_tags_say_of_names(text: Text) -> None:
    assert "O" not in tags(text, 8)
    assert tags(text, 10) == {"O"}
    assert "B-PER" not in tags(text, 5)


def test_add_entities_types_names_and_nouns(text: Text, tree: Tree) -> None:
    add_entities(text, tree)
    assert [tags(text, i) for i in (6, 7, 8)] == [{"B-ORG"}, {"I-ORG"}, {"I-ORG"}]
    assert tags(text, 12) == {"B-NORP"}
    assert NOMINALS[text.layers["nominal"][6]] == "organization"


def test_add_chains_puts_mentions_on_their_heads(
    text: Text, tree: Tree, chains_path: Path
) -> None:
    add_chains(text, tree, chain_brackets(chains_path)[0])
    assert np.flatnonzero(text.layers["chain"] == 7).tolist() == [0, 10]


def test_add_chains_refuses_rows_of_another_text(text: Text, tree: Tree) -> None:
    with pytest.raises(CorpusError, match="1 chain rows for 14 words"):
        add_chains(text, tree, ["_"])

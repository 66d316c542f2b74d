"""The lexicon of a treebank of a few words."""

import json
from pathlib import Path

from kg.train.treebank_words import lexicon, write_lexicon
from kg.train.treebanks import Tree

LABELS = ["_", "Number=Plur"]


def tree(*words: str) -> Tree:
    """Make a tree of words given as form/lemma/tag/features."""
    columns = (f"{word}/_".split("/") for word in words)
    rows = [
        ["1", form, lemma, tag, "", feats] for form, lemma, tag, feats, *_ in columns
    ]
    return Tree(rows=rows)


def test_lexicon_takes_the_lemma_that_a_word_mostly_has() -> None:
    words = ["Saw/see/VERB"] * 4 + ["saw/saw/VERB", "saw/saw/NOUN"]
    found = lexicon([tree(*words)], [], LABELS)
    assert found["lemmas"] == {"VERB": {"saw": "see"}, "NOUN": {"saw": "saw"}}


def test_lexicon_leaves_out_names_and_words_of_two_minds() -> None:
    words = ["Ada/Ada/PROPN", "found/find/VERB", "found/found/VERB"]
    assert lexicon([tree(*words)], [], LABELS)["lemmas"] == {}


def test_lexicon_goes_by_the_first_treebank_where_they_differ() -> None:
    ours = [tree("folk/person/NOUN/Number=Plur")] * 3
    theirs = [tree("folk/folk/NOUN/_")] * 30
    found = lexicon(ours, theirs, LABELS)
    assert found["lemmas"] == {"NOUN": {"folk": "person"}}
    assert found["features"] == {"NOUN": {"folk": "_\tNumber=Plur"}}


def test_lexicon_keeps_features_that_vary_in_one_treebank() -> None:
    ours = [tree("you/you/PRON/Number=Sing", "you/you/PRON/Number=Plur")] * 3
    theirs = [tree("you/you/PRON/_")] * 9
    assert lexicon(ours, theirs, LABELS)["features"] == {}


def test_lexicon_leaves_out_features_that_the_model_does_not_have() -> None:
    ours = [tree("folk/folk/NOUN/Style=Coll")] * 3
    theirs = [tree("folk/folk/NOUN/_")] * 9
    assert lexicon(ours, theirs, LABELS)["features"] == {}
    known = lexicon(ours, theirs, [*LABELS, "Style=Coll"])["features"]
    assert known == {"NOUN": {"folk": "_\tStyle=Coll"}}


def test_write_lexicon_can_be_read_back(tmp_path: Path) -> None:
    words = {"lemmas": {"ADJ": {"français": "français"}}, "features": {}}
    write_lexicon(tmp_path / "new", words)
    text = (tmp_path / "new/lexicon.json").read_text(encoding="utf-8")
    assert json.loads(text) == words

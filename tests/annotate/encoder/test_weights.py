"""The folder of a model, and what is said of one that is broken."""

import json
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotate.encoder.weights import Weights, open_weights
from kg.errors import ModelError

NAMES = ("encoder.onnx", "pair.onnx", "relation.onnx", "lexicon.json", "vocab.txt")
LABELS = dict.fromkeys(("upos", "feats", "lemma", "rel", "ner", "anchor"), ["x"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with all files of a model, graphs and lexicon empty."""
    for name in NAMES:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "labels.json").write_text(json.dumps(LABELS))
    return tmp_path


def test_weights_read_the_labels_of_their_folder(folder: Path) -> None:
    assert Weights(folder).labels == LABELS


@pytest.mark.parametrize("name", [*NAMES, "labels.json"])
def test_weights_name_the_file_that_is_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"missing {name}"):
        Weights(folder)


@pytest.mark.parametrize(
    ("name", "content", "read", "message"),
    [
        ("labels.json", "{", lambda w: w.labels, "not JSON"),
        ("labels.json", "{}", lambda w: w.labels, "no labels for upos"),
        ("lexicon.json", "{}", lambda w: w.lexicon, "no features, lemmas"),
        ("pair.onnx", "no graph", lambda w: w.session("pair"), "cannot be opened"),
    ],
)
def test_weights_say_what_is_wrong_with_a_file(
    folder: Path, name: str, content: str, read: Callable[..., object], message: str
) -> None:
    (folder / name).write_text(content)
    with pytest.raises(ModelError, match=message):
        read(Weights(folder))


def test_open_weights_opens_a_folder_once(folder: Path) -> None:
    copy = shutil.copytree(folder, folder / "copy")
    assert open_weights(str(folder), 1) is open_weights(str(folder), 1)
    assert open_weights(str(copy), 1) is not open_weights(str(folder), 1)


def test_weights_are_pickled_by_the_name_of_their_folder(folder: Path) -> None:
    weights = open_weights(str(folder), 1)
    assert pickle.loads(pickle.dumps(weights)) is weights

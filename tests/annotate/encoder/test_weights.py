"""A package of weights that is cut short, foreign or changed is told from a whole."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from kg.annotate.encoder.weights import Weights
from kg.errors import ModelError
from kg.model import FILES, ROLE_FILES
from kg.reading import extractor_name

SHIPPED = Path(str(files("kg.model")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with links to kg's own weights."""
    for name in FILES:
        (tmp_path / name).symlink_to(SHIPPED / name)
    return tmp_path


def put(folder: Path, name: str, content: bytes) -> None:
    (folder / name).unlink()
    (folder / name).write_bytes(content)


def open_all(folder: Path) -> None:
    weights = Weights(folder)
    for read in (lambda: weights.labels, lambda: weights.lexicon):
        read()
    assert weights.wordpieces.unknown == 100
    for name in ("encoder", "pair", "relation"):
        weights.session(name)


def test_whole_package_opens(folder: Path) -> None:
    open_all(folder)


def test_session_leaves_the_processor_to_others_while_it_waits() -> None:
    options = Weights(SHIPPED).session("pair").get_session_options()
    name = "session.intra_op.allow_spinning"
    assert options.get_session_config_entry(name) == "0"


def test_package_ships_what_is_read_and_no_more() -> None:
    found = {path.name for path in SHIPPED.iterdir() if path.suffix in FILE_TYPES}
    assert found == {*FILES, *ROLE_FILES}


def test_package_without_roles_opens_but_has_none(folder: Path) -> None:
    open_all(folder)
    with pytest.raises(ModelError, match=r"missing predicates\.onnx"):
        Weights(folder).session("predicates")


FILE_TYPES = {".onnx", ".json", ".txt"}


@pytest.mark.parametrize(
    ("name", "damage", "message"),
    [
        ("encoder.onnx", lambda whole: whole[:100_000], "cannot be opened"),
        ("encoder.onnx", lambda whole: b"", "cannot be opened"),
        ("pair.onnx", lambda whole: whole[: len(whole) // 2], "cannot be opened"),
        ("labels.json", lambda whole: whole[:300], "truncated"),
        ("labels.json", lambda whole: b"[]", "Expected `object`"),
        ("labels.json", lambda whole: b'{"upos": []}', "no labels for feats, lemma"),
        ("lexicon.json", lambda whole: b'{"lemmas": {}}', "no features"),
        ("lexicon.json", lambda whole: b"\xff\xfe[", "malformed"),
        ("vocab.txt", lambda whole: whole[:1000], r"no wordpieces \[UNK\]"),
        ("vocab.txt", lambda whole: b"\xff\xfe", "not UTF-8"),
    ],
)
def test_damaged_file_is_named_in_one_line(
    folder: Path, name: str, damage: Callable[[bytes], bytes], message: str
) -> None:
    put(folder, name, damage((SHIPPED / name).read_bytes()))
    with pytest.raises(ModelError, match=f"{name}.*{message}") as caught:
        open_all(folder)
    assert "\n" not in str(caught.value)


def test_graph_of_another_kind_is_refused(folder: Path) -> None:
    put(folder, "relation.onnx", (SHIPPED / "pair.onnx").read_bytes())
    with pytest.raises(ModelError, match="relation.onnx: takes .*'index'"):
        open_all(folder)


def test_lexicon_of_another_model_is_refused(folder: Path) -> None:
    labels = json.loads((SHIPPED / "labels.json").read_bytes())
    put(folder, "labels.json", json.dumps(labels | {"feats": ["_"]}).encode())
    with pytest.raises(ModelError, match="lexicon.json: .* is none of labels.json"):
        open_all(folder)


@pytest.mark.parametrize("name", FILES)
def test_extractor_name_changes_with_every_file(folder: Path, name: str) -> None:
    whole = extractor_name(folder)
    assert whole == extractor_name()
    put(folder, name, (SHIPPED / name).read_bytes() + b"\n")
    assert extractor_name(folder) != whole

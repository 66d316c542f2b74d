"""What every format promises."""

from pathlib import Path

import pytest

from kg.cli import export as command
from kg.errors import ExportError
from kg.export.formats import FORMATS, export
from kg.store.pieces import Piece


def written(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name: file.read_bytes() for file in files}


def test_command_offers_every_format() -> None:
    assert tuple(FORMATS) == command._FORMATS


@pytest.mark.parametrize("format_", FORMATS)
def test_same_graph_gives_the_same_bytes(
    format_: str, pieces: list[Piece], tmp_path: Path
) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        export(pieces, format_, tmp_path / name / "out", on_note=lambda _: None)
    first, second = (written(tmp_path / each / "out") for each in ("first", "second"))
    assert first == second
    assert any(first.values())


@pytest.mark.parametrize("format_", FORMATS)
def test_failed_export_leaves_nothing(format_: str, tmp_path: Path) -> None:
    def failing():
        yield Piece((), ())
        raise ExportError("stopped")

    with pytest.raises(ExportError, match="stopped"):
        export(failing(), format_, tmp_path / "out", on_note=print)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_path_that_cannot_be_written_is_named(format_: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="cannot write .*out"):
        export([], format_, tmp_path / "file" / "out", on_note=print)


def test_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with pytest.raises(ExportError, match="a new or an empty folder"):
        export([], "csv", tmp_path, on_note=print)
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


def test_unknown_format_is_refused_with_the_known(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no export format 'xml': there are graphml"):
        export([], "xml", tmp_path / "out", on_note=print)

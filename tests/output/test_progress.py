"""Progress is drawn where somebody looks and can be drawn to."""

import importlib.util

import pytest

from kg.output.progress import progress


def _draw(capsys):
    with progress("Reading") as advance:
        advance()
    return capsys.readouterr()


def test_progress_is_silent_in_a_pipe(capsys):
    assert _draw(capsys) == ("", "")


@pytest.mark.filterwarnings("error")
def test_progress_is_silent_in_a_notebook_without_widgets(capsys, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name: None if name == "ipywidgets" else find(name),
    )
    assert _draw(capsys) == ("", "")

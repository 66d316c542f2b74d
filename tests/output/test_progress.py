"""Progress is drawn where somebody looks and can be drawn to."""

import importlib.util

import pytest
from rich.progress import Progress

from kg.output.progress import progress, told


def _draw(capsys):
    with progress("Reading", count=lambda: pytest.fail("nobody looks")) as bar:
        bar.at("letter")
        bar()
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


def test_progress_tells_total_rate_time_left_and_article_at_hand():
    clock = iter(range(0, 100, 2))
    drawn = Progress(get_time=lambda: float(next(clock)), disable=True)
    drawn.add_task("", total=1000, at="x/letter")
    (task,) = drawn.tasks
    for _ in range(10):
        drawn.advance(task.id)
    assert told("Reading", task).startswith("Reading 10/1,000 articles, 30 a minute, ")
    assert told("Reading", task).endswith("0:33:00 left: x/letter")


def test_progress_of_what_cannot_be_counted_tells_no_total():
    drawn = Progress(disable=True)
    drawn.add_task("", total=None, at="")
    assert told("Loading", drawn.tasks[0]) == "Loading 0 articles"


def test_progress_moves_by_the_article_where_somebody_looks(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with progress("Reading", count=lambda: 3) as bar:
        bar.at("x" * 50 + "\x1b[2J")
        bar()
    out, err = capsys.readouterr()
    assert out == ""
    assert "Reading 1/3 articles" in err
    assert "x\\x1b[2J" in err

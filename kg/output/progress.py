"""Progress of a run over articles, shown where somebody looks (terminal, notebook)."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.output.plain import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, Task

_NAME = 40


class Bar:
    """Counts articles; without a `Progress` to draw on it does nothing."""

    def __init__(self, drawn: "Progress | None" = None, total: int | None = None):
        self._drawn = drawn
        self._task = drawn.add_task("", total=total, at="") if drawn else None

    def __call__(self) -> None:
        """Count one article that is done."""
        if self._drawn and self._task is not None:
            self._drawn.advance(self._task)

    def at(self, name: str) -> None:
        """Say which article is at hand; a long name shows its end."""
        if self._drawn and self._task is not None:
            shown = plain(name) if len(name) <= _NAME else f"…{plain(name[-_NAME:])}"
            self._drawn.update(self._task, at=shown)


@contextmanager
def progress(
    verb: str,
    *,
    count: Callable[[], int | None] = lambda: None,
    shown: bool = True,
) -> Iterator[Bar]:
    """Show on stderr how many articles have passed; nothing in a pipe.

    ``Reading 12/471 articles, 84 a minute, 0:05:28 left: letter``. `count` says how
    many there are, None where that is not known; it is called only where somebody
    looks. The bar that the `with` block gets is to be called once an article.

    >>> with progress("Reading", shown=False) as bar:
    ...     bar()
    """
    # Drawing takes a library that pipes need not wait for.
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn
    from rich.text import Text

    class Told(TextColumn):
        def render(self, task: "Task") -> Text:
            return Text(told(verb, task))

    console = Console(stderr=True)
    # A bar that is switched off ends with an empty line in some versions of rich.
    if not (shown and _can_draw(console)):
        yield Bar()
        return
    with Progress(SpinnerColumn(), Told(""), console=console) as drawn:
        yield Bar(drawn, count())


def told(verb: str, task: "Task") -> str:
    """Return the line of a task: how many of how many, how fast, how long, which."""
    of = "" if task.total is None else f"/{task.total:,.0f}"
    line = f"{verb} {task.completed:,.0f}{of} articles"
    if speed := task.finished_speed or task.speed:
        line += f", {speed * 60:,.0f} a minute"
    if task.time_remaining:
        minutes, seconds = divmod(round(task.time_remaining), 60)
        line += f", {minutes // 60}:{minutes % 60:02}:{seconds:02} left"
    at = task.fields.get("at")
    return f"{line}: {at}" if at else line


def _can_draw(console: "Console") -> bool:
    # Without widgets rich would draw nothing in a notebook, and warn at each article.
    if console.is_jupyter:
        return importlib.util.find_spec("ipywidgets") is not None
    return console.is_terminal

"""Progress of a run over articles, shown where somebody looks (terminal, notebook)."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def progress(verb: str, *, shown: bool = True) -> Iterator[Callable[[], None]]:
    """Show a counter of articles on stderr while they pass; nothing in a pipe.

    The function that the `with` block gets is to be called once an article.

    >>> with progress("Reading", shown=False) as advance:
    ...     advance()
    """
    # Drawing takes a library that pipes need not wait for.
    from rich.console import Console
    from rich.progress import (
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TextColumn("articles"),
        TimeElapsedColumn(),
    )
    # A bar that is switched off ends with an empty line in some versions of rich.
    if not (shown and _can_draw(console)):
        yield lambda: None
        return
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda: bar.advance(task)


def _can_draw(console: "Console") -> bool:
    # Without widgets rich would draw nothing in a notebook, and warn at each article.
    if console.is_jupyter:
        return importlib.util.find_spec("ipywidgets") is not None
    return console.is_terminal

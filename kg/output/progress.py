"""Progress of a run over articles, shown where somebody looks (terminal, notebook)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
    looked_at = console.is_terminal or console.is_jupyter
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TextColumn("articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not (shown and looked_at)) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda: bar.advance(task)

"""Libraries that an extra of the distribution brings."""

from importlib.util import find_spec

from kg.errors import ExtraError


def require(library: str, *, extra: str) -> None:
    """Raise `ExtraError`, saying what to install, where a library is not there.

    >>> require("json", extra="notebooks")
    """
    if find_spec(library) is None:
        raise ExtraError(f"This needs {library}: pip install 'kg-news[{extra}]'")

"""What the asker should know of an answer that was asked for by a key."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.output.plain import plain


def ambiguity(key: str | None, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Say that the first digits of a key are those of several facts, or of none.

    >>> ambiguity("3f", [{"key": "3f9c"}, {"key": "3fa0"}])
    ("'3f' may be any of these 2; more of the key tells which",)
    """
    found = {row["key"] for row in rows}
    if key is None or key in found or len(found) == 1:
        return ()
    if found:
        return (
            f"'{plain(key)}' may be any of these {len(found)}; "
            "more of the key tells which",
        )
    return (f"no statement, event or figure has a key that starts '{plain(key)}'",)

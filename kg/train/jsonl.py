"""JSON lines, the format of most corpora."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file, one a line; empty lines are left out.

    Raises `OSError` and `json.JSONDecodeError`.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)

"""A value as the text of one cell."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any


def to_cell(value: Any) -> str:
    """Return a value as a cell's text: lists joined, no value as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}"
        case str():
            return value
        case date():
            return value.isoformat()
        case Mapping():
            return json.dumps(value, ensure_ascii=False, default=str)
        case Sequence():
            return ", ".join(to_cell(each) for each in value)
    return str(value)

"""Words before a person's name that are no part of it."""

from importlib.resources import files


def _groups() -> dict[str, frozenset[str]]:
    text = files("kg.train").joinpath("titles.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return {row[0]: frozenset(row[1:]) for row in rows}


# Titles, and the words that go with them ("former Prime Minister").
TITLES = _groups()["title"]
BEFORE_NAMES = TITLES | _groups()["beside"]

"""Word lists by name, from the YAML files of `words/`: one subject a file."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kg.tables import read_table


def words(name: str) -> frozenset[str]:
    """Return a list's words, in lower case: ``words("names.particles")``.

    The name is the file's and the list's. In the files the words of one entry are
    joined by "_": "prime_minister" is returned as "prime minister". Raises `KeyError`
    where there is no such list.
    """
    subject, _, list_name = name.partition(".")
    listed: str = _lists(subject)[list_name]
    return frozenset(word.replace("_", " ") for word in listed.split())


def forms(name: str) -> Mapping[str, str]:
    """Return a list of irregular forms, each with what it comes from.

    ``forms("irregular.events")["began"]`` is "begin". The files have it turned round,
    with all forms behind their base.
    """
    subject, _, list_name = name.partition(".")
    return _forms(subject, list_name)


@cache
def _forms(subject: str, list_name: str) -> dict[str, str]:
    return {
        form: base.replace("_", " ")
        for base, line in _lists(subject)[list_name].items()
        for form in line.split()
    }


@cache
def _lists(subject: str) -> dict[str, Any]:
    """Return a file's lists: text for words, maps of bases to forms for others."""
    lists: dict[str, Any] = read_table("kg.english.words", f"{subject}.yaml")
    return lists

"""The word lists: in order, each read by some module; and their loader."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from kg.english.lexicon import forms, words

FOLDER = Path(str(files("kg.english.words")))
SUBJECTS = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@cache
def lists(subject: str) -> dict[str, str | dict[str, str]]:
    source = (FOLDER / f"{subject}.yaml").read_text("utf-8")
    return yaml.load(source, Loader=yaml.BaseLoader)


@cache
def code() -> str:
    modules = sorted(Path(str(files("kg"))).rglob("*.py"))
    return "\n".join(path.read_text("utf-8") for path in modules)


def entries(subject: str) -> dict[str, list[str]]:
    """Return a file's lists; of a list of forms, their bases."""
    return {
        name: list(listed) if isinstance(listed, dict) else listed.split()
        for name, listed in lists(subject).items()
    }


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_list_says_what_it_is_for(subject):
    source = (FOLDER / f"{subject}.yaml").read_text("utf-8")
    assert re.findall(r"\n\n(\w+):", source) == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_lists_are_sorted_in_lower_case_without_doubles(subject):
    found = entries(subject)
    in_order = {name: sorted({w.lower() for w in each}) for name, each in found.items()}
    assert found == in_order


@pytest.mark.parametrize("subject", SUBJECTS)
def test_lists_are_read(subject):
    unread = [name for name in lists(subject) if f'"{subject}.{name}"' not in code()]
    assert unread == []


def test_words_join_what_the_file_joins_by_a_line():
    assert {"minister", "prime minister"} <= words("people.office")


def test_words_take_yaml_keywords_for_words():
    assert {"no", "on"} <= words("polarity.determiners") | words(
        "function_words.prepositions"
    )


def test_forms_give_what_a_form_comes_from():
    assert forms("irregular.verbs")["began"] == "begin"
    assert forms("titles.short_forms")["pm"] == "prime minister"


def test_words_of_no_list_are_refused():
    with pytest.raises(KeyError):
        words("people.nobody")

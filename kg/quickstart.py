"""The main job in one go: articles in, three questions answered, a page written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.ask import Answer, answer, command_line, load_question
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one would type it, with its answer."""

    command: str
    answer: Answer


def three_questions(store: Store) -> Iterator[Asked]:
    """Ask who is quoted most, what they said about whom, and where figures differ.

    The second question's speaker is the first one's top answer, so it has an answer
    whatever the articles are about.
    """
    most = _asked(store, "most-quoted", limit=5)
    yield most
    if most.answer.rows:
        speaker = most.answer.rows[0]["name"]
        yield _asked(store, "who-said-what", speaker=speaker, limit=5)
    yield _asked(store, "conflicting-figures", limit=5)


def _asked(store: Store, question: str, **parameters: Any) -> Asked:
    query = load_question(question)
    return Asked(command_line(query, parameters), answer(store, query, parameters))

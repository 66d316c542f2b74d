"""Remember what was found of a word, while nothing changes its article's annotation.

Rules ask the same of the same words over and over: whose subject is it, what does it
count. Within `remembering` each is found once. What is remembered must not be changed
by whoever asks, so that functions here return types that cannot be.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from spacy.tokens import Doc, Token

_KEY = "kg_memory"
_TEXT = "kg_text"
_Rest = ParamSpec("_Rest")
_Found = TypeVar("_Found")


@contextmanager
def remembering(doc: Doc) -> Iterator[None]:
    """Remember what is found of an article's words; its annotation must stay as it is.

    Within another such block of the article it adds nothing.
    """
    if _KEY in doc.user_data:
        yield
        return
    doc.user_data[_KEY] = {}
    try:
        yield
    finally:
        # Words hold their article: left there, it would be garbage in a circle.
        del doc.user_data[_KEY]


def text_of(doc: Doc) -> str:
    """Return an article's text, which spaCy joins of all its words at each look."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def remembered(
    find: Callable[Concatenate[Token, _Rest], _Found],
) -> Callable[Concatenate[Token, _Rest], _Found]:
    """Let a function of a word look once for each within `remembering`."""

    @wraps(find)
    def found(token: Token, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Found:
        memory = token.doc.user_data.get(_KEY)
        if memory is None or named:
            return find(token, *rest, **named)
        place = (find, token.i, *rest)
        if place not in memory:
            memory[place] = find(token, *rest, **named)
        return cast(_Found, memory[place])

    return found


def remembered_once(find: Callable[[Doc], _Found]) -> Callable[[Doc], _Found]:
    """Let a function of an article look once within `remembering`."""

    @wraps(find)
    def found(doc: Doc, /) -> _Found:
        memory = doc.user_data.get(_KEY)
        if memory is None:
            return find(doc)
        if find not in memory:
            memory[find] = find(doc)
        return cast(_Found, memory[find])

    return found

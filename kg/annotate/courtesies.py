"""Greetings and thanks: words that state nothing, though they are sentences."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.trees import lemma

_COURTESIES = words("saying.courtesies")
# "Good to be with you": the adjective, and what it is good to do.
_PLEASED = frozenset({"good", "great", "nice", "wonderful"})
_ENCOUNTERS = frozenset({"be", "have", "meet", "see"})
# Of these it hangs on what: "we appreciate your time".
_CHEERING = frozenset({"appreciate", "welcome"})
_TIME = frozenset({"time"})
# A courtesy of more words says something more.
_LONGEST = 14


def is_courtesy(contents: Sequence[Span]) -> bool:
    """Tell whether what is said is greetings and thanks alone.

    "Thanks, Ada. It is good to be here." is; "Thank you. We shall stay." is not. Needs
    a parse with sentences.
    """
    sentences = [each for content in contents for each in _sentences(content)]
    return bool(sentences) and all(map(_is_courteous, sentences))


def _sentences(content: Span) -> Iterator[list[Token]]:
    """Yield the words of each sentence in a content, marks left out."""
    found: list[Token] = []
    for token in content:
        if token.is_sent_start and found:
            yield found
            found = []
        if not (token.is_punct or token.is_space):
            found.append(token)
    if found:
        yield found


def _is_courteous(sentence: Sequence[Token]) -> bool:
    inside = set(sentence)
    tops = [
        token for token in sentence if token.head not in inside or token.head == token
    ]
    said = [top for top in tops if not _is_address(top)]
    is_short = len(sentence) <= _LONGEST
    return is_short and bool(said) and all(map(_is_polite_word, said))


def _is_address(top: Token) -> bool:
    """Whether a name only says who is greeted: "Ada, thank you"."""
    return top.dep_ == "vocative" or top.ent_type_ == "PERSON"


def _is_polite_word(top: Token) -> bool:
    """Tell "Welcome" and "we appreciate your time" from "we welcome the decision"."""
    if lemma(top) in _PLEASED:
        return any(lemma(word) in _ENCOUNTERS for word in top.subtree)
    objects = {lemma(child) for child in top.children if child.dep_ == "obj"}
    if lemma(top) in _CHEERING:
        return objects <= _TIME and (bool(objects) or top.pos_ != "VERB")
    return lemma(top) in _COURTESIES

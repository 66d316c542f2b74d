"""Whom and what a relative pronoun in a statement stands for."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.english.prepositions import (
    RELATIVE_PRONOUNS,
    has_preposition,
    meant_by,
    word_before,
)
from kg.english.trees import has_feature
from kg.extract.findings import Argument
from kg.extract.spans import to_argument

_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def antecedents(cue: Span | None, contents: Sequence[Span]) -> Iterator[Argument]:
    """Yield what the relative pronouns of a content stand for, outside of it.

    "Brazil, which she said could fall" and "Ada Quill, whom he called a friend" say
    something of Brazil and of Ada Quill. Of "Ada, who said" and "Ada, to whom he said"
    the pronoun is who speaks and who hears. Needs a parse.
    """
    inside = {token.i for span in contents for token in span}
    heads = [*(span.root for span in contents), *([cue.root] if cue else [])]
    found = [token for span in contents for token in span]
    found += [child for head in heads for child in head.children]
    for pronoun in dict.fromkeys(filter(_is_relative, found)):
        if cue is not None and pronoun.head in cue and pronoun.dep_ in _SUBJECTS:
            continue
        noun = _meant(pronoun)
        if noun is not None and noun.i not in inside and noun.i < pronoun.i:
            yield to_argument(noun)


def _is_relative(token: Token) -> bool:
    is_one = has_feature(token, "PronType", "Rel") and not has_preposition(token)
    return is_one and token.lower_ in RELATIVE_PRONOUNS


def _meant(pronoun: Token) -> Token | None:
    """Return the noun before a relative clause, also where it is parsed of a verb."""
    noun = next(meant_by(pronoun))
    if noun != pronoun:
        return noun
    before = word_before(pronoun)
    return before if before.pos_ in _NOMINAL and pronoun.lower_ != "that" else None

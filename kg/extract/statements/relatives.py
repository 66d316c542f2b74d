"""Whom a statement speaks of outside of its words: "Oslo, which she said fell"."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from kg.english.arguments import surface_subjects
from kg.english.clauses import is_passive
from kg.english.prepositions import (
    RELATIVE_PRONOUNS,
    has_preposition,
    heads_after,
    meant_by,
    phrases,
    word_before,
)
from kg.english.trees import has_feature, lemma
from kg.extract.findings import Argument
from kg.extract.spans import to_argument

_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SAYING_OF = frozenset(
    {"add", "ask", "joke", "quip", "remark", "say", "speak", "write"}
)
_NAMED = frozenset({"LOC", "ORG", "PERSON"})
# What a passive verb takes that is said of its subject.
_OF_SUBJECT_DEPS = frozenset({"advcl", "obl", "xcomp", "punct"})


def antecedents(cue: Span | None, contents: Sequence[Span]) -> Iterator[Argument]:
    """Yield whom a content speaks of where its words begin after that.

    "Brazil, which she said could fall" and "Ada Quill, whom he called a friend" say
    something of Brazil and of Ada Quill, and "Ada Quill is accused of lying" of her. Of
    "Ada, who said" and "Ada, to whom he said" the pronoun is who speaks and who hears.
    '"He lied," she said of Brown' is about Brown.
    Needs a parse with morphology.
    """
    inside = {token.i for span in contents for token in span}
    if cue is not None and is_passive(cue.root) and _is_of_subject(cue.root, inside):
        yield from map(to_argument, _outside(surface_subjects(cue.root), inside))
    yield from _topics(cue, inside)
    heads = [*(span.root for span in contents), *([cue.root] if cue else [])]
    found = [token for span in contents for token in span]
    found += [child for head in heads for child in head.children]
    for pronoun in dict.fromkeys(filter(_is_relative, found)):
        if cue is not None and pronoun.head in cue and pronoun.dep_ in _SUBJECTS:
            continue
        noun = _meant(pronoun)
        if noun is not None and noun.i not in inside and noun.i < pronoun.i:
            yield to_argument(noun)


def _topics(cue: Span | None, inside: Collection[int]) -> Iterator[Argument]:
    """Yield whom a verb of saying says it of: "he said of Ada Quill"."""
    verb = cue.root if cue is not None else None
    if verb is None or verb.pos_ != "VERB" or lemma(verb) not in _SAYING_OF:
        return
    for head in heads_after(phrases(verb), "of", "about"):
        if head.i not in inside and head.ent_type_ in _NAMED:
            yield to_argument(head)


def _is_of_subject(cue: Token, inside: Collection[int]) -> bool:
    """Tell "is accused of lying" and "is blamed for it" from "is told that he lied"."""
    said = [child for child in cue.children if child.i in inside]
    return bool(said) and all(child.dep_ in _OF_SUBJECT_DEPS for child in said)


def _outside(nouns: Iterable[Token], inside: Collection[int]) -> Iterator[Token]:
    return (noun for noun in nouns if noun.i not in inside and noun.lower_ != "it")


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

"""Attributions that tell an analyst nothing: names, bare pronouns, lone nouns."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kg.annotate.quotes import is_quoted
from kg.english.clauses import is_passive
from kg.english.lexicon import words

_NAMING = words("saying.giving_names")


def is_idle(spans: Sequence[Span]) -> bool:
    """Tell whether one attribution's spans hold nothing that somebody said.

    The content is a pronoun or a question word alone, or nobody says it and it is a
    name ("known as the Blue House") or one noun ("Protests are not reported").
    Needs tags and `doc.spans["quotes"]`.
    """
    words = [
        token
        for span in spans
        if span.label_ == "CONTENT"
        for token in span
        if not (token.is_punct or token.is_space)
    ]
    if len(words) == 1 and _stands_for_all(words[0]):
        return True
    if any(span.label_ == "SOURCE" for span in spans):
        return False
    cues = [span.root for span in spans if span.label_ == "CUE"]
    if any(cue.lemma_.lower() in _NAMING and is_passive(cue) for cue in cues):
        return True
    is_noun = len(words) == 1 and words[0].pos_ in {"NOUN", "PROPN"}
    return is_noun and not is_quoted(words[0])


def _stands_for_all(word: Token) -> bool:
    """Tell whether a word may stand for anything: "it", "this", "when"."""
    kinds = word.morph.get("PronType", [])
    return word.pos_ in {"PRON", "DET"} or bool({"Int", "Rel"} & set(kinds))

"""Attributions that tell an analyst nothing: names, bare pronouns, lone nouns."""

from collections.abc import Container, Sequence

from spacy.tokens import Span, Token

# Verbs that give something its name; without a source nobody is said to speak.
_NAMING = frozenset(
    {"call", "dub", "know", "name", "nickname", "style", "term", "title"}
)


def is_idle(spans: Sequence[Span], quoted: Container[int]) -> bool:
    """Tell whether one attribution's spans hold nothing that somebody said.

    The content is a pronoun or a question word alone, or nobody says it and it is a
    name ("known as the Blue House") or one noun ("Protests are not reported").
    Needs tags; `quoted` are the tokens in quotation marks.
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
    if any(cue.lemma_.lower() in _NAMING and _is_passive(cue) for cue in cues):
        return True
    is_noun = len(words) == 1 and words[0].pos_ in {"NOUN", "PROPN"}
    return is_noun and words[0].i not in quoted


def _stands_for_all(word: Token) -> bool:
    """Tell whether a word may stand for anything: "it", "this", "when"."""
    kinds = word.morph.get("PronType", [])
    return word.pos_ in {"PRON", "DET"} or bool({"Int", "Rel"} & set(kinds))


def _is_passive(verb: Token) -> bool:
    """Whether a verb is a participle: "known as", "was called"."""
    return "Part" in verb.morph.get("VerbForm", [])

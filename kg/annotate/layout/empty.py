"""Attributions whose content says nothing: a pronoun, a mere name, one noun alone."""

from collections.abc import Container, Sequence

from spacy.tokens import Span, Token

from kg.annotate.layout.pieces import pieces
from kg.english.clauses import is_passive
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import PEOPLE, noun_classes

_NONE = frozenset({"little", "nobody", "nothing"})
_OBJECTS = frozenset({"obj", "iobj"})
_QUESTIONING = frozenset({"grill", "interrogate", "interview", "question", "quiz"})
_NAMING = words("saying.giving_names")


def says_nothing(attribution: Sequence[Span], quoted: Container[int]) -> bool:
    """Tell whether the content of one attribution is nothing that somebody said.

    Takes its spans, and which tokens stand in quotation marks. True of five kinds,
    whose content is in brackets: a pronoun or question word alone ("Moss said [when]"),
    what tells that nothing was said ("told [nobody of it]", "said little about [it]"),
    who is interrogated ("questioned [two men about the theft]"),
    a name that nobody is said to give ("a hall known as [Blue House]"), one noun
    outside quotation marks that nobody says ("[Protests] are reported"). Needs tags
    and features.
    """
    content = _content_words(attribution)
    if len(content) == 1 and _stands_for_anything(content[0]):
        return True
    if _tells_nothing(attribution, quoted) or _interrogates(attribution):
        return True
    if pieces(attribution, "SOURCE"):
        return False
    return _gives_a_name(attribution) or _is_lone_noun(content, quoted)


def _content_words(attribution: Sequence[Span]) -> list[Token]:
    return [
        token
        for piece in pieces(attribution, "CONTENT")
        for token in piece
        if not (token.is_punct or token.is_space)
    ]


def _stands_for_anything(word: Token) -> bool:
    """Whether a word has no meaning of its own: "it", "this", "when"."""
    # UD tags "when" and "how" as adverbs; their PronType tells them from "so".
    kinds = word.morph.get("PronType", [])
    return word.pos_ in {"PRON", "DET"} or not {"Int", "Rel"}.isdisjoint(kinds)


def _tells_nothing(attribution: Sequence[Span], quoted: Container[int]) -> bool:
    """Whether the object of a cue is none: "told nobody", "said little"."""
    cues = (token for cue in pieces(attribution, "CUE") for token in cue)
    objects = (x for cue in cues for x in cue.children if x.dep_ in _OBJECTS)
    return any(
        word.i not in quoted
        and (
            word.lower_ in _NONE
            or word.doc[word.i - 1 : word.i + 1].text.lower() == "no one"
        )
        for word in objects
    )


def _interrogates(attribution: Sequence[Span]) -> bool:
    """Whether a cue only tells that somebody was questioned: a deed of the police."""
    return any(
        not _QUESTIONING.isdisjoint(base_forms(cue))
        and any(x.dep_ == "obj" and _is_somebody(x) for x in cue.children)
        and not any(x.dep_ in {"ccomp", "advcl"} for x in cue.children)
        for piece in pieces(attribution, "CUE")
        for cue in piece
    )


def _is_somebody(word: Token) -> bool:
    return word.ent_type_ == "PERSON" or bool(noun_classes(word) & PEOPLE)


def _gives_a_name(attribution: Sequence[Span]) -> bool:
    """Whether a cue is a passive verb of naming: "known as", "was called"."""
    cues = [cue.root for cue in pieces(attribution, "CUE")]
    return any(cue.lemma_.lower() in _NAMING and is_passive(cue) for cue in cues)


def _is_lone_noun(content: Sequence[Token], quoted: Container[int]) -> bool:
    """Whether one noun is all; in quotation marks it may be what was shouted."""
    if len(content) != 1 or content[0].pos_ not in {"NOUN", "PROPN"}:
        return False
    return content[0].i not in quoted

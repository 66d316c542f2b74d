"""Addressees: whom a statement was said to."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.pronouns import pronoun_features
from kg.english.trees import coordinated
from kg.extract.findings import Argument
from kg.extract.spans import to_argument

_TELL = words("saying.telling")
_ASK = words("saying.asking")
_NAMING = words("saying.labelling")
_TALK = words("saying.talk")
_TALKING = words("saying.talking")
_SHOUTING = words("saying.shouting")
_TESTIFYING = frozenset({"appear", "argue", "plead", "speak", "testify"})
_TOPIC_TO = words("saying.topic_to")
_ENCOUNTERS = words("saying.meeting")
_HOSTING = words("saying.hosting")
_COMMUNICATION = words("saying.communication")
_DURING = words("function_words.during")
_NOT_DURING = frozenset({"after", "before", "since", "until", "without"})
_ON = frozenset({"on", "upon"})
_TO_HEARER = frozenset({"to", "with", "before"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "LOC"})
_INDEFINITE = words("function_words.indefinite")
_GATHERED = frozenset({"audience", "conference", "gathering", "rally", "summit"})
# English suffixes that make nouns for people out of verbs and nouns.
_AGENT_SUFFIXES = ("ist", "ists", "ian", "ians", "man", "men", "woman", "women")
_AGENTS = ("ers", "ors", "ants", "ees")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_CLIMB = 2


def addressees(
    cue: Span, source: Span | None, contents: Sequence[Span]
) -> Iterator[Argument]:
    """Yield the phrases that name the hearers of a cue, in text order.

    "told reporters", "said in a letter to Congress", "asked Ada whether", "met Ada
    and stressed", "speaking to Ada, he said" and "was told by" (where the subject
    hears) yield one each. A hearer may open the content ("urged Ada to go"); one that
    is deeper inside is somebody else's. Needs a parse and `doc.ents`.
    """
    source_tokens = {token.i for token in source} if source else set()
    inside = {token.i for span in contents for token in span}
    heads = {
        head.i: head
        for hearer in _hearers(cue, inside)
        for head in coordinated(hearer)
        if head.i not in source_tokens and head.pos_ in _NOMINAL
    }
    for _, head in sorted(heads.items()):
        yield to_argument(head)


def _hearers(cue: Span, inside: set[int]) -> Iterator[Token]:
    for word in cue:
        if word.pos_ in {"VERB", "AUX"} and word.i not in inside:
            yield from _of_verb(word)
        elif _is_communication(word):
            yield from _of_noun(word)
    if cue.root.pos_ in {"VERB", "AUX"}:
        yield from _of_encounter(cue.root)


def _of_verb(verb: Token) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in {"iobj", "obj", "nsubj:pass"}:
            if _is_hearer_object(lemma, child):
                yield child
            elif child.dep_ == "obj" and _is_communication(child):
                yield from _of_noun(child)
        elif child.dep_ in {"obl", "nmod"}:
            yield from _of_oblique(lemma, child)
        elif child.dep_ == "advcl":
            yield from _of_adjunct(child)


def _is_hearer_object(verb: str, noun: Token) -> bool:
    if verb in _NAMING:
        return False
    if verb in _TELL:
        return noun.lemma_.lower() not in _TALK and _is_word_for_somebody(noun)
    return (verb in _ASK or noun.dep_ == "iobj") and _can_hear(noun)


def _of_oblique(verb: str, noun: Token) -> Iterator[Token]:
    preposition = _preposition(noun)
    if _is_communication(noun):
        if preposition in _DURING:
            yield from _of_noun(noun)
    elif _can_hear(noun) and (
        (preposition == "to" and verb not in _TOPIC_TO)
        or (preposition == "with" and verb in _TALKING)
        or (verb in {"call", "prevail"} and (preposition or _particle(noun)) in _ON)
        or (preposition == "at" and verb in _SHOUTING)
        or (preposition == "before" and verb in _TESTIFYING)
    ):
        yield noun


def _of_noun(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in {"nmod", "obl"} and _preposition(child) in _TO_HEARER:
            yield child


def _of_adjunct(clause: Token) -> Iterator[Token]:
    """Yield whom an adjunct without subject names: "Speaking to the BBC, she said"."""
    lemma = clause.lemma_.lower()
    marks = {child.lemma_.lower() for child in clause.children if child.dep_ == "mark"}
    if marks & _NOT_DURING or _has_subject(clause):
        return
    for child in clause.children:
        if child.dep_ in {"obl", "obl:agent"} and lemma in {"ask", "press", "question"}:
            if _preposition(child) == "by" and _can_hear(child):
                yield child
        elif child.dep_ == "obl" and lemma in _ENCOUNTERS:
            yield from _of_oblique(lemma, child)
        elif child.dep_ == "obj" and lemma in _HOSTING | {"address", "tell"}:
            yield from filter(_can_hear, (child,))


def _of_encounter(verb: Token) -> Iterator[Token]:
    """Yield whom somebody met or called and, or to, say: "met Ada and stressed"."""
    word = verb
    for _ in range(_CLIMB):
        if word.dep_ not in {"conj", "advcl", "xcomp"} or _has_subject(word):
            return
        word = word.head
        lemma = word.lemma_.lower()
        if word.i < verb.i and lemma in _ENCOUNTERS:
            for child in word.children:
                if child.dep_ == "obl" and child.i < verb.i:
                    yield from _of_oblique(lemma, child)
                elif child.dep_ == "obj" and lemma in _HOSTING | {"brief", "meet"}:
                    yield from filter(_can_hear, (child,))
            return


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _is_communication(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _COMMUNICATION


def _is_word_for_somebody(noun: Token) -> bool:
    """Whether a phrase is no "it" or "that"."""
    return noun.pos_ not in {"PRON", "DET"} or _can_hear(noun)


def _can_hear(noun: Token) -> bool:
    """Whether a phrase can hear: a name, a pronoun or a noun for people and bodies."""
    if noun.pos_ in {"PRON", "DET"}:
        return pronoun_features(noun) is not None or noun.lower_ in _INDEFINITE
    word = noun.lower_
    return (
        noun.ent_type_ in _NAMED
        or bool(noun_classes(noun))
        or noun.lemma_.lower() in _GATHERED
        or word.endswith(_AGENT_SUFFIXES)
        or (word.endswith(_AGENTS) and not _is_communication(noun))
    )


def _preposition(noun: Token) -> str:
    return next(
        (child.lemma_.lower() for child in noun.children if child.dep_ == "case"), ""
    )


def _particle(noun: Token) -> str:
    """Return the particle of a phrase's verb, if it is right before the phrase."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    is_particle = before.head == noun.head and before.dep_ == "compound:prt"
    return before.lower_ if is_particle else ""

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
_CALLING = frozenset({"call", "prevail"})
_QUESTIONING = frozenset({"ask", "press", "question"})
_TOPIC_TO = words("saying.topic_to")
_ENCOUNTERS = words("saying.meeting")
_HOSTING = words("saying.hosting")
# Whose object is met: in an adjunct ("addressing miners, she said") and before a cue
# ("met miners and said"), where "told" and "addressed" are cues of their own.
_MEETING_IN_ADJUNCT = _HOSTING | {"address", "tell"}
_MEETING_BEFORE_CUE = _HOSTING | {"brief", "meet"}
_COMMUNICATION = words("saying.communication")
_DURING = words("function_words.during")
_NOT_DURING = frozenset({"after", "before", "since", "until", "without"})
_ON = frozenset({"on", "upon"})
# Prepositions before a hearer with some verbs alone; "to" is one with most.
_VERBS_BY_PREPOSITION = {"with": _TALKING, "at": _SHOUTING, "before": _TESTIFYING}
_TO_HEARER = frozenset({"to", "with", "before"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "LOC"})
_INDEFINITE = words("function_words.indefinite")
_GATHERED = frozenset({"audience", "conference", "gathering", "rally", "summit"})
# English suffixes that make nouns for people out of verbs and nouns. In the plural
# alone "-ers" is one: a "number" and a "center" hear nothing.
_AGENT_SUFFIXES = ("ist", "ists", "ian", "ians", "man", "men", "woman", "women")
_AGENTS = ("ers", "ors", "ants", "ees")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
# How many clauses up a meeting may stand: "met Ada and wished to stress".
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


def hearers_after_to(cue: Span) -> Iterator[Token]:
    """Yield the heads of the "to" phrases of a cue that name its hearers.

    "told the story to reporters" yields "reporters", "pointed to reporters" nothing.
    Needs a parse and `doc.ents`.
    """
    for verb in cue:
        if verb.pos_ in {"VERB", "AUX"}:
            yield from (
                child
                for child in verb.children
                if child.dep_ == "obl"
                and _preposition(child) == "to"
                and any(True for _ in _of_oblique(verb.lemma_.lower(), child))
            )


def _hearers(cue: Span, inside: set[int]) -> Iterator[Token]:
    """Yield the head of each phrase that names a hearer, in no order.

    `inside` are the words of the contents: a verb there is of what was said.
    """
    for word in cue:
        if word.pos_ in {"VERB", "AUX"} and word.i not in inside:
            yield from _of_verb(word)
        elif _is_communication(word):
            yield from _of_noun(word)
    if cue.root.pos_ in {"VERB", "AUX"}:
        yield from _of_encounter(cue.root)


def _of_verb(verb: Token) -> Iterator[Token]:
    """Yield whom a verb of saying speaks to: "told Ada", "said to Ada"."""
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
    """Tell "told miners" from "told lies", "urged Chad" from "called Chad a friend"."""
    if verb in _NAMING:
        return False
    if verb in _TELL:
        return noun.lemma_.lower() not in _TALK and _is_word_for_somebody(noun)
    return (verb in _ASK or noun.dep_ == "iobj") and _can_hear(noun)


def _of_oblique(verb: str, noun: Token) -> Iterator[Token]:
    """Yield the hearer in "said to Ada", and in "said in a letter to Ada"."""
    if _is_communication(noun):
        if _preposition(noun) in _DURING:
            yield from _of_noun(noun)
    elif _can_hear(noun) and _stands_where_hearers_do(verb, noun):
        yield noun


def _stands_where_hearers_do(verb: str, noun: Token) -> bool:
    """Tell "talked with Ada" from "agreed with Ada", "called on" from "relied on"."""
    preposition = _preposition(noun)
    if preposition == "to":
        return verb not in _TOPIC_TO
    # Some parses make "on" of "called on" a particle of the verb.
    if verb in _CALLING and (preposition or _particle(noun)) in _ON:
        return True
    return verb in _VERBS_BY_PREPOSITION.get(preposition, frozenset())


def _of_noun(noun: Token) -> Iterator[Token]:
    """Yield whom a noun of communication goes to: "a letter to Ada"."""
    for child in noun.children:
        if child.dep_ in {"nmod", "obl"} and _preposition(child) in _TO_HEARER:
            yield child


def _of_adjunct(clause: Token) -> Iterator[Token]:
    """Yield whom an adjunct without subject names: "Speaking to the BBC, she said"."""
    marks = {child.lemma_.lower() for child in clause.children if child.dep_ == "mark"}
    if marks & _NOT_DURING or _has_subject(clause):
        return
    is_questioning = clause.lemma_.lower() in _QUESTIONING
    for child in clause.children:
        if is_questioning and child.dep_ in {"obl", "obl:agent"}:
            # "Asked by Bob, she said": who asks hears the answer.
            if _preposition(child) == "by" and _can_hear(child):
                yield child
        else:
            yield from _met(clause, child, _MEETING_IN_ADJUNCT)


def _of_encounter(verb: Token) -> Iterator[Token]:
    """Yield whom the speaker met or called to say it: "met Ada and stressed that"."""
    encounter = _encounter_before(verb)
    if encounter is None:
        return
    for child in encounter.children:
        if child.dep_ != "obl" or child.i < verb.i:
            yield from _met(encounter, child, _MEETING_BEFORE_CUE)


def _encounter_before(verb: Token) -> Token | None:
    """Return the verb of meeting that has the same subject, before a verb of saying."""
    word = verb
    for _ in range(_CLIMB):
        if word.dep_ not in {"conj", "advcl", "xcomp"} or _has_subject(word):
            return None
        word = word.head
        if word.i < verb.i and word.lemma_.lower() in _ENCOUNTERS:
            return word
    return None


def _met(verb: Token, child: Token, meeting: frozenset[str]) -> Iterator[Token]:
    """Yield the hearer in a phrase of a verb: "speaking to Ada", "hosting Ada".

    `meeting` are the verbs whose object is met.
    """
    lemma = verb.lemma_.lower()
    if child.dep_ == "obl" and lemma in _ENCOUNTERS:
        yield from _of_oblique(lemma, child)
    elif child.dep_ == "obj" and lemma in meeting and _can_hear(child):
        yield child


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _is_communication(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _COMMUNICATION


def _is_word_for_somebody(noun: Token) -> bool:
    """Tell "told us" and "told the crowd" from "told it" and "told that"."""
    return noun.pos_ not in {"PRON", "DET"} or _can_hear(noun)


def _can_hear(noun: Token) -> bool:
    """Whether a phrase can hear: a name, a pronoun or a noun for people and bodies."""
    if noun.pos_ in {"PRON", "DET"}:
        return pronoun_features(noun) is not None or noun.lower_ in _INDEFINITE
    if noun.ent_type_ in _NAMED or noun_classes(noun):
        return True
    return noun.lemma_.lower() in _GATHERED or _is_formed_as_agent(noun)


def _is_formed_as_agent(noun: Token) -> bool:
    """Tell "miners" and "guitarist" from "garden": English suffixes of people."""
    word = noun.lower_
    # "letters" and "papers" end as agents do.
    is_agent = word.endswith(_AGENTS) and not _is_communication(noun)
    return is_agent or word.endswith(_AGENT_SUFFIXES)


def _preposition(noun: Token) -> str:
    return next(
        (child.lemma_.lower() for child in noun.children if child.dep_ == "case"), ""
    )


def _particle(noun: Token) -> str:
    """Return the particle of a phrase's verb, if it is right before the phrase."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    is_particle = before.head == noun.head and before.dep_ == "compound:prt"
    return before.lower_ if is_particle else ""

"""Words of war that tell no attack: films, games, letters, heart attacks.

A predicate of force is left out where its own sentence tells that nobody was harmed on
purpose: the deed is a film's, a match's or the weather's, or what is thrown are words.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.annotate.labels import NAME_LABELS
from kg.annotate.names.gazetteer import known_label
from kg.english.arguments import logical_objects, logical_subjects, surface_subjects
from kg.english.clauses import DOCUMENTS
from kg.english.inflection import base_forms
from kg.english.memory import remembered
from kg.english.nouns import noun_classes
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import (
    NOUN_POS,
    has_dependent,
    has_feature,
    lemma,
    name_of,
    sentence_of,
)
from kg.extract.events.frames import load_lexicon
from kg.extract.events.participants import is_in_classes, is_participant, modifiers
from kg.extract.events.predicate import Predicate, agents_behind

_FORCE = frozenset({"ASSAULT", "COERCE"})
_YIELDING = frozenset({"RETREAT", "CONCEDE"})
# Nouns of armed people and their weapons: with one of them in it, a sentence about a
# match may tell a real attack.
_ARMED = ("weapon", "projectile", "troop", "police", "armed")
# Verbs of a fight that mean a win between two by name.
_WINNING = frozenset({"beat", "thrash", "whip", "crush", "rout"})
# Nations with teams and without an army of their own.
_TEAMS_OF_NATIONS = frozenset({"England", "Scotland", "Wales"})
_WARS = frozenset({"war", "battle"})
_KINDS_OF_WAR = frozenset(
    {"aggression", "annihilation", "attrition", "conquest", "extermination"}
    | {"independence", "liberation", "resistance", "revenge", "succession"}
)
_ACTING_DEPS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj"})
_SETTING_PREPOSITIONS = ("in", "during", "on", "of", "as")
# How many of an article's sentences tell what it is about.
_LEAST_SHARE = 0.2
# Verbs to climb: "the series shows how Oslo bombed Rome".
_MAX_CLIMB = 4


def is_figurative(predicate: Predicate) -> bool:
    """Tell whether words of force tell no deed of force.

    "In the film, Oslo bombs Rome", "Arsenal destroyed Chelsea 5-0", "a heart attack
    killed him", "Oslo bombarded Rome with letters". Needs a parse and `doc.ents`.
    """
    frame = predicate.frame
    # Rivals on a track "attack" each other, too.
    if frame.type == "ACCUSE":
        return _is_played(predicate.token)
    if frame.type in _YIELDING:
        return _is_played(predicate.token)
    if frame.type not in _FORCE and frame.mode != "expel":
        return False
    # Who loses a post loses it once: "sacked Brady four times".
    if frame.mode == "expel" and any(map(_is_count, predicate.verb.children)):
        return True
    return (
        _is_played(predicate.token)
        or any(is_in_classes(noun, ("fiction",)) for noun in _settings(predicate.verb))
        or (frame.type == "ASSAULT" and _is_harmless(predicate))
    )


def tells_of_sport(doc: Doc) -> bool:
    """Tell whether an article is a report of sport: where a side "fights" or "strikes".

    Two sentences or more, and not few of all, name a result or what sport alone has.
    Needs a parse and `doc.ents`.
    """
    sentences = list(doc.sents)
    played = sum(_is_played(sentence.root) for sentence in sentences)
    return played > 1 and played >= _LEAST_SHARE * len(sentences)


def tells_of_works(doc: Doc) -> bool:
    """Tell whether an article is about films, plays or novels, and may tell their plot.

    Two sentences or more, and not few of all, name one. Needs a parse and `doc.ents`.
    """
    sentences = list(doc.sents)
    told = sum(
        any(_is_told(word) and is_in_classes(word, ("fiction",)) for word in sentence)
        for sentence in sentences
    )
    return told > 1 and told >= _LEAST_SHARE * len(sentences)


def is_plot(predicate: Predicate) -> bool:
    """Tell whether a deed is told as plots are: "He kills a judge", not "killed"."""
    verb = predicate.verb
    # Of joined verbs the first tells the tense best.
    first = verb.head if verb.dep_ == "conj" else verb
    is_present = has_feature(first, "Tense", "Pres")
    return is_present and not has_dependent(verb, "aux", "aux:pass")


def is_exercise(predicate: Predicate) -> bool:
    """Tell whether an attack is part of a drill: "In the drill, troops attacked".

    Needs a parse and `doc.ents`.
    """
    return predicate.frame.type == "ASSAULT" and any(
        is_in_classes(noun, ("drill",)) for noun in _settings(predicate.verb)
    )


def _settings(verb: Token) -> Iterator[Token]:
    """Yield the nouns that say where a verb's tale is told, its governors' included."""
    for _ in range(_MAX_CLIMB):
        for noun in heads_after(phrases(verb), *_SETTING_PREPOSITIONS):
            yield from (noun, *heads_after(phrases(noun), "of"))
        subjects = surface_subjects(verb)
        for subject in subjects:
            yield from heads_after(phrases(subject), "of")
        if verb.head.i == verb.i:
            return
        verb = verb.head
        if verb.pos_ == "VERB":
            yield from surface_subjects(verb)
        elif verb.pos_ in NOUN_POS:
            yield verb


def _is_count(child: Token) -> bool:
    """Whether a word says how many times: "twice", "four times"."""
    is_times = lemma(child) == "time" and has_dependent(child, "nummod")
    return is_times or child.lower_ in {"twice", "thrice"}


def _is_played(token: Token) -> bool:
    """Whether a sentence speaks of sport: of a coach, or of a score as "5-0"."""
    return _opens_play(sentence_of(token)[0])


@remembered
def _opens_play(first: Token) -> bool:
    sentence = sentence_of(first)
    nouns = [word for word in sentence if _is_told(word)]
    if any(is_in_classes(noun, _ARMED) for noun in nouns):
        return False
    return any(is_in_classes(noun, ("sport",)) for noun in nouns) or any(
        map(_is_score, sentence)
    )


def _is_told(word: Token) -> bool:
    """Tell a noun from a part of an actor's name: the League of "the Arab League"."""
    if word.pos_ not in NOUN_POS:
        return False
    return not word.ent_type_ or name_of(word).root.dep_ not in _ACTING_DEPS


def _is_score(token: Token) -> bool:
    """Whether a word is a result: "5-0", one word or three."""
    home, dash, away = token.text.replace("–", "-").partition("-")
    if dash and home.isdigit() and away.isdigit():
        return len(home) <= 3 and len(away) <= 3
    if token.text not in {"-", "–"}:
        return False
    around = token.doc[max(token.i - 1, 0) : token.i + 2]
    return len(around) == 3 and all(
        w.text.isdigit() and len(w) <= 3 for w in (around[0], around[2])
    )


def _is_harmless(predicate: Predicate) -> bool:
    return (
        _is_of_nature(predicate)
        or _is_win(predicate)
        or _is_between_teams(predicate)
        or _is_quarrel(predicate)
        or any(map(_is_war_of_words, (predicate.token, *_fought(predicate))))
        or _is_ailment(predicate.token)
        or any(map(_is_words, heads_after(phrases(predicate.verb), "with")))
        or any(map(_is_words, _called_so(predicate.token)))
    )


def _called_so(noun: Token) -> Sequence[Token]:
    """Return what is said to be an attack: "the comments were an attack on Oslo"."""
    return surface_subjects(noun) if has_dependent(noun, "cop") else []


def _is_win(predicate: Predicate) -> bool:
    """Whether two meet in a contest: "Ada Quill beat Bo Moss", "beat the champion"."""
    verb = predicate.token
    if predicate.is_nominal or _WINNING.isdisjoint(base_forms(verb)):
        return False
    sides = (*logical_subjects(verb), *logical_objects(verb))
    return len(sides) > 1 and all(map(_is_contestant, sides))


def _is_contestant(side: Token) -> bool:
    """Whether one of two sides has a name, or is called a player or a champion."""
    return side.ent_type_ in NAME_LABELS or is_in_classes(side, ("contestant",))


def _is_between_teams(predicate: Predicate) -> bool:
    """Whether who attacks is a team: "England", or "the Raiders" a like one."""
    if predicate.is_nominal:
        return False
    actors = list(logical_subjects(predicate.token))
    if any(actor.text in _TEAMS_OF_NATIONS for actor in actors):
        return True
    sides = [*actors, *logical_objects(predicate.token)]
    return len(sides) > 1 and all(map(_has_nickname, sides))


def _is_quarrel(predicate: Predicate) -> bool:
    """Whether persons of civil life clash: "the mayor clashed with Ada Quill"."""
    verb = predicate.token
    others = [] if predicate.is_nominal else heads_after(phrases(verb), "with")
    sides = [*logical_subjects(verb), *others]
    if not others or not all(map(_is_civilian, sides)):
        return False
    return not any(is_in_classes(word, _ARMED) for word in sentence_of(verb))


def _fought(predicate: Predicate) -> Sequence[Token]:
    return [] if predicate.is_nominal else logical_objects(predicate.token)


def _is_war_of_words(noun: Token) -> bool:
    """Whether a war is one of nerves, words or ideas; one of aggression is none."""
    if lemma(noun) not in _WARS:
        return False
    kinds = [head for head in heads_after(phrases(noun), "of") if head.pos_ == "NOUN"]
    return bool(kinds) and not any(
        lemma(kind) in _KINDS_OF_WAR or is_participant(kind) for kind in kinds
    )


def _is_civilian(side: Token) -> bool:
    """Whether a side is one person by name, or who holds an office."""
    is_one = side.ent_type_ == "PERSON" or side.lower_ in {"he", "she"}
    return is_one or "office" in noun_classes(side)


def _has_nickname(side: Token) -> bool:
    """Whether a body is called like a team, "the Raiders"; no known one is."""
    return (
        side.ent_type_ == "ORG"
        and side.text.endswith("s")
        and has_dependent(side, "det")
        and known_label(side.text) is None
    )


def _is_of_nature(predicate: Predicate) -> bool:
    """Whether what does harm is nobody, no weapon and no deed: heat, inflation."""
    if predicate.is_nominal:
        return False
    subjects = logical_subjects(predicate.token)
    return (
        bool(subjects)
        and not agents_behind(subjects)
        and not any(map(_may_harm, subjects))
    )


def _may_harm(subject: Token) -> bool:
    """Whether a thing does harm for somebody: a bomb, a raid, "they", "which"."""
    # As a subject "fire" burns; what soldiers open is an object, or "gunfire".
    if _is_ailment(subject) or lemma(subject) == "fire":
        return False
    is_deed = lemma(subject) in load_lexicon().nouns
    is_weapon = is_in_classes(subject, (*_ARMED, "suicide_kind", "bomb_kind"))
    return is_deed or is_weapon or subject.pos_ not in {"NOUN"}


def _is_ailment(noun: Token) -> bool:
    """Whether an attack is a body's or an animal's: "heart attack", "shark attack"."""
    return any(is_in_classes(word, ("ailment",)) for word in modifiers(noun))


def _is_words(noun: Token) -> bool:
    return lemma(noun) in DOCUMENTS or is_in_classes(noun, ("words",))

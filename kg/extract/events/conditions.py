"""Tests of a frame's conditions: do the words around a predicate fit its sense?

`plover.yaml` describes the conditions. All but one are tested here: what type of event
a complement is, `triggers` finds out, since it matches the complement first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.english.arguments import logical_objects, logical_subjects, surface_subjects
from kg.english.clauses import clauses, is_infinitive, particle
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.memory import remembered
from kg.english.polarity import is_negated, modals
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import NOUN_POS, has_feature, lemma, sentence_of
from kg.extract.events.frames import Frame, load_lexicon
from kg.extract.events.participants import (
    counted,
    is_in_classes,
    is_participant,
    is_plural,
    modifiers,
    possessors,
)

# Subject classes that make the sense ("a missile struck"): where the sentence has no
# subject, a frame that asks for one of them does not hold. Of others the sense is
# clear without, and the subject may be anybody.
_DECISIVE_SUBJECTS = frozenset(
    {"worker", "troop", "police", "peacekeeper", "leader", "weapon"}
)
_DEMANDING_MODALS = words("modality.demanding")
# Subjects of whom "must" demands nothing: "there must be a way".
_UNADDRESSED = frozenset({"i", "we", "there"})
_BESIDE_DEPS = frozenset({"advcl", "xcomp", "ccomp", "conj"})
_PREDICATIVE_DEPS = frozenset({"xcomp", "ccomp", "obl", "obj", "advcl"})


@remembered
def lookup_keys(verb: Token) -> Sequence[str]:
    """Return what to look a verb up by in the lexicon, likeliest first.

    "sent" gives "send"; "carried out" gives "carry_out" and never "carry", whose sense
    is another. Needs a parse.
    """
    stems = base_forms(verb)
    tail = particle(verb)
    return [f"{stem}_{tail}" for stem in stems] if tail else stems


def fit_classes(tokens: Sequence[Token], classes: tuple[str, ...]) -> bool:
    """Tell whether words meet a condition of a frame.

    No classes ask nothing; ("none",) asks that there be no words. One word has to be in
    one of the classes, and none in a class with "-" before it: "-disaster" refuses "the
    quake". Needs a parse and `doc.ents`.
    """
    if not classes:
        return True
    if classes == ("none",):
        return not tokens
    barred = [name[1:] for name in classes if name.startswith("-")]
    if _is_any_in(tokens, barred):
        return False
    wanted = [name for name in classes if not name.startswith("-")]
    return not wanted or _is_any_in(tokens, wanted)


def _is_any_in(tokens: Iterable[Token], classes: list[str]) -> bool:
    return any(is_in_classes(token, classes) for token in tokens)


def fits_arguments(frame: Frame, verb: Token) -> bool:
    """Tell whether a verb's subject and object are what its sense needs.

    "Chad fired rockets" fits a frame whose object is a weapon, "Chad fired its envoy"
    does not. Needs a parse and `doc.ents`.
    """
    tests = frame.conditions
    objects = logical_objects(verb)
    return (
        _fits_subject(tests.get("subject", ()), verb)
        and fit_classes(objects, tests.get("object", ()))
        and _has_modifier(objects, tests.get("object_modifier", ()))
    )


def _fits_subject(classes: tuple[str, ...], verb: Token) -> bool:
    if not classes:
        return True
    subjects = logical_subjects(verb)
    if not subjects:
        return _DECISIVE_SUBJECTS.isdisjoint(classes)
    # Here plural are all subjects together: "Ada and Bo met".
    if "@plural" in classes and not is_plural(subjects):
        return False
    names = tuple("@participant" if n == "@plural" else n for n in classes)
    return fit_classes(subjects, names)


def _has_modifier(nouns: Iterable[Token], lemmas: tuple[str, ...]) -> bool:
    return not lemmas or any(
        lemma(modifier) in lemmas
        for noun in nouns
        for modifier in modifiers(counted(noun))
    )


def fits_noun_phrase(frame: Frame, noun: Token, light_verb: Token | None) -> bool:
    """Tell whether the words in an event noun's phrase are what its sense needs.

    What a verb has as object is a noun's modifier or stands after "of": "a missile
    test", "a test of missiles"; its subject is a possessor, or the light verb's
    subject. Needs a parse and `doc.ents`.
    """
    tests = frame.conditions
    before = [*modifiers(noun)]
    things = [*heads_after(phrases(noun), "of"), *before]
    subjects = logical_subjects(light_verb) if light_verb is not None else []
    owners = [*possessors(noun), *things, *subjects]
    return (
        fit_classes(before, tests.get("modifier", ()))
        and fit_classes(things, tests.get("object", ()))
        and fit_classes(owners, tests.get("subject", ()))
        and fit_classes(owners, tests.get("possessor", ()))
    )


def phrases_of_noun(noun: Token, light_verb: Token | None) -> dict[str, list[Token]]:
    """Return an event noun's prepositional phrases with those of its light verb.

    "held talks with Rome" has "with" under "held" or "talks", as the parser guesses.
    Needs a parse.
    """
    found = {preposition: [*heads] for preposition, heads in phrases(noun).items()}
    if light_verb is not None:
        for preposition, heads in phrases(light_verb).items():
            found.setdefault(preposition, []).extend(heads)
    return found


def fits_surroundings(
    frame: Frame, token: Token, found: Mapping[str, Sequence[Token]]
) -> bool:
    """Tell whether phrases and the sentence are what a sense needs.

    `found` are the predicate's prepositional phrases. "fired on a crowd" fits a frame
    with {"on": people}, "fired on Monday" does not. Needs a parse and `doc.ents`.
    """
    return _fits_phrases(frame, found) and fits_sentence(frame, token)


def _fits_phrases(frame: Frame, found: Mapping[str, Sequence[Token]]) -> bool:
    if any(preposition in found for preposition in frame.conditions.get("without", ())):
        return False
    if not frame.phrases:
        return True
    return any(
        preposition in found and fit_classes(found[preposition], classes)
        for preposition, classes in frame.phrases.items()
    )


def fits_sentence(frame: Frame, token: Token) -> bool:
    """Tell whether a noun anywhere in the sentence fits the sense.

    "Two people were killed" is an assault or an accident, which a noun elsewhere in
    the sentence may tell ("crash", "gunman"), or a verb of what befalls things ("the
    bus overturned").
    """
    classes = frame.conditions.get("sentence", ())
    if "-disaster" in classes and any(map(_is_mishap, sentence_of(token))):
        return False
    return not classes or fit_classes(
        [word for word in sentence_of(token) if word.pos_ in NOUN_POS], classes
    )


def _is_mishap(word: Token) -> bool:
    """Whether a verb tells what befell its subject: "the bus overturned".

    Not of what is shot or flown at somebody, nor of what somebody did.
    """
    mishaps = load_lexicon().classes["mishap"]
    if word.pos_ != "VERB" or mishaps.isdisjoint(base_forms(word)):
        return False
    befallen = surface_subjects(word)
    weapons = ("projectile", "weapon", "drone")
    is_harmless = not any(is_in_classes(each, weapons) for each in befallen)
    return is_harmless and not any(map(is_participant, befallen))


def fits_complement(frame: Frame, token: Token) -> bool:
    """Tell whether clauses and other complements are what a sense needs.

    "Ada insisted that Bo go" fits a frame whose complement tells what shall be, "Ada
    insisted that Bo went" does not. Needs a parse with morphology.
    """
    return all(fits(frame, token) for fits in _COMPLEMENT_TESTS)


def _tells_what_shall_be(frame: Frame, token: Token) -> bool:
    return "infinitive" not in frame.flags or any(map(_is_unreal, clauses(token)))


def _has_no_that_clause(frame: Frame, token: Token) -> bool:
    return "plain" not in frame.flags or not any(
        clause.dep_ == "ccomp" for clause in clauses(token)
    )


def _has_no_predicative(frame: Frame, token: Token) -> bool:
    """Tell "called Ada" from "called Ada a liar" and "called it off"."""
    return "not_predicative" not in frame.flags or not any(
        child.dep_ in {"xcomp", "ccomp", "compound:prt"} for child in token.children
    )


def _has_no_barred_verb(frame: Frame, token: Token) -> bool:
    barred = frame.conditions.get("skip_complement_verbs", ())
    return not barred or not any(lemma(clause) in barred for clause in clauses(token))


def _has_wanted_verb(frame: Frame, token: Token) -> bool:
    wanted = frame.conditions.get("complement_verbs", ())
    return not wanted or any(
        not set(wanted).isdisjoint(lookup_keys(child))
        for child in token.children
        if child.dep_ in _BESIDE_DEPS
    )


def _has_wanted_modal(frame: Frame, token: Token) -> bool:
    wanted = frame.conditions.get("complement_modal", ())
    return not wanted or any(
        _demands_of_others(clause, set(wanted)) for clause in clauses(token)
    )


def _has_wanted_adjective(frame: Frame, token: Token) -> bool:
    wanted = frame.conditions.get("complement_adjective", ())
    # "found not guilty"
    return not wanted or any(
        lemma(word) in wanted and not is_negated(word) for word in _predicatives(token)
    )


def is_refused(verb: Token) -> bool:
    """Tell whether a complement is negated: "found not guilty". Needs a parse."""
    found = (child for child in verb.children if child.dep_ in {"xcomp", "ccomp"})
    return any(child.pos_ in {"ADJ", "NOUN"} and is_negated(child) for child in found)


_COMPLEMENT_TESTS: tuple[Callable[[Frame, Token], bool], ...] = (
    _tells_what_shall_be,
    _has_no_that_clause,
    _has_no_predicative,
    _has_no_barred_verb,
    _has_wanted_verb,
    _has_wanted_modal,
    _has_wanted_adjective,
)


def _is_unreal(clause: Token) -> bool:
    """Whether a clause tells what shall be: "to go", "that he go", "should go"."""
    if is_infinitive(clause):
        return True
    if any(c.dep_ == "aux" and lemma(c) in _DEMANDING_MODALS for c in clause.children):
        return True
    # "insisted that he go": taggers call the mandative subjunctive either of these.
    return has_feature(clause, "VerbForm", "Inf") or has_feature(clause, "Mood", "Sub")


def _demands_of_others(clause: Token, wanted: set[str]) -> bool:
    """Whether a clause says what others must do: "that Oslo must act"."""
    return bool(modals(clause) & wanted) and not any(
        subject.lower_ in _UNADDRESSED or subject.pos_ == "X"
        for subject in surface_subjects(clause)
    )


def _predicatives(token: Token) -> Iterator[Token]:
    """Yield a predicate's complements and what describes them: "called it illegal"."""
    for child in token.children:
        if child.dep_ in _PREDICATIVE_DEPS:
            yield child
            yield from modifiers(child)

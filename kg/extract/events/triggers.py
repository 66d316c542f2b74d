"""Which words of an article are events: the frames that hold, one for each trigger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.annotate.labels import NAME_LABELS
from kg.english.arguments import logical_objects
from kg.english.clauses import clauses, is_passive
from kg.english.memory import remembered_once
from kg.english.trees import NOUN_POS, lemma
from kg.extract.events.compounds import first_part, forms_of
from kg.extract.events.conditions import (
    fits_arguments,
    fits_complement,
    fits_noun_phrase,
    fits_sentence,
    fits_surroundings,
    is_refused,
    lookup_keys,
    phrases_of_noun,
)
from kg.extract.events.frames import Frame, load_lexicon
from kg.extract.events.learned import marks_of
from kg.extract.events.noun_roles import owns_up
from kg.extract.events.participants import (
    counted,
    is_in_classes,
    is_person,
    possessors,
)
from kg.extract.events.predicate import Predicate
from kg.extract.events.restating import restates_governor
from kg.extract.events.roles import complements, nearby_phrases

_OBJECT_DEPS = frozenset({"obj", "nsubj:pass"})
# Words in these relations are part of another: "the attack helicopter".
_DEPENDENT_DEPS = frozenset({"amod", "compound", "flat", "case"})
# Names are no event nouns, those of events neither: "the Prague Spring".
_NAMING_LABELS = NAME_LABELS | {"EVENT"}
# Conditions on words that tell the sense whatever the arguments are.
_TELLING_KEYS = frozenset({"complement", "modifier", "sentence"})
# Complements that tell a type without being events in the lexicon: "offered kindness".
_TYPES_OF_CLASSES = {"kindness": "AID", "talk": "CONSULT"}


@remembered_once
def predicates(doc: Doc) -> Mapping[int, Predicate]:
    """Return the event predicates of an article, by the trigger word's index.

    "Chad launched an attack on Mali" gives one, whose trigger is "attack" and whose
    light verb is "launched"; "Chad launched a website" gives none. Needs a parse with
    morphology, and `doc.ents`.
    """
    return told_once(matched(doc))


@remembered_once
def matched(doc: Doc) -> Mapping[int, Predicate]:
    """Return every word that a frame holds for, those told by another word included.

    "Chad launched an attack on Mali" gives "attack", with "launched" as light verb;
    "died in an attack" gives both. Needs what `predicates` needs.
    """
    return _TriggerFinder(doc).find()


def told_once(known: Mapping[int, Predicate]) -> dict[int, Predicate]:
    """Leave out the triggers whose event another trigger tells already.

    Of "killed in an attack" the attack, of "declared war" the war. Needs a parse.
    """
    whole = without_parts(known)
    return {at: p for at, p in whole.items() if not restates_governor(p, whole)}


def without_parts(known: Mapping[int, Predicate]) -> dict[int, Predicate]:
    """Leave out words that are part of another trigger, as the noun of "declared war".

    Needs a parse.
    """
    parts = set(_parts(known))
    return {at: each for at, each in known.items() if at not in parts}


def _parts(known: Mapping[int, Predicate]) -> Iterator[int]:
    for predicate in known.values():
        if predicate.light_verb is not None:
            if not _tells_its_object(known.get(predicate.light_verb.i)):
                yield predicate.light_verb.i
        elif _tells_its_object(predicate):
            yield from _object_nouns(predicate.token)
        if owns_up(predicate.token):
            yield predicate.token.i


def _tells_its_object(predicate: Predicate | None) -> bool:
    """Whether an event is a verb with its object: "declared war"."""
    return (
        predicate is not None
        and not predicate.is_nominal
        and "object" in predicate.frame.conditions
    )


class _TriggerFinder:
    """Match words with frames, each once: a frame may ask for its complement's type."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._lexicon = load_lexicon()
        self._marks = marks_of(doc)
        self._matched: dict[int, Predicate | None] = {}

    def find(self) -> dict[int, Predicate]:
        found = [self._match(token) for token in self._doc]
        return {each.token.i: each for each in found if each is not None}

    def _match(self, token: Token) -> Predicate | None:
        if token.i not in self._matched:
            # A wrong parse can make two words each other's complement: the one that is
            # asked about while it is being matched counts as none.
            self._matched[token.i] = None
            self._matched[token.i] = self._first_frame(token)
        return self._matched[token.i]

    def _first_frame(self, token: Token) -> Predicate | None:
        if token.dep_ in _DEPENDENT_DEPS:
            return None
        if token.pos_ in {"VERB", "ADJ"}:
            return self._verbal(token)
        if token.pos_ in NOUN_POS and token.ent_type_ not in _NAMING_LABELS:
            return self._nominal(token)
        return None

    def _verbal(self, token: Token) -> Predicate | None:
        lexicon = self._lexicon
        own = _frames_of(lexicon.verbs, token) if token.pos_ == "VERB" else ()
        frames = (*own, *lexicon.adjectives.get(lemma(token), ()))
        held = [frame for frame in frames if self._holds(frame, token)]
        if held:
            return Predicate(token, self._meant(self._likeliest(held, token), token))
        return self._learned(token, frames, None)

    def _likeliest(self, frames: Sequence[Frame], token: Token) -> Frame:
        """Return the first sense, or the one whose type the model is sure of.

        "the army ousted Bo" overthrows him, "the minister ousted Bo" dismisses him. Not
        where another word than the arguments tells the sense: "a cyber attack".
        """
        if _tells_the_sense(frames[0]):
            return frames[0]
        sure = (f for f in frames if self._marks.is_sure(token, f.type))
        return next(sure, frames[0])

    def _nominal(self, token: Token) -> Predicate | None:
        table = self._lexicon.nouns
        frames = next((table[f] for f in forms_of(token) if f in table), ())
        light_verb = self._light_verb(token)
        # "the demand" is a thing, "made a demand" and "Oslo's demand" an event.
        is_bare = not (light_verb or possessors(token))
        held = [
            frame
            for frame in frames
            if not (is_bare and "not_bare" in frame.flags)
            and self._holds_for_noun(frame, token, light_verb)
        ]
        if held:
            meant = self._meant(self._likeliest(held, token), token)
            return Predicate(token, meant, light_verb)
        return self._learned(token, frames, light_verb)

    def _learned(
        self, token: Token, frames: Sequence[Frame], light_verb: Token | None
    ) -> Predicate | None:
        """Return the predicate of a word whose own frames do not hold.

        Not where the sentence tells that it is none ("were killed in a crash"), nor of
        a noun for people: "bombers" act. Nor of half a word, as the "fire" of
        "cease-fire", whatever the model makes of that.
        """
        if token.pos_ == "NOUN" and (is_person(token) or first_part(token)):
            return None
        listed = {each.type for each in frames if not _is_of_person(each, token)}
        frame = self._marks.frame(token, listed)
        if frame is None or (frame.type == "SANCTION" and is_refused(token)):
            return None
        own = (each for each in frames if each.type == frame.type)
        if not all(fits_sentence(each, token) for each in own):
            return None
        return Predicate(token, frame, light_verb)

    def _light_verb(self, noun: Token) -> Token | None:
        """Return the verb that an event noun lends its meaning: "launched an attack".

        Or that says no more than that it was: "clashes broke out". Of "attacks and
        raids" the first noun has the verb. A verb that is an event with just this
        object needs no noun to mean one: "declared war".
        """
        noun = _first_of_coordinated(noun)
        if noun.dep_ in _OBJECT_DEPS and self._is_light(noun.head):
            own = self._match(noun.head)
            is_own_event = own is not None and _asks_for_object(own.frame)
            return None if is_own_event else noun.head
        if noun.dep_ == "nsubj" and _tells_that_it_was(noun.head):
            return noun.head
        return self._light_verb_after(noun)

    def _light_verb_after(self, noun: Token) -> Token | None:
        """Return a passive light verb behind its noun: "the attack launched by"."""
        for child in noun.children:
            if child.dep_ in {"acl", "acl:relcl"} and self._is_light(child):
                return child if is_passive(child) else None
        return None

    def _is_light(self, verb: Token) -> bool:
        light_verbs = self._lexicon.light_verbs
        return verb.pos_ == "VERB" and not light_verbs.isdisjoint(lookup_keys(verb))

    def _meant(self, frame: Frame, token: Token) -> Frame:
        """Return a frame with its mode, one of words where no force is used.

        "launched an attack on the cabinet in a letter": the model tells the sense.
        """
        if frame.type == "ASSAULT" and self._marks.is_sure(token, "ACCUSE"):
            return replace(frame, type="ACCUSE", mode="disapprove", modes={})
        # "pledged support": of the two senses it is the backing, not the help.
        if frame.type == "AGREE" and any(
            self._marks.is_sure(noun, "SUPPORT") for noun in logical_objects(token)
        ):
            return replace(frame, type="SUPPORT", mode=None, modes={})
        return self._with_mode(frame, token)

    def _with_mode(self, frame: Frame, token: Token) -> Frame:
        if not frame.modes:
            return frame
        return replace(frame, mode=self._mode(frame, token))

    def _mode(self, frame: Frame, token: Token) -> str | None:
        """Return the mode that the complement's type tells: "threatened to arrest"."""
        for type_ in self._complement_types(token):
            if type_ in frame.modes:
                return frame.modes[type_]
        if "clause" in frame.modes and clauses(token):
            return frame.modes["clause"]
        return frame.modes.get("default", frame.mode)

    def _complement_types(self, token: Token) -> list[str]:
        """Return types of what is agreed, asked or threatened, narrow ones first.

        "threatened to arrest" gives "COERCE:arrest" and "COERCE".
        """
        types: list[str] = []
        for complement in complements(token):
            if complement.i == token.i:
                continue
            inner = self._match(complement)
            if inner is None:
                types.extend(_types_of_noun(complement))
            else:
                types.append(f"{inner.frame.type}:{inner.frame.mode}")
                types.append(inner.frame.type)
        return types

    def _holds(self, frame: Frame, verb: Token) -> bool:
        return (
            fits_arguments(frame, verb)
            and fits_surroundings(frame, verb, nearby_phrases(verb))
            and fits_complement(frame, verb)
            and self._has_complement_type(frame, verb)
        )

    def _holds_for_noun(
        self, frame: Frame, noun: Token, light_verb: Token | None
    ) -> bool:
        return (
            fits_noun_phrase(frame, noun, light_verb)
            and fits_surroundings(frame, noun, phrases_of_noun(noun, light_verb))
            and fits_complement(frame, noun)
            and self._has_complement_type(frame, noun)
        )

    def _has_complement_type(self, frame: Frame, token: Token) -> bool:
        types = frame.conditions.get("complement", ())
        if not types:
            return True
        found = clauses(token)
        if "clause" in types and found:
            return True
        if "negated" in types:
            return any(map(_has_plain_negator, found))
        return any(type_ in types for type_ in self._complement_types(token))


def _tells_that_it_was(verb: Token) -> bool:
    """Whether a verb says of its subject that it happens: "broke out", "took place"."""
    if verb.pos_ != "VERB":
        return False
    objects = {lemma(noun) for noun in logical_objects(verb)}
    if objects:
        return objects == {"place"} and "take" in lookup_keys(verb)
    return not load_lexicon().classes["happening"].isdisjoint(lookup_keys(verb))


def _has_plain_negator(clause: Token) -> bool:
    return any(child.lower_ in {"not", "n't", "never"} for child in clause.children)


def _types_of_noun(noun: Token) -> list[str]:
    found = (
        type_
        for class_, type_ in _TYPES_OF_CLASSES.items()
        if is_in_classes(noun, (class_,))
    )
    return list(found)[:1]


def _first_of_coordinated(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in NOUN_POS:
        noun = noun.head
    return noun


def _object_nouns(verb: Token) -> Iterator[int]:
    """Yield where a verb's objects stand, and what they count: "wave of attacks"."""
    for noun in logical_objects(verb):
        for word in (noun, counted(noun)):
            if word.pos_ in NOUN_POS:
                yield word.i


def _asks_for_object(frame: Frame) -> bool:
    """Whether a frame names classes of objects, and not only those it refuses."""
    return any(not word.startswith("-") for word in frame.conditions.get("object", ()))


def _tells_the_sense(frame: Frame) -> bool:
    """Tell whether a frame asks for words, not only for the want of some."""
    return any(
        not all(name.startswith("-") for name in frame.conditions[key])
        for key in _TELLING_KEYS & frame.conditions.keys()
    )


def _is_of_person(frame: Frame, verb: Token) -> bool:
    """Whether what somebody is called tells a sense: "called Ada a liar".

    Other words than those of the frame may as well be praise.
    """
    is_by_complement = "complement_adjective" in frame.conditions
    return is_by_complement and any(map(is_person, logical_objects(verb)))


def _frames_of(
    table: Mapping[str, tuple[Frame, ...]], verb: Token
) -> tuple[Frame, ...]:
    return next((table[key] for key in lookup_keys(verb) if key in table), ())

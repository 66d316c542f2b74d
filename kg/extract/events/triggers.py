"""Which words of an article are events: the frames that hold, one for each trigger."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.annotate.labels import NAME_LABELS
from kg.english.clauses import (
    clauses,
    is_infinitive,
    is_passive,
    logical_objects,
    logical_subjects,
    particle,
    phrases,
    surface_subjects,
)
from kg.english.inflection import base_forms, noun_forms
from kg.english.lexicon import words
from kg.english.polarity import modals
from kg.english.trees import has_feature, lemma, sentence_of
from kg.extract.events.frames import Frame, load_lexicon
from kg.extract.events.participants import (
    counted,
    is_in_classes,
    is_plural,
    modifiers,
    possessors,
)
from kg.extract.events.predicate import Predicate
from kg.extract.events.roles import complements, nearby_phrases

_NOUN_POS = frozenset({"NOUN", "PROPN"})
_OBJECT_DEPS = frozenset({"obj", "nsubj:pass"})
_RESTATING = words("function_words.restating")
# Subject classes that make the sense: without a subject such a frame does not hold.
_TELLING = frozenset({"worker", "troop", "police", "peacekeeper", "leader", "weapon"})
_MODAL = words("modality.demanding")


def predicates(doc: Doc) -> dict[int, Predicate]:
    """Return the event predicates of an article, by the trigger word's index."""
    return _Triggers(doc).find()


class _Triggers:
    """Match words with frames, each once: a frame may ask for its complement's type."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._lexicon = load_lexicon()
        self._matched: dict[int, Predicate | None] = {}

    def find(self) -> dict[int, Predicate]:
        found = [self._match(token) for token in self._doc]
        known = {p.token.i: p for p in found if p is not None}
        covered = set(self._covered(known))
        return {at: p for at, p in known.items() if at not in covered}

    def _covered(self, known: dict[int, Predicate]) -> Iterator[int]:
        """Yield triggers that another trigger already tells."""
        for predicate in known.values():
            token = predicate.token
            if predicate.light is not None:
                yield predicate.light.i
            elif not predicate.is_nominal and "object" in predicate.frame.conditions:
                yield from (o.i for o in _object_nouns(token) if o.pos_ in _NOUN_POS)
            if _restates(predicate, known):
                yield token.i

    def _match(self, token: Token) -> Predicate | None:
        if token.i not in self._matched:
            self._matched[token.i] = None
            self._matched[token.i] = self._first_frame(token)
        return self._matched[token.i]

    def _first_frame(self, token: Token) -> Predicate | None:
        if token.dep_ in {"amod", "compound", "flat", "case"}:
            return None
        if token.pos_ in {"VERB", "ADJ"}:
            return self._verbal(token)
        if token.pos_ in _NOUN_POS and token.ent_type_ not in NAME_LABELS | {"EVENT"}:
            return self._nominal(token)
        return None

    def _verbal(self, token: Token) -> Predicate | None:
        lexicon = self._lexicon
        frames = _entries(lexicon.verbs, token) if token.pos_ == "VERB" else ()
        for frame in (*frames, *lexicon.adjectives.get(lemma(token), ())):
            if self._holds(frame, token):
                return Predicate(token, self._with_mode(frame, token))
        return None

    def _nominal(self, token: Token) -> Predicate | None:
        table = self._lexicon.nouns
        frames = next((table[f] for f in noun_forms(token) if f in table), ())
        if not frames:
            return None
        light = self._light_verb(token)
        for frame in frames:
            if light is None and "not_bare" in frame.flags:
                continue
            if self._holds_for_noun(frame, token, light):
                return Predicate(token, self._with_mode(frame, token), light)
        return None

    def _light_verb(self, noun: Token) -> Token | None:
        governor = noun.head
        while noun.dep_ == "conj" and noun.head.pos_ in _NOUN_POS:
            noun, governor = noun.head, noun.head.head
        if noun.dep_ in _OBJECT_DEPS and self._is_light(governor):
            own = self._match(governor)
            return governor if own is None or not _asks_object(own.frame) else None
        for child in noun.children:
            if child.dep_ in {"acl", "acl:relcl"} and self._is_light(child):
                return child if is_passive(child) else None
        return None

    def _is_light(self, verb: Token) -> bool:
        keys = set(_keys(verb))
        return verb.pos_ == "VERB" and bool(keys & self._lexicon.light_verbs)

    def _with_mode(self, frame: Frame, token: Token) -> Frame:
        if not frame.modes:
            return frame
        return replace(frame, mode=self._mode(frame, token))

    def _mode(self, frame: Frame, token: Token) -> str | None:
        for type_ in self._complement_types(token):
            if type_ in frame.modes:
                return frame.modes[type_]
        if "clause" in frame.modes and clauses(token):
            return frame.modes["clause"]
        return frame.modes.get("default", frame.mode)

    def _complement_types(self, token: Token) -> list[str]:
        types: list[str] = []
        for complement in complements(token):
            if complement.i == token.i:
                continue
            inner = self._match(complement)
            if inner is not None:
                types.append(f"{inner.frame.type}:{inner.frame.mode}")
                types.append(inner.frame.type)
            elif is_in_classes(complement, ("kindness",)):
                types.append("AID")
            elif is_in_classes(complement, ("talk",)):
                types.append("CONSULT")
        return types

    def _holds(self, frame: Frame, token: Token) -> bool:
        tests = frame.conditions
        return (
            _holds_for_subject(tests.get("subject", ()), token)
            and _holds_for(tests.get("object", ()), logical_objects(token))
            and _has_modifier(tests.get("object_modifier", ()), logical_objects(token))
            and _has_phrases(frame, nearby_phrases(token))
            and _holds_for_sentence(tests.get("sentence", ()), token)
            and self._holds_for_complement(frame, token)
        )

    def _holds_for_noun(self, frame: Frame, noun: Token, light: Token | None) -> bool:
        tests = frame.conditions
        words = [*modifiers(noun)]
        things = [*phrases(noun).get("of", ()), *words]
        found = phrases(noun)
        if light is not None:
            for preposition, heads in phrases(light).items():
                found.setdefault(preposition, []).extend(heads)
        subjects = logical_subjects(light) if light is not None else []
        owners = [*possessors(noun), *things, *subjects]
        return (
            _holds_for(tests.get("modifier", ()), words)
            and _holds_for(tests.get("object", ()), things)
            and _holds_for(tests.get("subject", ()), owners)
            and _holds_for(tests.get("possessor", ()), owners)
            and _has_phrases(frame, found)
            and _holds_for_sentence(tests.get("sentence", ()), noun)
            and self._holds_for_complement(frame, noun)
        )

    def _holds_for_complement(self, frame: Frame, token: Token) -> bool:
        tests = frame.conditions
        found = clauses(token)
        if "infinitive" in frame.flags and not any(map(_is_unreal, found)):
            return False
        if "plain" in frame.flags and any(c.dep_ == "ccomp" for c in found):
            return False
        skipped = tests.get("skip_complement_verbs", ())
        if skipped and any(lemma(clause) in skipped for clause in found):
            return False
        wanted = tests.get("complement_verbs", ())
        if wanted and not any(set(_keys(c)) & set(wanted) for c in _followers(token)):
            return False
        modal = tests.get("complement_modal", ())
        if modal and not any(_is_told(clause, set(modal)) for clause in found):
            return False
        words = tests.get("complement_adjective", ())
        if words and not any(lemma(c) in words for c in _predicatives(token)):
            return False
        return self._has_type(tests.get("complement", ()), token, found)

    def _has_type(
        self, types: tuple[str, ...], token: Token, found: list[Token]
    ) -> bool:
        if not types:
            return True
        if "clause" in types and found:
            return True
        if "negated" in types:
            return any(
                child.lower_ in {"not", "n't", "never"}
                for clause in found
                for child in clause.children
            )
        return any(type_ in types for type_ in self._complement_types(token))


def _restates(predicate: Predicate, known: dict[int, Predicate]) -> bool:
    """Whether a trigger repeats its governor: "killed in an attack", "met to talk"."""
    token = predicate.token
    governor = known.get(token.head.i)
    if governor is None or governor is predicate or predicate.light is not None:
        return False
    if governor.frame.type != predicate.frame.type:
        return False
    if not predicate.is_nominal:
        return predicate.frame.type == "CONSULT" and is_infinitive(token)
    cases = {child.lower_ for child in token.children if child.dep_ == "case"}
    return token.dep_ == "obl" and bool(cases & _RESTATING)


def _object_nouns(verb: Token) -> Iterator[Token]:
    for noun in logical_objects(verb):
        yield noun
        yield counted(noun)


def _asks_object(frame: Frame) -> bool:
    return any(not word.startswith("-") for word in frame.conditions.get("object", ()))


def _entries(table: Mapping[str, tuple[Frame, ...]], token: Token) -> Iterator[Frame]:
    for key in _keys(token):
        if key in table:
            yield from table[key]
            return


def _keys(verb: Token) -> list[str]:
    """Return what to look a verb up by: with its particle, if it has one, only so."""
    stems = base_forms(verb)
    tail = particle(verb)
    return [f"{stem}_{tail}" for stem in stems] if tail else stems


def _holds_for(classes: tuple[str, ...], tokens: list[Token]) -> bool:
    if not classes:
        return True
    if classes == ("none",):
        return not tokens
    wanted = [name for name in classes if not name.startswith("-")]
    barred = [name[1:] for name in classes if name.startswith("-")]
    if barred and any(is_in_classes(token, barred) for token in tokens):
        return False
    return not wanted or any(is_in_classes(token, wanted) for token in tokens)


def _holds_for_subject(classes: tuple[str, ...], verb: Token) -> bool:
    if not classes:
        return True
    subjects = logical_subjects(verb)
    if not subjects:
        return not any(name in _TELLING for name in classes)
    if "@plural" in classes and not is_plural(subjects):
        return False
    names = tuple("@participant" if n == "@plural" else n for n in classes)
    return _holds_for(names, subjects)


def _has_modifier(words: tuple[str, ...], nouns: Iterable[Token]) -> bool:
    return not words or any(
        lemma(modifier) in words for noun in nouns for modifier in modifiers(noun)
    )


def _has_phrases(frame: Frame, found: dict[str, list[Token]]) -> bool:
    if any(preposition in found for preposition in frame.conditions.get("without", ())):
        return False
    if not frame.phrases:
        return True
    return any(
        preposition in found and _holds_for(classes, found[preposition])
        for preposition, classes in frame.phrases.items()
    )


def _holds_for_sentence(classes: tuple[str, ...], token: Token) -> bool:
    return not classes or _holds_for(
        classes, [word for word in sentence_of(token) if word.pos_ in _NOUN_POS]
    )


def _is_unreal(clause: Token) -> bool:
    """Whether a clause tells what shall be: "to go", "that he go", "should go"."""
    if is_infinitive(clause):
        return True
    if any(c.dep_ == "aux" and lemma(c) in _MODAL for c in clause.children):
        return True
    return has_feature(clause, "VerbForm", "Inf") or has_feature(clause, "Mood", "Sub")


def _is_told(clause: Token, modal: set[str]) -> bool:
    """Whether a clause says what others must do: "that Oslo must act"."""
    return bool(modals(clause) & modal) and not any(
        subject.lower_ in {"i", "we", "there"} or subject.pos_ == "X"
        for subject in surface_subjects(clause)
    )


def _followers(token: Token) -> list[Token]:
    return [
        child
        for child in token.children
        if child.dep_ in {"advcl", "xcomp", "ccomp", "conj"}
    ]


def _predicatives(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"xcomp", "ccomp", "obl", "obj", "advcl"}:
            yield child
            yield from modifiers(child)

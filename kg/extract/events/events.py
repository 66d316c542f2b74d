"""Events in the terms of PLOVER: who did what to whom, where and when.

The lexicon (`plover.yaml`) says which predicates are events. One event a trigger; an
event noun under a light verb ("launched an attack") is one event, and so is a verb
with a noun that restates it. AID, COOPERATE and SANCTION need a recipient, as PLOVER
has it; a place stands in where no other is named ("sent aid workers to Haiti").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.english.arguments import logical_objects, surface_subjects
from kg.english.clauses import is_infinitive
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.trees import dependent_words, lemma, name_of, sentence_of
from kg.extract.events.announced import EventKind, event_kind
from kg.extract.events.compounds import first_part
from kg.extract.events.days import day_of
from kg.extract.events.factuality import content_tokens, factuality
from kg.extract.events.figurative import (
    is_figurative,
    is_plot,
    tells_of_sport,
    tells_of_works,
)
from kg.extract.events.frames import NEEDS_RECIPIENT, Frame, load_lexicon
from kg.extract.events.learned import Marks, marks_of
from kg.extract.events.other import other_deeds, verb_of
from kg.extract.events.participants import (
    is_in_classes,
    is_participant,
    is_person,
    named_within,
)
from kg.extract.events.particular import is_particular
from kg.extract.events.predicate import Predicate
from kg.extract.events.roles import Roles, roles
from kg.extract.events.things import with_things
from kg.extract.events.triggers import (
    matched,
    predicates,
    told_once,
    without_parts,
)
from kg.extract.findings import Argument, FoundEvent
from kg.extract.spans import phrase_argument, to_argument, to_span, trimmed
from kg.records import When

# Farthest a light verb may stand from its noun to be part of the trigger, in words:
# "launched a series of attacks", but not a verb with a relative clause in between.
_LIGHT_REACH = 4
# Verbs that do by saying what stands under them: "I want to thank Ada".
_PERFORMATIVE = frozenset({"like", "want", "wish", "let"})
# Nouns that tell what a light verb does without being events: "imposed a curfew".
_TELLING = ("approval", "displeasure", "investigation", "restriction", "sympathy")
_POSSESSIVES = words("function_words.own")
# What a frame tells of who acts and who suffers.
_ROLE_FLAGS = frozenset({"patient", "suffered"})


def events(
    doc: Doc, times: Sequence[When], published: date | None
) -> Iterator[FoundEvent]:
    """Yield an article's events, in text order of their triggers.

    "Oslo sent tanks to Kyiv on Monday" yields an AID with actor "Oslo", recipient
    "Kyiv" and the Monday as its time, if it is among the article's `times`; "prices
    attacked profits" yields nothing. An event that names nobody needs the model's word
    for it, and a place or a day. Needs a parse with morphology, `doc.ents` and
    `doc.spans["attribution"]`.
    """
    found, marks = matched(doc), marks_of(doc)
    known, told = without_parts(found), told_once(_meant(doc, found, marks))
    teller = _Teller(doc, times, published)
    for _, predicate in sorted(told.items()):
        is_sure = marks.is_sure(predicate.token, predicate.frame.type)
        readings = [(each, roles(each, known)) for each in _readings(predicate, marks)]
        whole = [reading for reading in readings if has_participants(*reading)]
        if not whole and not is_sure:
            continue
        each, parties = (whole or readings)[0]
        event = teller.tell(each, with_things(each, parties), event_kind(each))
        # "There were protests in Baghdad" names nobody and yet tells what happened.
        is_told = event.place is not None or event.when is not None
        if whole or is_told or _names_its_object(each, parties):
            yield event


def _meant(
    doc: Doc, known: Mapping[int, Predicate], marks: Marks
) -> dict[int, Predicate]:
    """Return the predicates that are no figure, nor sport, nor a plot, nor vetoed."""
    is_sport, is_review = tells_of_sport(doc), tells_of_works(doc)
    return {
        at: each
        for at, each in known.items()
        if not _is_told_as_none(each, marks)
        and not is_figurative(each)
        and not (is_sport and _is_doubtful_attack(each, marks))
        and not (is_review and is_plot(each))
    }


def _is_doubtful_attack(predicate: Predicate, marks: Marks) -> bool:
    is_attack = predicate.frame.type == "ASSAULT"
    return is_attack and not marks.is_sure(predicate.token, "ASSAULT")


def other_events(
    doc: Doc, times: Sequence[When], published: date | None
) -> Iterator[FoundEvent]:
    """Yield the deeds with a named participant that PLOVER has no type for.

    "Ada Quill won the race" yields an event of type OTHER with the verb "win". Needs
    what `events` needs.
    """
    teller = _Teller(doc, times, published)
    taken = {i for p in predicates(doc).values() for i in (p.token.i, p.verb.i)}
    for predicate, found in other_deeds(doc, taken):
        yield teller.tell(predicate, found, EventKind("OTHER", None))


def _is_told_as_none(predicate: Predicate, marks: Marks) -> bool:
    """Whether the model is sure that a word tells no event, where it may judge.

    Of a frame with a phrase the phrase tells the sense ("remained on alert"), or the
    deed that it speaks of ("failed to agree"), of one for strikes the subject ("doctors
    struck"), of an attack on a site the object, of a noun under a light verb the word
    before it ("launched a mediation effort").
    """
    frame = predicate.frame
    tells_sense = bool(frame.phrases) or _is_of_deeds(frame)
    tells_sense |= predicate.light_verb is not None and "modifier" in frame.conditions
    is_clear = tells_sense or frame.mode == "strike" or _hits_a_site(predicate)
    return not is_clear and marks.has_none(predicate.token)


def _is_of_deeds(frame: Frame) -> bool:
    """Whether a frame asks for a deed as complement, and not for any clause."""
    wanted = frame.conditions.get("complement", ())
    return any(type_.isupper() for type_ in wanted)


def _hits_a_site(predicate: Predicate) -> bool:
    """Whether force is used on what stands in a place: "raided the village"."""
    return predicate.frame.type == "ASSAULT" and any(
        noun.pos_ == "NOUN" and is_in_classes(noun, ("thing_hit",))
        for noun in logical_objects(predicate.token)
    )


def _readings(predicate: Predicate, marks: Marks) -> Iterator[Predicate]:
    """Yield a predicate with its own frame, then with the one the model gives it.

    The second looks for participants in more places.
    """
    yield predicate
    own = predicate.frame
    frame = marks.frame(predicate.token, {own.type})
    if frame is not None and frame.type == own.type:
        flags = frame.flags | (own.flags & _ROLE_FLAGS)
        yield replace(predicate, frame=replace(frame, mode=own.mode, flags=flags))


class _Teller:
    """Makes records of an article's predicates and who takes part in them."""

    def __init__(self, doc: Doc, times: Sequence[When], published: date | None) -> None:
        self._times = times
        self._published = published
        self._said, self._denied = content_tokens(doc)

    def tell(self, predicate: Predicate, found: Roles, kind: EventKind) -> FoundEvent:
        trigger = _trigger(predicate, with_modal=kind.is_promise)
        how_sure = factuality(
            _asserted(predicate),
            self._said,
            self._denied,
            is_promise=kind.is_promise,
        )
        if found.is_alleged and how_sure == "actual":
            how_sure = "reported"
        return FoundEvent(
            type=kind.type,
            mode=kind.mode,
            trigger=to_span(trigger),
            actors=tuple(map(_argument, found.actors)),
            recipients=tuple(
                _argument(each)
                for each in found.recipients
                if not _is_part(each, trigger)
            ),
            place=_argument(found.place) if found.place is not None else None,
            when=day_of(trigger, how_sure, self._times, self._published),
            factuality=how_sure,
            evidence=to_span(trimmed(sentence_of(predicate.token))),
            verb=verb_of(predicate) if kind.type == "OTHER" else None,
            is_particular=is_particular(predicate, found, how_sure),
        )


def _is_part(token: Token, trigger: Span) -> bool:
    """Whether a thing only tells what is done: the fire of "opened fire"."""
    return not token.ent_type_ and trigger.start <= token.i < trigger.end


def _argument(token: Token) -> Argument:
    """Return a word's phrase: a name uncut ("Al-Qaeda"), a predicate without subject.

    "They are the men who" gives "the men".
    """
    argument = to_argument(token)
    name, doc = name_of(token), token.doc
    start, end = argument.start, argument.end
    before = [c.right_edge.i for c in token.children if _is_no_part(c)]
    if before:
        start = max(start, doc[max(before) + 1].idx)
    # The parser may cut a name that the model of names has whole.
    start, end = min(start, name.start_char), max(end, name.end_char)
    phrase = doc.char_span(start, end, alignment_mode="expand")
    if phrase is None:
        return argument
    # A title may hold the preposition: "with President Ada Quill".
    if len(phrase) > 1 and phrase[0].dep_ == "case":
        phrase = phrase[1:]
    return phrase_argument(phrase, token)


def _is_no_part(child: Token) -> bool:
    """Whether a word before another is no part of its phrase: "among them Ada"."""
    is_group = child.dep_ == "nmod" and "among" in dependent_words(child, "case")
    return child.i < child.head.i and (is_group or child.dep_ in {"cop", "nsubj"})


def has_participants(predicate: Predicate, found: Roles) -> bool:
    """Tell whether an event has the participants that its frame and type need.

    One at least has to be somebody, or somebody's: "the flood hit the bridge" has none.
    Needs a parse and `doc.ents`.
    """
    frame = predicate.frame
    needs_actor = frame.needs in {"both", "actor"}
    needs_recipient = (
        frame.needs in {"both", "recipient"} or frame.type in NEEDS_RECIPIENT
    )
    # "England attacked from the start" names neither whom nor where.
    needs_recipient |= _is_aimless(predicate, found)
    if (needs_actor and not found.actors) or (needs_recipient and not found.recipients):
        return False
    parties = (*found.actors, *found.recipients)
    if any(token.lower_ in _POSSESSIVES for token in parties):
        return True
    return any(map(_is_somebody, parties))


def _names_its_object(predicate: Predicate, found: Roles) -> bool:
    """Whether a noun names to whom it is done: "the inquiry into Ada Quill".

    Who acts may be far from it, whom it concerns is not.
    """
    is_named = any(token.ent_type_ for token in found.recipients)
    return is_named and predicate.is_nominal and predicate.frame.needs == "both"


def _is_somebody(token: Token) -> bool:
    """Whether a word can act, or is a thing that its phrase says is somebody's.

    "a depot of the Syrian army" is.
    """
    is_anybody = is_participant(token) or is_person(token)
    return is_anybody or bool(named_within(token))


def _is_aimless(predicate: Predicate, found: Roles) -> bool:
    """Whether a verb of attack has nothing to hit and no place."""
    frame = predicate.frame
    is_attack = frame.type == "ASSAULT" and not predicate.is_nominal
    if is_infinitive(predicate.token):
        return False
    return is_attack and frame.needs == "either" and found.place is None


def _asserted(predicate: Predicate) -> Token:
    """Return the word whose truth is the event's.

    "I want to thank Ada" thanks her: of speech in the first person it is "want".
    """
    verb = predicate.verb
    if verb.dep_ == "xcomp" and lemma(verb.head) in _PERFORMATIVE:
        speakers = surface_subjects(verb)
        if speakers and all(speaker.lower_ in {"i", "we"} for speaker in speakers):
            return verb.head
    return verb


def _trigger(predicate: Predicate, *, with_modal: bool) -> Span:
    """Return the trigger's words: a verb with its particle, a noun with its verb.

    Where "will" makes the event a promise or refusal, it belongs to the trigger: "will
    not send".
    """
    verb = predicate.verb
    first, last = _verb_to_noun(predicate)
    last = _with_particle(verb, last)
    if with_modal and first == verb.i:
        first = _first_auxiliary(verb)
    return verb.doc[first : last + 1]


def _verb_to_noun(predicate: Predicate) -> tuple[int, int]:
    """Return the first and last word of a verb and the noun that tells what it does."""
    first, last = sorted((predicate.verb.i, predicate.token.i))
    # "clashes broke out": the verb only says that there were.
    is_told = predicate.light_verb is not None and predicate.token.dep_ == "nsubj"
    if is_told or last - first > _LIGHT_REACH:
        first = last = predicate.token.i
    if first == last and (noun := _telling_object(predicate)) is not None:
        last = noun.i
    if (part := first_part(predicate.token.doc[first])) is not None:
        first = part.i
    return first, last


def _with_particle(verb: Token, last: int) -> int:
    for child in verb.children:
        if child.dep_ == "compound:prt" and child.i == last + 1:
            last = child.i
    return last


def _first_auxiliary(verb: Token) -> int:
    """Return where a verb's auxiliaries begin, if close before it, else the verb."""
    auxiliaries = [child.i for child in verb.children if child.dep_ == "aux"]
    near = [at for at in auxiliaries if 0 < verb.i - at <= _LIGHT_REACH]
    return min(near, default=verb.i)


def _telling_object(predicate: Predicate) -> Token | None:
    """Return the object that tells what a light verb does: "imposed a curfew"."""
    lexicon, verb = load_lexicon(), predicate.token
    if predicate.is_nominal or lexicon.light_verbs.isdisjoint(base_forms(verb)):
        return None
    for noun in logical_objects(verb):
        is_event = lemma(noun) in lexicon.nouns or is_in_classes(noun, _TELLING)
        if is_event and 0 < noun.i - verb.i <= _LIGHT_REACH:
            return noun
    return None

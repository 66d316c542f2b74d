"""The wording of a question: who stands in it in which role, and what its words are.

All of it is read off the pipeline's tree, names and events; nothing here knows which
questions there are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.english.lexicon import words
from kg.english.pronouns import pronoun_features
from kg.english.trees import lemma
from kg.extract.events.events import events
from kg.extract.events.frames import load_lexicon
from kg.extract.figures.casualties import toll_of
from kg.extract.figures.units import noun_unit
from kg.extract.statements.kinds import kind_of_word

# What has no meaning of its own, beside prepositions, which go with their nouns.
_EMPTY_POS = frozenset({"PUNCT", "SPACE", "AUX", "DET", "CCONJ", "PART"})
_WORD_POS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "X", "NUM"})
_NOUN_POS = frozenset({"NOUN", "PROPN", "X"})
# What stands inside of a noun phrase, with no role in the question.
_PART_DEPS = frozenset(
    {"flat", "compound", "fixed", "amod", "nummod", "nmod:unmarked", "nmod:desc"}
)
_WHO = frozenset({"who", "whom", "whose"})
_WHAT = frozenset({"what", "which"})
# Every row of an answer tells when and where, as far as it is known.
_ANSWERED = frozenset({"when", "where"})
_UNANSWERED = frozenset({"why", "how", "whether", "if"})
_ASIDES = words("function_words.asking")
_NEGATORS = words("polarity.negators")
# "any of a key's first digits": four at least, and no word such as "facade".
_KEY = re.compile(r"(?=[0-9a-f]*\d)[0-9a-f]{4,16}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A name or a noun phrase, and the role it has: "about" of "about Russia"."""

    role: str
    text: str
    places: frozenset[int]
    is_name: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A question, by the places of its words.

    `marks` has for the words that carry meaning the classes they are of, with what each
    means: "attack" is itself, and "@deed" with ASSAULT. `asked` holds question words
    with their roles ("who:subject"), `empty` the places of words that say nothing of
    themselves, and `cases` from a preposition to the place of its noun. `barred` are
    the places of words that no answer may leave out ("why", "not", "she").
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    marks: Mapping[int, Mapping[str, str]]
    slots: tuple[Slot, ...]
    asked: frozenset[str]
    empty: frozenset[int]
    cases: Mapping[int, int]
    barred: frozenset[int]


def read_wording(doc: Doc, timed: frozenset[int]) -> Wording:
    """Return the wording of a question that the pipeline has read.

    `timed` are the places of words that tell a time: they are left to whoever reads
    those. "Who met Lavrov?" has the slot "Lavrov" with the role "object", asks for
    "who:subject", and its "met" is "meet" and "@meeting".
    """
    slots = tuple(_slots(doc, timed))
    named = {place for slot in slots if slot.is_name for place in slot.places}
    deeds = _deeds(doc)
    return Wording(
        text=doc.text,
        spans=tuple((each.idx, each.idx + len(each)) for each in doc),
        marks={
            each.i: _marks(each, deeds)
            for each in doc
            if each.i not in named | timed and _is_word(each)
        },
        slots=slots,
        asked=frozenset(_asked(doc)),
        empty=frozenset(each.i for each in doc if _is_empty(each)),
        cases={each.i: each.head.i for each in doc if each.dep_ == "case"},
        barred=frozenset(each.i for each in doc if _is_barred(each)),
    )


def _slots(doc: Doc, timed: frozenset[int]) -> Iterator[Slot]:
    names = {place: name for name in doc.spans["names"] for place in _range(name)}
    titles = {place for title in doc.spans["titles"] for place in _range(title)}
    for token in doc:
        name = names.get(token.i)
        head = token if name is None else name.root
        if token.i in timed or head.i != token.i or not _is_head(token, name):
            continue
        phrase = _phrase(token)
        if name is None:
            places = frozenset(each.i for each in phrase)
            text = doc[min(places) : max(places) + 1].text
            yield Slot(role_of(token), text, places, token.pos_ == "PROPN")
            continue
        beside = {each.i for each in phrase if each.i in titles}
        yield Slot(role_of(token), name.text, frozenset({*_range(name), *beside}), True)


def _range(span) -> range:  # type: ignore[no-untyped-def]
    return range(span.start, span.end)


def _is_head(token: Token, name: object) -> bool:
    if name is not None:
        return True
    return token.pos_ in _NOUN_POS and token.dep_ not in _PART_DEPS


def _phrase(head: Token) -> list[Token]:
    """Return the words of a phrase, in order, without what has a role of its own."""
    found = [head]
    for child in head.children:
        if child.dep_ in _PART_DEPS:
            found += _phrase(child)
    return sorted(found, key=lambda each: each.i)


def role_of(token: Token) -> str:
    """Return what a noun or question word is to the question.

    Its preposition ("about"), else "subject", "object" (of a passive verb, the
    subject), "hearer", "owner" ("Oslo's plan"), "root" of "Who is Ada?", or "beside".
    """
    if token.dep_ == "conj":
        return role_of(token.head)
    if token.dep_ == "nmod:poss":
        return "owner"
    prepositions = [each for each in token.children if each.dep_ == "case"]
    if prepositions:
        # "spoke of Russia" is about it, "the people of Russia" are no such thing.
        is_topic = prepositions[0].lower_ == "of" and token.head.pos_ == "VERB"
        return "about" if is_topic else prepositions[0].lower_
    roles = {"nsubj:pass": "object", "obj": "object", "iobj": "hearer", "ROOT": "root"}
    default = "subject" if token.dep_.startswith("nsubj") else "beside"
    return roles.get(token.dep_, default)


def _asked(doc: Doc) -> Iterator[str]:
    for token in doc:
        word = token.lower_
        if word not in _WHO | _WHAT:
            continue
        noun = token.head if token.dep_ == "det" else token
        yield f"{'who' if word in _WHO else 'what'}:{role_of(noun)}"
        # "which ministers" are asked for as "who" is.
        if noun is not token:
            yield f"who:{role_of(noun)}"


def _is_word(token: Token) -> bool:
    if token.pos_ == "AUX":
        return token.dep_ == "cop" or token.dep_ == "ROOT"
    return token.pos_ in _WORD_POS and token.lower_ not in _ANSWERED


def _marks(token: Token, deeds: Mapping[int, str]) -> dict[str, str]:
    base = lemma(token)
    if token.pos_ == "AUX":
        return {"@is": base} if base == "be" else {}
    marks = {base: base}
    if _KEY.fullmatch(token.lower_):
        marks["@key"] = token.lower_
    if token.pos_ == "VERB" and (kind := kind_of_word(token)):
        marks["@cue"] = "" if kind == "speech" else kind
    if type_ := deeds.get(token.i):
        marks["@meeting" if type_ == "CONSULT" else "@deed"] = type_
    if token.pos_ == "NOUN" and (unit := toll_of(token) or _unit(token)):
        marks["@unit"] = unit
    return marks


def _unit(noun: Token) -> str | None:
    """Return the name of what a noun counts, None for what has no name but itself."""
    unit = noun_unit(noun)
    return None if unit in (lemma(noun), noun.lower_) else unit


def _deeds(doc: Doc) -> dict[int, str]:
    """Return the types of the events that a question asks for, by the verb's place.

    A verb that tells one type wherever it tells any is taken at its word where the
    question leaves out who takes part.
    """
    found: dict[int, str] = {}
    for token in doc:
        types = {frame.type for frame in load_lexicon().verbs.get(lemma(token), ())}
        if token.pos_ == "VERB" and len(types) == 1:
            found[token.i] = types.pop()
    for event in events(doc, (), None):
        trigger = doc.char_span(event.trigger.start, event.trigger.end)
        if trigger is not None:
            found[trigger.root.i] = event.type
    return found


def _is_empty(token: Token) -> bool:
    if token.lower_ in _NEGATORS:
        return False
    known = _WHO | _WHAT | _ANSWERED | _ASIDES
    is_known = not known.isdisjoint((token.lower_, lemma(token)))
    return is_known or token.pos_ in _EMPTY_POS or _is_anybody(token)


def _is_anybody(token: Token) -> bool:
    """Tell "which people", which asks no more than "who", from "people of Oslo"."""
    is_bare = all(child.dep_ == "det" for child in token.children)
    return lemma(token) == "person" and is_bare


def _is_barred(token: Token) -> bool:
    """Tell "why", "how", "not" and "she": without them it is another question."""
    is_someone = pronoun_features(token) is not None and token.lower_ not in _ASIDES
    return is_someone or token.lower_ in _UNANSWERED | _NEGATORS

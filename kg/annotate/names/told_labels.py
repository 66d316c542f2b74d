"""Types of names that the words in or around them give away."""

import re
from collections import Counter

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.peoples import is_listed_people
from kg.annotate.names.things import Found
from kg.annotate.names.titles import title_start
from kg.english.clauses import SAYING
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, noun_classes
from kg.english.trees import lemma
from kg.gazetteer.cities import is_city
from kg.gazetteer.family_names import is_east_asian_family_name
from kg.gazetteer.given_names import gender_of_given_name, is_given_name

# What a place's name may end with, and the name of a treaty, meeting or programme.
_LAND = words("names.last_words_of_places")
_WORKS = words("names.last_words_of_works")
# What is done to towns and to nobody.
_BESIEGING = words("places.besieging")
_PLACE_ENDINGS = ("ia", "ya", "land", "sk", "stan")
_BOSSES = words("bodies.bosses")
# Bodies that a name beside them may be the name of.
_CALLED = words("bodies.taking_up")
_KOREAN_GIVEN_FIRST = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5} [A-Z][a-z]+")


def mend_labels(doc: Doc, found: Found) -> None:
    """Correct types that the words in or around a name give away."""
    for (start, end), label in list(found.items()):
        if label != "NORP" and known_label(doc[start:end].text) is None:
            found[start, end] = _mended(doc, start, end, label)


def _mended(doc: Doc, start: int, end: int, label: str) -> str:
    last = doc[end - 1]
    if end == start + 1 and is_listed_people(last):
        return "NORP"
    if label in {"ORG", "LOC", "PERSON"} and title_start(doc, start) < start:
        return "PERSON"
    if label in {"ORG", "LOC"} and _is_of_person(doc, start, end, label):
        return "PERSON"
    if label == "LOC" and _is_led(doc, start, end):
        return "ORG"
    if label == "PERSON" and _is_town(doc, start, end):
        return "LOC"
    if end - start > 1 and label in {"ORG", "LOC", "PERSON"}:
        if last.lower_ in _LAND:
            return "LOC"
        if label != "PERSON" and last.lower_ in _WORKS:
            return "OTHER"
        if label == "PERSON" and "body" in noun_classes(last):
            return "ORG"
    before = doc[start - 1] if start else last
    is_body = _is_body_noun(before) or _names_what_stands_before(doc[start:end])
    return "ORG" if label == "PERSON" and is_body else label


def _is_body_noun(token: Token) -> bool:
    classes = noun_classes(token) if token.pos_ == "NOUN" else frozenset()
    return "body" in classes and not classes & HUMAN


def _names_what_stands_before(name: Span) -> bool:
    """Tell whether a name follows a body's noun: "his party, Sapta Marga"."""
    is_beside = name.root.dep_ == "appos" and name.root.head.i < name.start
    is_person = is_given_name(name[0].text) or _is_who_serves(name)
    return is_beside and not is_person and _is_body_noun(name.root.head)


def is_last_word_of_body(token: Token) -> bool:
    """Tell whether a word ends names of bodies, places or works: "Unit", "Square"."""
    is_body = "body" in noun_classes(token)
    return is_body or token.lower_ in _LAND or token.lower_ in _WORKS


def _is_of_person(doc: Doc, start: int, end: int, label: str) -> bool:
    """Tell whether a name that the model has for another's can only be a person's."""
    is_korean = label == "LOC" and _is_korean(doc[start:end])
    is_other = is_korean or _is_named_speaker(doc, start, end, label)
    return is_other or _is_who_serves(doc[start:end])


def _is_who_serves(name: Span) -> bool:
    """Tell whether a name says who serves a body: "a spokesman for UNICEF, Ada Quill,".

    The parse hangs it on the body, which has a name already.
    """
    doc, body = name.doc, name.root.head
    noun = body.head
    is_beside = name.root.dep_ == "appos" and (
        body.ent_type_ == "ORG" or not _may_be_its_name(body, name)
    )
    is_served = body.dep_ == "nmod" and bool(noun_classes(noun) & HUMAN)
    is_closed = (
        doc[name.start - 1].text == "," and doc[name.end : name.end + 1].text == ","
    )
    return is_beside and is_served and is_closed and len(name) > 1


def _may_be_its_name(body: Token, name: Span) -> bool:
    """Tell whether a name may be that of a body before it: "a militia, Al Quds,".

    A commission is hardly called by a name alone; its head is.
    """
    if is_given_name(name[0].text):
        return False
    is_called = lemma(body) in _CALLED or not _is_body_noun(body)
    return is_called or any(is_last_word_of_body(token) for token in name)


def _is_named_speaker(doc: Doc, start: int, end: int, label: str) -> bool:
    """Tell whether a name opens with a given name and says something: "Hana Moss said".

    A name that few texts know is as easily taken for a place. Of a body's name the
    parts depend on the last one, of a person's on the first.
    """
    head = doc[start:end].root
    return (
        end - start in {2, 3}
        and gender_of_given_name(doc[start].text) is not None
        and head.dep_ == "nsubj"
        and head.head.lemma_.lower() in SAYING
        and (label == "LOC" or doc[end - 1].dep_ == "flat")
    )


def _is_korean(name: Span) -> bool:
    """Tell whether a name is a Korean's, the family last: "Seo-yeon Park"."""
    is_given_first = _KOREAN_GIVEN_FIRST.fullmatch(name.text) is not None
    return is_given_first and is_east_asian_family_name(name[-1].text)


def _is_town(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name without a title is a town's: a known one, or what is shelled.

    A full name that opens with a given name may still be a person's.
    """
    if title_start(doc, start) < start:
        return False
    head = doc[start:end].root
    is_shelled = (
        head.dep_ in {"obj", "nsubj:pass"}
        and (end == start + 1 or not is_given_name(doc[start].text))
        and not _BESIEGING.isdisjoint(base_forms(head.head))
    )
    return is_shelled or is_city(doc[start:end].text)


def _is_led(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name that is no known place has a boss: "the head of Orkla"."""
    if start < 2 or doc[start - 1].lower_ not in {"of", "at", "for"}:
        return False
    text = doc[start:end].text
    is_boss = doc[start - 2].lower_ in _BOSSES
    return is_boss and not text.endswith(_PLACE_ENDINGS) and not is_city(text)


def agree(doc: Doc, found: Found) -> None:
    """Give a name that occurs under several types the one it has most often.

    In a heading in capitals it has the one that it has below.
    """
    counts: dict[str, Counter[str]] = {}
    for (start, end), label in found.items():
        if label in {"PERSON", "ORG", "LOC"}:
            text = doc[start:end].text
            weight = 3 if title_start(doc, start) < start else 1
            counts.setdefault(text, Counter())[label] += weight
    for (start, end), label in list(found.items()):
        text = doc[start:end].text
        if text.isupper() and text.title() in counts:
            text = text.title()
        if label in {"PERSON", "ORG", "LOC"} and known_label(text) is None:
            ranked = sorted(counts[text].items(), key=lambda each: (-each[1], each[0]))
            found[start, end] = ranked[0][0]

"""Mend what the name model finds: labels, missed names, spans cut in two."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.called import relabel_called
from kg.annotate.names.companies import short_for_companies, told_companies
from kg.annotate.names.fields import join_factions, join_fields
from kg.annotate.names.firms import join_firms
from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.inverted import join_inverted
from kg.annotate.names.peoples import (
    is_listed_people,
    told_peoples,
    untold_peoples,
)
from kg.annotate.names.surnames import (
    CALENDAR,
    full_names,
    initials_of_people,
    is_name_word,
    repeated_surnames,
)
from kg.annotate.names.things import Found, storms, weapons
from kg.annotate.names.titles import title_start
from kg.annotate.names.works import add_works
from kg.english.clauses import SAYING
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, noun_classes
from kg.english.trees import lemma
from kg.folding import is_acronym
from kg.gazetteer.cities import is_city
from kg.gazetteer.family_names import is_east_asian_family_name
from kg.gazetteer.given_names import gender_of_given_name, is_given_name
from kg.gazetteer.states import is_of_continent

_TITLE_WORDS = words("titles.modifiers")
# What a place's name may end with, and the name of a treaty, meeting or programme.
_LAND = words("names.last_words_of_places")
_WORKS = words("names.last_words_of_works")
# What is done to towns and to nobody.
_BESIEGING = words("places.besieging")
_PEOPLES = words("people.peoples")
_PLACE_ENDINGS = ("ia", "ya", "land", "sk", "stan")
# What may join the parts of a name in lower case.
_PARTS = words("names.particles")
_BOSSES = words("bodies.bosses")
# Bodies that a name beside them may be the name of.
_CALLED = words("bodies.taking_up")
_KOREAN_GIVEN_FIRST = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5} [A-Z][a-z]+")


def repair(doc: Doc, titles: set[int], found: Found) -> None:
    """Correct the spans and types of names in place."""
    _part_people_from_bodies(doc, found)
    join_fields(doc, found)
    join_factions(doc, found)
    _join_people(doc, found)
    join_firms(doc, found)
    _join_continents(doc, found)
    join_inverted(doc, found)
    for start, end in list(_untold_names(doc, titles, found)):
        found[start, end] = "PERSON"
    common = {token.text for token in doc if token.is_lower}
    _add(doc, found, _untold_bodies, "ORG")
    for span in [span for span in found if _is_common(doc, span, found[span], common)]:
        del found[span]
    _mend_labels(doc, found)
    relabel_called(doc, found)
    _add(doc, found, full_names, "PERSON")
    _add(doc, found, initials_of_people, "PERSON")
    _add(doc, found, repeated_surnames, "PERSON")
    _agree(doc, found)
    _add(doc, found, short_for_companies, "ORG")
    _add(doc, found, told_companies, "ORG")
    _add(doc, found, untold_peoples, "NORP")
    _add(doc, found, told_peoples, "NORP")
    _repeat(doc, found)
    add_works(doc, found)
    _add(doc, found, storms, "OTHER")
    _add(doc, found, weapons, "WEAPON")
    _repeat(doc, found)


def _part_people_from_bodies(doc: Doc, found: Found) -> None:
    """Take "envoy" off the body that a name goes on from: "the UN envoy"."""
    for (start, end), label in list(found.items()):
        last = doc[end - 1]
        if label == "ORG" and _opens_with_initials(doc, start, end):
            # "The head of AC Ada Quill".
            del found[start, end]
            found[start, start + 1], found[start + 1, end] = "ORG", "PERSON"
            continue
        if label == "ORG" and last.is_lower and noun_classes(last) & HUMAN:
            del found[start, end]
            while end > start and not doc[end - 1].text[:1].isupper():
                end -= 1
            if end > start:
                found[start, end] = label


def _opens_with_initials(doc: Doc, start: int, end: int) -> bool:
    """Tell a body's initials before a full name: "CAM | Hector Quill"."""
    first, *name = doc[start:end]
    return (
        len(name) in {2, 3}
        and len(first) > 1
        and is_acronym(first.text)
        and known_label(first.text) != "LOC"
        and all(is_name_word(token) and not token.is_upper for token in name)
        and gender_of_given_name(name[0].text) is not None
        and not is_last_word_of_body(name[-1])
    )


def _repeat(doc: Doc, found: Found) -> None:
    """Add a name of several words wherever it stands: the model may miss it once."""
    labels = {doc[a:b].text: each for (a, b), each in sorted(found.items())}
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for start, end in found:
        words_of_name = tuple(token.text for token in doc[start:end])
        if len(words_of_name) > 1:
            by_first.setdefault(words_of_name[0], set()).add(words_of_name)
    taken = {i for span in found for i in range(*span)}
    for token in doc:
        for name in sorted(by_first.get(token.text, ()), key=len, reverse=True):
            span = doc[token.i : token.i + len(name)]
            is_free = taken.isdisjoint(range(span.start, span.end))
            if is_free and tuple(each.text for each in span) == name:
                found[span.start, span.end] = labels[span.text]
                taken.update(range(span.start, span.end))


def _add(
    doc: Doc,
    found: Found,
    finder: Callable[[Doc, Found], Iterator[tuple[int, int]]],
    label: str,
) -> None:
    for span in list(finder(doc, found)):
        found[span] = label


def _join_people(doc: Doc, found: Found) -> None:
    """Join persons cut in two ("Antony" "J. Blinken") and "Korean" "Peninsula".

    The first may be the particle of the other: "El" "-" "Sayed".
    """
    ending: dict[int, dict[tuple[int, int], None]] = {}
    for span in found:
        ending.setdefault(span[1], {})[span] = None
    for (start, end), label in sorted(found.items()):
        middle = _particles_before(doc, start) if label == "PERSON" else start
        if middle < start - 1 and (middle, start - 1) in found:
            middle = start - 1
        before = next(iter(ending.get(middle, ())), None)
        if before is None or "\n" in doc[before[0] : end].text:
            continue
        both_people = label == "PERSON" == found[before]
        is_land = label == "LOC" and doc[end - 1].lower_ in _LAND
        is_adjective = known_label(doc[before[0] : before[1]].text) is None
        if both_people or (is_land and found[before] == "NORP" and is_adjective):
            del found[before], found[start, end]
            del ending[middle][before], ending[end][start, end]
            found[before[0], end] = label
            ending[end][before[0], end] = None


def _join_continents(doc: Doc, found: Found) -> None:
    """Let the name of a continent's people begin where it does: "Latin American"."""
    for (start, end), label in list(found.items()):
        before = doc[start - 1].text if start else ""
        if label == "NORP" and is_of_continent(before, doc[start].text):
            del found[start, end]
            found[start - 1, end] = label


def _particles_before(doc: Doc, start: int) -> int:
    """Return where the particles before a name begin: "al-" of "Saif al-Islam"."""
    first = start
    while first > 0 and (doc[first - 1].text == "-" or doc[first - 1].lower_ in _PARTS):
        first -= 1
    is_particle = any(token.lower_ in _PARTS for token in doc[first:start])
    return first if is_particle else start


def _is_common(doc: Doc, span: tuple[int, int], label: str, common: set[str]) -> bool:
    """Tell whether a span only says what somebody is: "Government", "Crown Prince".

    A single word that the article also writes in lower case is no organisation.
    """
    tokens = doc[span[0] : span[1]]
    if label in {"LOC", "NORP"} or known_label(tokens.text) is not None:
        return False
    if len(tokens) == 1:
        is_titled = title_start(doc, span[0]) < span[0]
        word = tokens[0].lower_
        is_word = word in common and label == "ORG" and not tokens[0].is_upper
        is_word = is_word or word in _TITLE_WORDS or bool(noun_classes(tokens[0]))
        return is_word and not is_titled and word not in _PEOPLES
    return all(
        token.lower_ in _TITLE_WORDS or "office" in noun_classes(token)
        for token in tokens
    )


def _untold_names(
    doc: Doc, titles: set[int], found: Found
) -> Iterator[tuple[int, int]]:
    """Yield the capitalised words after a title that no span holds yet."""
    taken = {i for start, end in found for i in range(start, end)}
    for last in sorted(titles):
        start = last + 1
        if start in titles or start in taken or start >= len(doc):
            continue
        end = start
        if doc[last].is_upper and _is_common_name(doc[start]):
            yield start, start + 1
            continue
        while end < len(doc) and end < start + 4 and is_name_word(doc[end]):
            if end in taken or end in titles:
                break
            end += 1
        if end > start:
            yield start, end


def _untold_bodies(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield capitalised names of bodies without a span: "National Hurricane Center"."""
    taken = {i for start, end in found for i in range(start, end)}
    for token in doc:
        if token.i in taken or token.pos_ != "PROPN" or not token.text[:1].isupper():
            continue
        if noun_classes(token).isdisjoint({"body"}) or token.is_sent_start:
            continue
        start = token.i
        while start > 0 and _is_body_word(doc[start - 1]) and start - 1 not in taken:
            start -= 1
        if start < token.i and not doc[start : token.i + 1].text.isupper():
            yield start, token.i + 1


def _is_body_word(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ in {"PROPN", "ADJ", "NOUN"}
        and not (token.is_sent_start and token.is_stop)
        and token.lower_ not in CALENDAR
        and not token.is_punct
    )


def _is_common_name(token: Token) -> bool:
    """Tell whether a name is a noun, too: of "DS Poll", behind a rank in capitals."""
    is_word = token.pos_ == "NOUN" and token.is_title
    after = token.doc[token.i + 1 : token.i + 2].text
    return is_word and not after[:1].isupper() and not is_last_word_of_body(token)


def _mend_labels(doc: Doc, found: Found) -> None:
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


def _agree(doc: Doc, found: Found) -> None:
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

"""Mend what the name model finds: labels, missed names, spans cut in two."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from kg.annotate.names.called import relabel_called
from kg.annotate.names.companies import (
    short_for_companies,
    told_companies,
    told_outlets,
)
from kg.annotate.names.fields import join_factions, join_fields
from kg.annotate.names.firms import join_firms
from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.inverted import join_inverted
from kg.annotate.names.peoples import told_peoples, untold_peoples
from kg.annotate.names.surnames import (
    CALENDAR,
    full_names,
    initials_of_people,
    is_name_word,
    repeated_surnames,
)
from kg.annotate.names.things import Found, storms, weapons
from kg.annotate.names.titles import is_address, title_start
from kg.annotate.names.told_labels import agree, is_last_word_of_body, mend_labels
from kg.annotate.names.works import add_works
from kg.english.lexicon import words
from kg.english.nouns import (
    HUMAN,
    is_office_noun,
    noun_classes,
    office_in_initials,
)
from kg.folding import is_acronym
from kg.gazetteer.family_names import is_common_family_name
from kg.gazetteer.given_names import gender_of_given_name
from kg.gazetteer.states import is_of_continent

_TITLE_WORDS = words("titles.modifiers")
_STYLES = words("titles.styles")
_POSSESSIVES = frozenset({"her", "his", "our", "their", "your"})
# What a place's name may end with, and the name of a treaty, meeting or programme.
_LAND = words("names.last_words_of_places")
_PEOPLES = words("people.peoples")
_TAILS = words("bodies.tails")
_LETTERS = words("names.letters")
# What may join the parts of a name in lower case.
_PARTS = words("names.particles")


def repair(doc: Doc, titles: set[int], found: Found) -> None:
    """Correct the spans and types of names in place."""
    _part_people_from_bodies(doc, found)
    join_fields(doc, found)
    join_factions(doc, found)
    _join_people(doc, found)
    _drop_letters(doc, found)
    join_firms(doc, found)
    _join_continents(doc, found)
    _join_tails(doc, found)
    join_inverted(doc, found)
    for start, end in list(_untold_names(doc, titles, found)):
        found[start, end] = "PERSON"
    common = {token.text for token in doc if token.is_lower}
    _add(doc, found, _untold_bodies, "ORG")
    for span in [span for span in found if _is_common(doc, span, found[span], common)]:
        del found[span]
    mend_labels(doc, found)
    relabel_called(doc, found)
    _add(doc, found, full_names, "PERSON")
    _add(doc, found, initials_of_people, "PERSON")
    _add(doc, found, repeated_surnames, "PERSON")
    agree(doc, found)
    _add(doc, found, short_for_companies, "ORG")
    _add(doc, found, told_companies, "ORG")
    _add(doc, found, told_outlets, "ORG")
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


def _drop_letters(doc: Doc, found: Found) -> None:
    """Take letters behind a person off the names: "Ada Quill KC", "Bo Lind, OBE"."""
    for (start, end), label in list(found.items()):
        last = doc[end - 1]
        if not last.text[:1].isupper() or last.lower_ not in _LETTERS:
            continue
        at = end - 1 - (doc[max(end - 2, 0)].text == ",")
        is_behind = any(found.get(span) == "PERSON" and span[1] == at for span in found)
        if label == "PERSON" and end - start > 1:
            del found[start, end]
            found[start, end - 1] = label
        elif end == start + 1 and is_behind:
            del found[start, end]


def _join_continents(doc: Doc, found: Found) -> None:
    """Let the name of a continent's people begin where it does: "Latin American"."""
    for (start, end), label in list(found.items()):
        before = doc[start - 1].text if start else ""
        if label == "NORP" and is_of_continent(before, doc[start].text):
            del found[start, end]
            found[start - 1, end] = label


def _join_tails(doc: Doc, found: Found) -> None:
    """Let the name of a body end where it does: "Conservative | Party"."""
    taken = {i for span in found for i in range(*span)}
    for (start, end), label in list(found.items()):
        last = doc[end : end + 1]
        is_tail = last.text.istitle() and last.text.lower() in _TAILS
        if label == "ORG" and is_tail and end not in taken:
            del found[start, end]
            found[start, end + 1] = label


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
        if _is_style(tokens[0]) or office_in_initials(tokens[0]):
            return True
        is_titled = _is_called_by_title(tokens[0])
        word = tokens[0].lower_
        is_word = word in common and label == "ORG" and not tokens[0].is_upper
        is_word = is_word or word in _TITLE_WORDS or bool(noun_classes(tokens[0]))
        return is_word and not is_titled and word not in _PEOPLES
    # "Labour Party"; a "Federal Government" is whose it is.
    is_body = label == "ORG" and tokens[-1].lower_ in _TAILS
    return not is_body and all(
        token.lower_ in _TITLE_WORDS or "office" in noun_classes(token)
        for token in tokens
    )


def _is_style(token: Token) -> bool:
    """Tell "Her Majesty" and "Your Honor" from a name."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return token.lower_ in _STYLES and before in _POSSESSIVES


def _is_called_by_title(token: Token) -> bool:
    """Tell whether a title makes a word a name: "Mr. King", not "Mr. Secretary"."""
    title = token.doc[title_start(token.doc, token.i) : token.i]
    is_office = all(is_address(each.text) for each in title if not each.is_punct)
    is_office &= is_office_noun(token.lower_)
    return len(title) > 0 and (not is_office or is_common_family_name(token.text))


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

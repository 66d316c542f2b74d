"""Names of treaties, laws, storms, ships and films, of which the model knows few."""

from collections.abc import Collection, Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.titles import is_address, is_field
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, noun_classes
from kg.gazetteer.given_names import gender_of_given_name

Place = tuple[int, int]

_TIMES = words("calendar.names") | words("calendar.nouns")
_LAWS = words("names.last_words_of_laws")
_WORKS = words("names.last_words_of_works")
_STORMS = words("names.storms")
_SHIPS = frozenset(word.upper() for word in words("names.ships"))
# Where such a name may go on before or behind its last word.
_INSIDE = frozenset({"and", "in", "on"})
_BEHIND = frozenset({"against", "concerning", "for", "of", "on"})
# "World War II", "Resolution 2254": a name may end with a number.
_NUMERALS = words("names.roman_numerals")


def add_works(doc: Doc, found: dict[Place, str]) -> None:
    """Put named things without a span among the names, in place.

    "the Kenya Fisheries Act" becomes one ``OTHER`` name, whatever part of it was one
    before; so does "Harbour Wharf 2" of "the Harbour Wharf 2 pipeline". Needs sentences
    and parts of speech.
    """
    _add_ships(doc, found)
    for place, part in list(_works(doc, found)):
        if part is not None:
            found.pop(part, None)
        found[place] = "OTHER"


def _add_ships(doc: Doc, found: dict[Place, str]) -> None:
    """Make one name of "MV Borea Star", and things of its "Borea Star" elsewhere."""
    tails: set[str] = set()
    for token in doc[:-1]:
        end = token.i + 1
        while token.text in _SHIPS and end < len(doc) and doc[end].is_title:
            end += 1
        if end > token.i + 1:
            tails.add(doc[token.i + 1 : end].text)
            inside = [each for each in found if token.i <= each[0] < end]
            for each in inside:
                del found[each]
            found[token.i, end] = "OTHER"
    for start, end in found:
        if doc[start:end].text in tails:
            found[start, end] = "OTHER"


def _works(
    doc: Doc, found: Mapping[Place, str]
) -> Iterator[tuple[Place, Place | None]]:
    """Yield the places of named things, each with the name that it takes in."""
    names = {i: place for place in found for i in range(*place)}
    taken = names.keys() | _other_entities(doc)
    for place in _meetings(doc):
        if taken.isdisjoint(range(*place)):
            taken |= set(range(*place))
            yield place, None
    start = 0
    while start < len(doc):
        end = _end_of_run(doc, start, taken)
        before = names.get(start - 1)
        is_alone = before is None and end > start and end not in names
        if before is not None and _is_law(doc[start:end]):
            first = _start_before_hyphen(doc, before[0], taken)
            yield (first, _end_of_law(doc, end, taken)), before
        elif is_alone and _is_name(doc, start, end):
            first = _start_before_joint(doc, start, end, taken)
            yield (first, _end_of_law(doc, end, taken)), None
        start = max(end, start + 1)


def _start_before_hyphen(doc: Doc, start: int, taken: Collection[int]) -> int:
    """Return where a law's name begins: before the hyphen of "Sino-British Treaty"."""
    is_joined = start > 1 and doc[start - 1].text == "-" and start - 2 not in taken
    return start - 2 if is_joined and _is_part(doc[start - 2], False) else start


def _start_before_joint(doc: Doc, start: int, end: int, taken: Collection[int]) -> int:
    """Return where a work's name begins: before "in" of "Safety in Mines Report".

    What is a work itself is another: "the Trade Act and Customs Act".
    """
    if _last_word(doc[start:end]) not in _WORKS:
        return start
    if doc[start - 1].lower_ not in _INSIDE or doc[start - 2].lower_ in _WORKS:
        return start
    first = start - 1
    while first and first - 1 not in taken and _is_part(doc[first - 1], False):
        first -= 1
    is_whole = first < start - 1 and not doc[first].is_sent_start
    return first if is_whole else start


def _end_of_law(doc: Doc, end: int, taken: Collection[int]) -> int:
    """Return where a law's name ends: behind "of" of "Declaration of Human Rights"."""
    start = end + 1
    if doc[end - 1].lower_ not in _LAWS or doc[end : end + 1].text not in _BEHIND:
        return end
    start += doc[start : start + 1].text == "the"
    after = _end_of_run(doc, start, taken)
    while (
        start < after < len(doc) and doc[after].pos_ == "NOUN" and doc[after].is_title
    ):
        after += 1
    return after if after > start else end


def _meetings(doc: Doc) -> Iterator[Place]:
    """Yield the model's events that have a name of several words, to its end.

    "Summit of the Americas" is one, "Summit for" and "Kenya primary" are not.
    """
    for event in doc.ents:
        edges = (event[0], event[-1])
        is_whole = all(edge.is_title or _is_number(edge) for edge in edges)
        is_named = event.label_ == "EVENT" and len(event) > 1 and is_whole
        if event[-1].lower_ in _STORMS:
            continue
        if is_named and event[-1].lower_ not in _TIMES and not event[-1].is_digit:
            yield event.start, event.end


def _other_entities(doc: Doc) -> set[int]:
    """Return the tokens of dates, amounts and what else is no event."""
    entities = (ent for ent in doc.ents if ent.label_ != "EVENT")
    return {i for ent in entities for i in range(ent.start, ent.end)}


def _end_of_run(doc: Doc, start: int, taken: Collection[int]) -> int:
    """Return where the capitalised words that begin at a token end."""
    end = start
    while end < len(doc) and end not in taken and _is_part(doc[end], end > start):
        end += 1
    return end


def _is_part(token: Token, is_inside: bool) -> bool:
    """Tell whether a token may be part of a name: a capital, or a number inside."""
    if is_inside and _is_number(token):
        return True
    is_word = token.pos_ in {"PROPN", "ADJ"} and token.is_title
    return is_word and len(token) > 1 and token.lower_ not in _TIMES


def _is_number(token: Token) -> bool:
    return token.text.isdigit() or token.lower_ in _NUMERALS


def _is_law(run: Span) -> bool:
    """Tell whether a run's last word, numbers aside, is "Act", "Treaty" or the like."""
    return _last_word(run) in _LAWS


def _last_word(run: Span) -> str:
    plain = [token.lower_ for token in run if not _is_number(token)]
    return plain[-1] if plain else ""


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a run of two words or more names a thing, and is all of its name.

    The first word of a sentence has a capital anyway. An office and what it is for are
    no thing, and who
    has a given name is a person, unless the last word says that it is a work: "Ada
    Accords". Of a storm the name comes after: "Tropical Storm Ida".
    """
    run = doc[start:end]
    if _is_cut(doc, start, end) or run[-1].pos_ == "ADJ" or is_field(doc, start):
        return False
    if len(run) > 1 and _last_word(run) in _WORKS:
        return True
    if any(noun_classes(token) & HUMAN for token in run):
        return False
    named = [token for token in run if not _is_number(token)]
    is_long = len(named) > 1 or len(run.text) > len(named[0]) + len(" 1")
    return is_long and gender_of_given_name(run[0].text) is None


def _is_cut(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a run is part of something longer, or opens its sentence."""
    after = doc[end].text if end < len(doc) else ""
    before = doc[start - 1].text if start else ""
    last = doc[end - 1]
    if (last.lower_ in _STORMS and after.istitle()) or is_address(last.text):
        return True
    return doc[start].is_sent_start or before == "-" or after == "-"

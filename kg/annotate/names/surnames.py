"""Family names: who bears one in full, and where it stands alone for that person."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.things import Found
from kg.annotate.names.titles import title_start
from kg.annotate.names.told_labels import is_last_word_of_body
from kg.english.lexicon import words
from kg.gazetteer.cities import is_city
from kg.gazetteer.family_names import is_east_asian_family_name
from kg.gazetteer.states import find_state

# So many lone surnames make their bearer a person.
_OFTEN = 2
# Initials of so many names or fewer are anybody's.
_FEW = 2
_BEFORE_INITIALS = frozenset({"(", ",", "as", "called", "known", "nicknamed", "or"})
CALENDAR = words("calendar.names")
_PLACING = words("places.prepositions") | {"of", "from"}


def full_names(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield names of two or three words whose family name means a person elsewhere.

    "Choe Son Hui" where the article goes on with "Choe"; "Ada Hopkins" with "Hopkins",
    or calls on "Ada" or "Ms. Hopkins".
    """
    lone = [
        doc[start]
        for (start, end), label in found.items()
        if label == "PERSON" and end == start + 1
    ]
    alone = Counter(token.text for token in lone)
    called = {token.text for token in lone if _is_called(token)}
    for (start, end), label in found.items():
        if label not in {"ORG", "LOC"} or end - start not in {2, 3}:
            continue
        is_first = is_east_asian_family_name(doc[start].text)
        family = doc[start if is_first else end - 1].text
        is_named = all(is_name_word(token) for token in doc[start:end])
        if not is_named:
            continue
        is_called = not called.isdisjoint((doc[start].text, doc[end - 1].text))
        if alone[family] >= _OFTEN or (is_called and not _is_known(doc[start:end])):
            yield start, end


def _is_called(token: Token) -> bool:
    """Tell whether a name has a title, or its bearer is called: "Thanks, Ada"."""
    return token.dep_ == "vocative" or title_start(token.doc, token.i) < token.i


def _is_known(name: Span) -> bool:
    """Tell whether a name is a known place's or body's, or ends as such do."""
    is_other = known_label(name.text) is not None or is_city(name.text)
    return is_other or is_last_word_of_body(name[-1])


def initials_of_people(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield initials that the text calls a person by: "Mohammed bin Salman (MBS)"."""
    full = {
        end: _initials(doc[start:end])
        for (start, end), label in found.items()
        if label == "PERSON" and end - start > _FEW
    }
    told = {
        text
        for start, end in found
        if (text := doc[start:end].text) == full.get(_end_before(doc, start))
    }
    for (start, end), label in found.items():
        text = doc[start:end].text
        if label in {"ORG", "LOC"} and text in told and known_label(text) is None:
            yield start, end


def _initials(name: Span) -> str:
    return "".join(token.text[0] for token in name if token.is_alpha).upper()


def _end_before(doc: Doc, start: int) -> int:
    """Return where what stands before "(" or "known as" ends, 0 of no such word."""
    at = start
    while at and doc[at - 1].lower_ in _BEFORE_INITIALS:
        at -= 1
    return at if at < start else 0


def repeated_surnames(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield single words that end or open a full name of the article."""
    names: set[str] = set()
    surnames: set[str] = set()
    for (start, end), label in found.items():
        if label == "PERSON" and end - start > 1:
            names.update((doc[start].text, doc[end - 1].text))
            surnames.add(doc[end - 1].text)
    taken = {i: span for span in found for i in range(*span)}
    states = set(_states_meant(doc, found)) if surnames else set()
    for token in doc:
        if token.text not in names or not token.text[:1].isupper():
            continue
        span = taken.get(token.i)
        alone = span == (token.i, token.i + 1) or (
            span is None and token.pos_ == "PROPN"
        )
        is_place = found.get(span or (0, 0)) == "LOC" and _is_located(token)
        is_known = known_label(token.text) is not None
        if is_known and not _is_surname_here(token, surnames, states):
            continue
        if alone and not is_place:
            yield token.i, token.i + 1


def _is_surname_here(token: Token, surnames: set[str], states: set[str]) -> bool:
    """Tell whether "Paris" is a person of the article, and stands where one may.

    `states` are those that the article means besides.
    """
    if token.text not in surnames or _is_located(token):
        return False
    found = find_state(token.text)
    is_free = found is not None and (found[1] == "capital" or found[0].id not in states)
    return is_free or token.ent_type_ == "PERSON"


def _states_meant(doc: Doc, found: Found) -> Iterator[str]:
    """Yield the ids of states that no person's name can mean.

    By a demonym or a capital, or by a name that stands where places do.
    """
    for (start, end), label in found.items():
        state = find_state(doc[start:end].text) if label != "PERSON" else None
        if state is not None and (
            state[1] != "name" or end - start > 1 or _is_placed(doc[start])
        ):
            yield state[0].id


def _is_placed(token: Token) -> bool:
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before in _PLACING or _is_located(token)


def _is_located(token: Token) -> bool:
    """Tell whether a word stands where places do: "in Allen", "Allen, Texas"."""
    doc, after = token.doc, token.i + 2
    before = doc[token.i - 1].lower_ if token.i else ""
    with_comma = after < len(doc) and doc[token.i + 1].text == ","
    return before in {"in", "at", "near"} or (
        with_comma and doc[after].ent_type_ == "LOC"
    )


def is_name_word(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and token.lower_.strip(".") not in CALENDAR
        and find_state(token.text) is None
    )

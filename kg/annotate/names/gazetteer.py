"""Names that the gazetteer knows: states, demonyms, capitals, organisations."""

from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from kg.annotate.labels import NAME_LABELS
from kg.english.lexicon import words
from kg.folding import name_key
from kg.gazetteer.organisations import load_organisations, organisation_named
from kg.gazetteer.states import find_state, is_of_continent, load_states

_LONGEST = 9
_CONTINENTS = words("places.continents")


def known_spans(doc: Doc, titles: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the longest names that the gazetteer knows, from left to right."""
    start = 0
    while start < len(doc):
        token = doc[start]
        longest = _first_words().get(name_key(token.text), 0)
        end = start
        is_open = _has_capital(doc, start) and token.lower_ != "the"
        is_currency = start + 1 < len(doc) and doc[start + 1].text.startswith("$")
        if longest and is_open and start not in titles and not is_currency:
            end, label = _longest_known(doc, start, longest)
            before = doc[start - 1].text if start else ""
            if end > start and not is_of_continent(before, token.text):
                yield start, end, label
        start = max(end, start + 1)


def _has_capital(doc: Doc, start: int) -> bool:
    """Tell whether a word has one, or what a hyphen joins to it: "sub-Saharan"."""
    is_joined = doc[start + 1 : start + 2].text == "-" and not doc[start].whitespace_
    word = doc[start + 2 : start + 3].text if is_joined else ""
    return doc[start].text[:1].isupper() or word[:1].isupper()


def _longest_known(doc: Doc, start: int, longest: int) -> tuple[int, str]:
    for end in range(min(start + longest, len(doc)), start, -1):
        last = doc[end - 1]
        is_mark = last.is_punct and last.text != ")"
        if last.is_space or is_mark or last.lower_ in {"'s", "’s"}:
            continue
        text = doc[start:end].text
        if "\n" in text or text.count("(") != text.count(")"):
            continue
        label = known_label(text)
        if label and not (end == start + 1 and _is_common_use(doc[start], label)):
            return end, label
    return start, ""


@lru_cache(maxsize=20_000)
def known_label(text: str) -> str | None:
    state = find_state(text)
    if state is not None:
        return "NORP" if state[1] == "demonym" else "LOC"
    if name_key(text) in _continents() and text != text.lower():
        return "LOC"
    organisation = organisation_named(text)
    return "ORG" if organisation is not None else None


def _is_common_use(token: Token, label: str) -> bool:
    """Tell whether a single capitalised word is used as a common word here."""
    if token.ent_type_ in NAME_LABELS or (label == "ORG" and _is_acronym(token)):
        return False
    if token.is_sent_start or label == "ORG":
        return token.pos_ not in {"PROPN", "ADJ", "NOUN"} or (
            label == "ORG" and not token.is_upper
        )
    return token.pos_ in {"VERB", "ADV", "AUX", "ADP", "INTJ"}


def _is_acronym(token: Token) -> bool:
    """Tell "WHO said" from a heading: "WHO SAID SO"."""
    around = token.doc[max(token.i - 1, 0) : token.i + 2]
    return token.is_upper and not any(
        word.is_upper and len(word) > 1 for word in around if word.i != token.i
    )


@cache
def _continents() -> frozenset[str]:
    return frozenset(map(name_key, _CONTINENTS))


@cache
def _first_words() -> dict[str, int]:
    """Map the first words of known names to the longest name's number of tokens."""
    longest: dict[str, int] = {}
    for name in _all_names():
        parts = name_key(name).split()
        if parts:
            tokens = len(parts) + name.count("-") + name.count("/")
            size = max(longest.get(parts[0], 0), min(tokens, _LONGEST))
            longest[parts[0]] = size
    return longest


def _all_names() -> Iterator[str]:
    for state in load_states().values():
        yield from (state.name, *state.names, *state.demonyms)
        yield from (*state.capitals, *state.metonyms)
    yield from _CONTINENTS
    for organisation in load_organisations():
        yield from (organisation.name, *organisation.names)

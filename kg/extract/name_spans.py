"""Where the names are: the name model's spans, mended by the gazetteer and titles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc, Span, Token

from kg.extract.actor_nouns import noun_classes
from kg.extract.titles import title_start, title_words
from kg.extract.word_classes import words
from kg.gazetteer.folding import fold
from kg.gazetteer.organisations import load_organisations, organisation_named
from kg.gazetteer.states import find_state, load_states

_NAME_LABELS = frozenset({"PERSON", "ORG", "LOC", "NORP"})
_LONGEST = 9
# Adjectives of regions: they describe, and name nobody.
_REGIONAL = words("regional adjectives")
# Initials of common nouns, units and times.
_COMMON_INITIALS = words("common initials")
_CALENDAR = words("calendar")
_NOT_A_NAME = re.compile(r"https?:|www\.|@|[\d\W_]+$|.*\.(?:com|org|net|gov|html?)\b")
_WEAPON_NOUNS = words("weapon nouns")
_WEAPON_NAME = re.compile(r"[A-Z][A-Za-z]{0,11}-?\d{1,4}[A-Z]{0,3}s?|[A-Z]{5,8}")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name's tokens, its type and where the title before it starts."""

    start: int
    end: int
    label: str
    title_start: int


def head_of(doc: Doc, name: NameSpan) -> Token:
    """Return the head word of a name with its title, for the parse's relations.

    That is the title's where the name hangs on it, else the name's own.
    """
    root = doc[name.start : name.end].root
    is_inside = name.title_start <= root.head.i < name.start
    return doc[name.title_start : name.end].root if is_inside else root


def name_spans(doc: Doc) -> list[NameSpan]:
    """Return the names of a doc in text order; demonyms may lie inside others.

    The types are those of `doc.ents` and, for weapons, ``WEAPON``. Needs `doc.ents`
    and parts of speech.
    """
    titles = title_words(doc)
    known = list(_known_spans(doc, titles))
    found = {(s.start, s.end): s.label_ for s in _model_spans(doc, titles)}
    found = _without_overlaps(doc, found, known)
    for start, end in _untold_names(doc, titles, found):
        found[start, end] = "PERSON"
    _mend_labels(doc, found)
    for start, end in _repeated_surnames(doc, found):
        found[start, end] = "PERSON"
    for start, end in _weapons(doc, found):
        found[start, end] = "WEAPON"
    return [
        NameSpan(start, end, label, _start_of_title(doc, start, label))
        for (start, end), label in sorted(found.items())
    ]


def _start_of_title(doc: Doc, start: int, label: str) -> int:
    return title_start(doc, start) if label == "PERSON" else start


def _model_spans(doc: Doc, titles: set[int]) -> Iterator[Span]:
    """Yield the name model's spans without titles, articles and possessive signs."""
    for ent in doc.ents:
        if ent.label_ not in _NAME_LABELS:
            continue
        start, end = ent.start, ent.end
        while start < end and (start in titles or _is_edge(doc[start])):
            start += 1
        while end > start and _is_edge(doc[end - 1]):
            end -= 1
        if start < end and _is_name(doc[start:end]):
            yield Span(doc, start, end, ent.label_)


def _is_edge(token: Token) -> bool:
    """Tell whether a token is no part of a name where it opens or closes it."""
    return (
        token.is_space
        or (token.is_punct and token.text not in {")"})
        or token.lower_ in {"the", "a", "an", "'s", "’s", "'", "’", ")", "of", "and"}
        or token.pos_ == "PART"
    )


def _is_name(span: Span) -> bool:
    """Tell whether a span can be a name: capitals, no date, address or common noun."""
    text = span.text
    words = [token.lower_.strip(".") for token in span]
    return (
        any(character.isupper() for character in text)
        and not _NOT_A_NAME.match(text)
        and not all(word in _CALENDAR or word.isdigit() for word in words)
        and not (len(words) == 1 and words[0] in _COMMON_INITIALS | _REGIONAL)
        and "\n" not in text
    )


def _known_spans(doc: Doc, titles: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the longest names that the gazetteer knows, from left to right."""
    start = 0
    while start < len(doc):
        token = doc[start]
        longest = _first_words().get(_folded(token.text), 0)
        end = start
        is_open = token.text[:1].isupper() and token.lower_ != "the"
        if longest and is_open and start not in titles:
            end, label = _longest_known(doc, start, longest)
            if end > start:
                yield start, end, label
        start = max(end, start + 1)


def _longest_known(doc: Doc, start: int, longest: int) -> tuple[int, str]:
    for end in range(min(start + longest, len(doc)), start, -1):
        last = doc[end - 1]
        if last.is_space or last.is_punct or last.lower_ in {"'s", "’s"}:
            continue
        text = doc[start:end].text
        if "\n" in text:
            continue
        label = _known_label(text)
        if label and not (end == start + 1 and _is_common_use(doc[start], label)):
            return end, label
    return start, ""


@lru_cache(maxsize=20_000)
def _known_label(text: str) -> str | None:
    state = find_state(text)
    if state is not None:
        return "NORP" if state[1] == "demonym" else "LOC"
    organisation = organisation_named(text)
    return "ORG" if organisation is not None else None


def _is_common_use(token: Token, label: str) -> bool:
    """Tell whether a single capitalised word is used as a common word here."""
    if token.ent_type_ in _NAME_LABELS:
        return False
    if token.is_sent_start or label == "ORG":
        return token.pos_ not in {"PROPN", "ADJ", "NOUN"} or (
            label == "ORG" and not token.is_upper
        )
    return token.pos_ in {"VERB", "ADV", "AUX", "ADP", "INTJ"}


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold(word)


@cache
def _first_words() -> dict[str, int]:
    """Map the first words of known names to the longest name's number of tokens."""
    longest: dict[str, int] = {}
    for name in _all_names():
        words = fold(name).split()
        if words:
            tokens = len(words) + name.count("-") + name.count("/")
            size = max(longest.get(words[0], 0), min(tokens, _LONGEST))
            longest[words[0]] = size
    return longest


def _all_names() -> Iterator[str]:
    for state in load_states().values():
        yield from (state.name, *state.names, *state.demonyms)
        yield from (*state.capitals, *state.metonyms)
    for organisation in load_organisations():
        yield from (organisation.name, *organisation.names)


def _without_overlaps(
    doc: Doc, model: dict[tuple[int, int], str], known: list[tuple[int, int, str]]
) -> dict[tuple[int, int], str]:
    """Put the model's spans and the gazetteer's together.

    A known name wins over a span that it covers; a longer span of the model wins
    over a known name inside it, but a demonym there stays ("Russian Foreign
    Ministry"). Partial overlaps go to the known name.
    """
    found = dict(model)
    for start, end, label in known:
        covering = [(s, e) for s, e in found if s <= start and end <= e]
        longer = [(s, e) for s, e in covering if (s, e) != (start, end)]
        if longer:
            s, e = longer[0]
            if label == "NORP" and s == start and found[s, e] == "ORG":
                found[start, end] = label
            elif found[s, e] in {"LOC", "NORP"} and _is_list(doc, s, e):
                del found[s, e]
                found[start, end] = label
            continue
        for s, e in [(s, e) for s, e in found if s < end and start < e]:
            del found[s, e]
        found[start, end] = label
    return found


def _is_list(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span runs over a conjunction or comma: "Russia, China"."""
    return any(token.text in {",", "and", "or", "/"} for token in doc[start:end])


def _untold_names(
    doc: Doc, titles: set[int], found: dict[tuple[int, int], str]
) -> Iterator[tuple[int, int]]:
    """Yield the capitalised words after a title that no span holds yet."""
    taken = {i for start, end in found for i in range(start, end)}
    for last in sorted(titles):
        start = last + 1
        if start in titles or start in taken or start >= len(doc):
            continue
        end = start
        while end < len(doc) and end < start + 4 and _is_name_word(doc[end]):
            if end in taken or end in titles:
                break
            end += 1
        if end > start:
            yield start, end


def _is_name_word(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and token.lower_.strip(".") not in _CALENDAR
        and find_state(token.text) is None
    )


def _mend_labels(doc: Doc, found: dict[tuple[int, int], str]) -> None:
    """Correct types that the words around a name give away."""
    for (start, end), label in list(found.items()):
        if label == "NORP" or (start > 0 and end - start > 6):
            continue
        before = doc[start - 1] if start else None
        if title_start(doc, start) < start and label in {"ORG", "LOC"}:
            if _known_label(doc[start:end].text) is None:
                found[start, end] = "PERSON"
        elif label == "PERSON" and before is not None and before.pos_ == "NOUN":
            classes = noun_classes(before)
            if "body" in classes and not classes & {"office", "person"}:
                found[start, end] = "ORG"


def _repeated_surnames(
    doc: Doc, found: dict[tuple[int, int], str]
) -> Iterator[tuple[int, int]]:
    """Yield single words that end or open a full name of the article."""
    names: set[str] = set()
    for (start, end), label in found.items():
        if label == "PERSON" and end - start > 1:
            names.update((doc[start].text, doc[end - 1].text))
    taken = {i: span for span in found for i in range(*span)}
    for token in doc:
        if token.text not in names or not token.text[:1].isupper():
            continue
        span = taken.get(token.i)
        alone = span == (token.i, token.i + 1) or (
            span is None and token.pos_ == "PROPN"
        )
        is_place = found.get(span or (0, 0)) == "LOC" and _is_located(token)
        if alone and not is_place and _known_label(token.text) is None:
            yield token.i, token.i + 1


def _is_located(token: Token) -> bool:
    """Tell whether a word stands where places do: "in Allen", "Allen, Texas"."""
    doc, after = token.doc, token.i + 2
    before = doc[token.i - 1].lower_ if token.i else ""
    with_comma = after < len(doc) and doc[token.i + 1].text == ","
    return before in {"in", "at", "near"} or (
        with_comma and doc[after].ent_type_ == "LOC"
    )


def _weapons(doc: Doc, found: dict[tuple[int, int], str]) -> Iterator[tuple[int, int]]:
    """Yield names of weapon types: capitals and digits that describe a weapon."""
    taken = {i: span for span in found for i in range(*span)}
    for token in doc:
        if not _WEAPON_NAME.fullmatch(token.text) or _known_label(token.text):
            continue
        span = taken.get(token.i)
        if span is not None and (span[1] - span[0] > 1 or found[span] == "NORP"):
            continue
        described = token.head.lemma_.lower() in _WEAPON_NOUNS and token.dep_ in {
            "compound",
            "nummod",
            "nmod",
            "amod",
            "flat",
        }
        if described and token.head.i > token.i:
            yield token.i, token.i + 1

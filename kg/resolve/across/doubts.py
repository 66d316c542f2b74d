"""Tell which entities may be one, by their names and by what surrounds them.

Nothing is joined here: people judge. Only names that share the beginning of a rare word
are compared, or initials with what they may stand for, so that the time grows with the
entities and hardly with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rapidfuzz import fuzz

from kg.english.lexicon import words
from kg.folding import GENERATIONS, fold
from kg.resolve.person_names import family_name, match

# Letters of a word that two spellings of it share: "Blinken", "Blinkin".
_BEGINNING = 4
_RAREST = 2
# Less alike (0 to 100) names are of two: "ada quill" and "eva quill" have 78.
_ALIKE = 85
_WITHIN = 0.7
_INITIALS = 0.8
# What a name weighs, and what surroundings do.
_OF_NAMES, _OF_CONTEXT = 0.7, 0.3
# Who stands beside another in one article is hardly the same.
_BESIDE = 0.6
_SMALL_WORDS = words("names.particles") | {"of", "the", "and", "for", "in"}


@dataclass(frozen=True, slots=True)
class Described:
    """An entity with its names, folded, and what is told around it.

    `articles` are those that mention it, `met` the other entities in these, `offices`
    what it holds: ("minister", "State:RUS").
    """

    key: str
    name: str
    type: str
    names: tuple[str, ...]
    articles: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Doubt:
    """That two entities may be one: how likely (0 to 1), and why."""

    one: Described
    other: Described
    score: float
    reason: str


def doubts(entities: Iterable[Described]) -> list[Doubt]:
    """Return the pairs of entities that may be one, the likeliest first.

    "Antony Blinken" and "Tony Blinken" are such a pair, "WHO" and "World Health
    Organization" another.
    """
    by_type: dict[str, list[Described]] = defaultdict(list)
    for entity in sorted(entities, key=lambda each: each.key):
        by_type[entity.type].append(entity)
    found = [
        doubt
        for type_ in sorted(by_type)
        for one, other in _pairs(by_type[type_])
        if (doubt := _doubt(one, other)) is not None
    ]
    return sorted(found, key=lambda each: (-each.score, each.one.key, each.other.key))


def _pairs(entities: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    """Yield the pairs that share a block, each once, in the order of their keys."""
    counts = Counter(
        beginning
        for entity in entities
        for beginning in {each for name in entity.names for each in _beginnings(name)}
    )
    blocks: dict[str, set[int]] = defaultdict(set)
    for index, entity in enumerate(entities):
        for name in entity.names:
            for block in _blocks(entity.type, name, counts):
                blocks[block].add(index)
    pairs = {pair for each in blocks.values() for pair in combinations(sorted(each), 2)}
    for one, other in sorted(pairs):
        yield entities[one], entities[other]


def _blocks(type_: str, name: str, counts: Mapping[str, int]) -> set[str]:
    """Return where a name is looked for: under the two rarest beginnings of its words.

    A person's under all but that of the given name, which many share: under that and
    the first letter of the family name, which may be misspelt.
    """
    if type_ != "Person":
        ranked = sorted(_beginnings(name), key=lambda each: (counts[each], each))
        return {*ranked[:_RAREST], _initials(name)}
    given, *others = name.split()
    family = family_name(name)
    found = {word[:_BEGINNING] for word in (family, *others)} - _SMALL_WORDS
    return {*found, f"{given[:_BEGINNING]} {family[0]}"}


def _beginnings(name: str) -> set[str]:
    return {word[:_BEGINNING] for word in name.split() if word not in _SMALL_WORDS}


def _initials(name: str) -> str:
    """Return a name's initials; those of one word are the word: "who"."""
    parts = [word for word in name.split() if word not in _SMALL_WORDS]
    letters = parts if len(parts) == 1 else [word[0] for word in parts]
    return "=" + "".join(letters)


def _doubt(one: Described, other: Described) -> Doubt | None:
    likeness, reason = max(
        (_likeness(one.type, *pair) for pair in product(one.names, other.names)),
        default=(0.0, ""),
    )
    if not likeness:
        return None
    reasons = [reason]
    met = (one.met | other.met) - {one.key, other.key}
    shared = one.met & other.met & met
    least = min(len(one.met & met), len(other.met & met))
    context = len(shared) / least if least else 0.0
    if shared:
        reasons.append(f"{len(shared)} of {least} others around both")
    if offices := sorted(one.offices & other.offices):
        context = 1.0
        reasons.append(f"both {offices[0][0]} of {offices[0][1]}")
    score = _OF_NAMES * likeness + _OF_CONTEXT * context
    if both := one.articles & other.articles:
        score *= _BESIDE
        reasons.append(f"but side by side in {len(both)} of the articles")
    return Doubt(one, other, round(score, 2), "; ".join(reasons))


def _likeness(type_: str, one: str, other: str) -> tuple[float, str]:
    """Return how alike two folded names are (0 to 1), and in what."""
    if one == other:
        return 1.0, f"same name: {one}"
    short, long = sorted((one, other), key=lambda name: (len(name.split()), name))
    if type_ == "Person":
        score, reason = match(short, long)
        if score:
            return score, f"{reason}: {short}, {long}"
    elif _initials(long) == f"={short}":
        return _INITIALS, f"initials: {short}, {long}"
    ratio = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    if ratio >= _ALIKE and _generations(one) == _generations(other):
        return ratio / 100, f"alike: {short}, {long}"
    if type_ != "Person" and _is_within(short.split(), long.split()):
        return _WITHIN, f"one within the other: {short}, {long}"
    return 0.0, ""


def _generations(name: str) -> set[str]:
    return set(name.split()) & GENERATIONS


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    return set(short) < set(long) and any(len(word) >= _BEGINNING for word in short)


def names_of(
    key: str, name: str, type_: str, aliases: Iterable[str]
) -> tuple[str, ...]:
    """Return the names, folded, by which an entity is compared with others, sorted.

    The aliases of a person are mostly family names alone, which others share.
    """
    own = {fold(name), fold(key.partition(":")[2].partition("@")[0])}
    if type_ != "Person":
        own |= {fold(alias) for alias in aliases}
    return tuple(sorted(own - {""}))

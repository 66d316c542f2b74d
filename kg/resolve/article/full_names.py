"""Names in full of an article's persons, and which of them a shorter one may mean."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from kg.english.pronouns import Gender
from kg.extract.findings import Candidate
from kg.folding import GENERATIONS, keys_by_word, name_key, person_key
from kg.resolve.article.beside_names import is_beside_kin
from kg.resolve.article.chains import Linking
from kg.resolve.article.name_keys import name_told
from kg.resolve.person_names import family_name, match
from kg.resolve.short_forms import is_with_short_form
from kg.spellings import second_part

# What a name must score to be taken for a shorter form of another; and for so sure a
# form of it that it is no full name of its own.
_THRESHOLD = 0.6
SURE = 0.9
_INITIALS = 3
_FAR_MORE = 2


class Match(NamedTuple):
    """A full name that a shorter one may mean; the greatest tuple is the likeliest.

    A title tells most: "President Robles" is rather President Luis Robles Paz than Ada
    Robles. A bare "Quill" is rather Ada Quill than Ada Quill Jr., than one named as kin
    of hers, or than who is named in full far less often. `nearness` is the last
    mention of it before the short name, or else how far down the text its first mention
    comes, as a negative number.
    """

    has_same_title: bool
    score: float
    has_no_generation: bool
    is_no_kin: bool
    is_named_most: bool
    nearness: int
    name: str
    reason: str


def fuller_names(
    linking: Linking, names: Mapping[str, Sequence[int]]
) -> dict[str, str]:
    """Return the names with a given name in short, each with the one in full.

    "Tony Quill" is "Antony Quill" so, unless a sentence has both of them, or some word
    for kin stands beside one: "Robert Quill. His son, Bobby Quill" are two.
    """
    families: dict[str, list[str]] = {}
    for name in names:
        families.setdefault(family_name(name), []).append(name)
    found = {
        name: [
            other
            for other in families[family_name(name)]
            if is_with_short_form(name, other)
            and _may_be_one(linking, names[name], names[other])
        ]
        for name in names
    }
    return {name: full[0] for name, full in found.items() if len(full) == 1}


def _may_be_one(linking: Linking, places: Sequence[int], others: Sequence[int]) -> bool:
    """Tell whether two names may be one person's by what stands around them."""
    found = [[linking.candidates[index] for index in at] for at in (places, others)]
    sentences = ({each.sentence for each in one} for one in found)
    is_apart = set.intersection(*sentences)
    return not is_apart and not any(
        is_beside_kin(each, linking) for one in found for each in one
    )


def full_names(
    keys: dict[int, str], kin: Set[str] = frozenset()
) -> dict[str, list[int]]:
    """Return where each name occurs that is no shorter form of another one.

    `kin` are names that are said to be of somebody's kin: "Ada Quill" is not her
    mother, "Ada Bo Quill".
    """
    # The longest first: every short form meets the full name that it may belong to.
    distinct = sorted(
        set(keys.values()), key=lambda key: (-len(key.split()), -len(key), key)
    )
    by_word = keys_by_word(distinct)
    places: dict[str, list[int]] = {}
    for key in distinct:
        is_short = len(key.split()) <= 1 or any(
            match(key, other)[0] >= SURE
            for word in _looked_under(key)
            for other in by_word[word]
            if other in places and not _is_kin(key, other, kin)
        )
        if not is_short:
            places[key] = []
    for index, key in keys.items():
        if key in places:
            places[key].append(index)
    return places


def _is_kin(key: str, other: str, kin: Set[str]) -> bool:
    """Tell whether a longer name is kin's; two of one length are two spellings."""
    is_longer = len(other.split()) > len(key.split())
    return other in kin or (key in kin and is_longer)


def _looked_under(key: str) -> tuple[str, ...]:
    """Return the words of which a fuller name has one: its first, as a rule.

    That of "j b quill" and "jb quill" shares only the last.
    """
    parts = key.split()
    is_short = len(parts) > 1 and len(parts[0]) <= _INITIALS
    return (parts[0], parts[-1]) if is_short else (parts[0],)


def told_apart(linking: Linking, names: Mapping[str, Sequence[int]]) -> frozenset[str]:
    """Return the names that are alike but for a middle one: "Ada B. Quill" and "C."."""
    alike: dict[str, list[str]] = {}
    for name, places in names.items():
        own = person_key(name_told(linking.candidates[places[0]]))
        alike.setdefault(own, []).append(name)
    # "Queen Sofia" and "Princess Sofia" are told apart by their ranks already.
    return frozenset(
        name
        for own, found in alike.items()
        if len(found) > 1 and " " in own
        for name in found
    )


class FullNames:
    """The full names of an article: where each occurs, and what is told of it there.

    `places` holds the mentions of each name, in text order, `kin` the names that are
    said to be of somebody's kin.
    """

    def __init__(
        self,
        linking: Linking,
        places: dict[str, list[int]],
        kin: Set[str] = frozenset(),
    ) -> None:
        self.places = places
        self._linking = linking
        self._kin = kin
        self._by_word = keys_by_word(places)
        self._by_ends: dict[str, list[str]] = {}
        for name in places:
            family = family_name(name)
            self._by_ends.setdefault(_ends(family), []).append(name)
            if part := second_part(family):
                self._by_word.setdefault(part, []).append(name)
        self._called: dict[str, tuple[str, int]] = {}
        self._titles: dict[str, set[str]] = {}
        self._genders: dict[str, set[Gender | None]] = {}
        for name, at in places.items():
            found = [linking.candidates[place] for place in at]
            self._titles[name] = {name_key(each.title or "") for each in found}
            self._genders[name] = {each.gender for each in found} - {None}

    def call_by_title(self, key: str, index: int, name: str) -> None:
        """Learn whom a short name with a title meant; without one it may go on so."""
        self._called[key] = name, index

    def matches(self, short: Candidate, index: int, key: str) -> Iterator[Match]:
        """Yield the full names that a short one may mean, with what ranks them."""
        # A name matches no other that lacks its first word, unless that is misspelt.
        words_ = _looked_under(key)
        named = [name for word in words_ for name in self._by_word.get(word, ())]
        named = named or self._by_ends.get(_ends(key), [])
        for name in named:
            score, reason = match(key, name)
            if score < _THRESHOLD or self._gender_differs(short, name):
                continue
            called, place = self._called.get(key, ("", index))
            is_called_so = called == name
            yield Match(
                has_same_title=self._has_title_of(short, name),
                score=max(score, SURE) if is_called_so else score,
                has_no_generation=name.split()[-1] not in GENERATIONS,
                is_no_kin=bool(short.title) or name not in self._kin,
                is_named_most=self._is_named_most(name, named, index),
                nearness=place if is_called_so else self._nearness(name, index),
                name=name,
                reason=reason,
            )

    def _is_named_most(self, name: str, named: Sequence[str], index: int) -> bool:
        """Tell whom a text is about of those with a name, if it told of no other yet.

        "Wyatt Quill came. Quill stayed" is of Wyatt; somebody's father is told of once.
        """
        others = [other for other in named if other != name]
        counts = [len(self.places[other]) for other in others]
        here = self._linking.candidates[index].sentence
        is_other_near = any(
            0 <= here - self._linking.candidates[place].sentence <= 1 and place < index
            for other in others
            if other not in self._kin
            for place in self.places[other]
        )
        is_most = len(self.places[name]) > _FAR_MORE * max(counts, default=0)
        return is_most and not is_other_near

    def _nearness(self, name: str, index: int) -> int:
        places = self.places[name]
        before = bisect_left(places, index)
        return places[before - 1] if before else -places[0]

    def _has_title_of(self, short: Candidate, name: str) -> bool:
        """Tell whether a full name has a short one's title: "Mr." of two Quills."""
        return name_key(short.title or "") in self._titles[name] - {""}

    def _gender_differs(self, short: Candidate, name: str) -> bool:
        """Tell whether a short name's title is of the other gender: "Mr. Quill"."""
        genders = self._genders[name]
        told = short.gender if short.title else None
        return told is not None and bool(genders) and told not in genders


def _ends(word: str) -> str:
    """Return what the spellings of one family name share: first and last letters."""
    return word[:1] + word[-2:]

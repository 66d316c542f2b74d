"""Tell which names are forms of one: "Tony" and "Antony Blinken", "IAEA" in full.

Those of one block are compared, a family or what has the same initials. Whether two are
one is told by the names and by what surrounds each of them in all articles together.
Where a name may be a form of two that are none of each other, it is none.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from kg.folding import GENERATIONS
from kg.gazetteer.family_names import is_common_family_name
from kg.judgements.judgement import mentioned
from kg.resolve.across.body_names import (
    have_second_reason,
    initials_of,
    likeness_of_bodies,
)
from kg.resolve.across.lone_names import family_of, is_lone, name_of
from kg.resolve.across.surroundings import (
    articles_in,
    context,
    counted_with,
    towns,
)
from kg.resolve.person_names import (
    initials_of_given,
    is_family_first,
    is_in_initials,
    match,
)
from kg.resolve.short_forms import full_forms
from kg.resolve.spelling import ends_of, is_respelt

# What a name must score to be a longer one without a part; the same name written with
# blanks and without needs no second reason.
_SURE = 0.9
_SAME = 1.0
# So many states and organizations have to be met around both persons: one is often only
# the country that all of a paper's articles are about. More, where given names differ.
# A town that is met around both says as much. Of a rare family few have one given name.
_LEAST_SHARED, _LEAST_SHARED_OF_OTHERS = 2, 3
# The mark of a name that may be like all others.
_ANY = ""

Met = Mapping[str, Mapping[str, int]]
"""The entities of a block, with how many articles have each of their surroundings."""
Apart = Callable[[str, str], object]
"""Tells whether people judged that two ids are not one."""


def nobody_apart(one: str, other: str) -> bool:
    """Tell that nobody judged two ids not to be one."""
    return False


class Form(NamedTuple):
    """That a name is a form of another entity's name: how sure, and why."""

    entity: str
    score: float
    reason: str


class Forms:
    """The names of one block, and which of them are forms of another."""

    def __init__(self, met: Met) -> None:
        self._met = met
        self._forms: dict[str, Form | None] = {}
        self._alike: dict[str, set[str]] = {}
        self._by_mark: dict[str, set[str]] | None = None
        self._marks: dict[str, set[str]] = {}

    def form(self, entity: str) -> Form | None:
        """Return the name of which an entity's is another form, None where of none.

        Of several forms that is the one which far more articles give, then the longest.
        """
        if entity not in self._forms:
            self._forms[entity] = self._find(entity)
        return self._forms[entity]

    def meant(self, entity: str, apart: Apart = nobody_apart) -> str:
        """Return the id under which an entity is known, which may be its own."""
        form = self.form(entity)
        if form is None or apart(entity, form.entity):
            return entity
        return form.entity

    def around(self, entity: str) -> set[str]:
        """Return the ids whose form may hang on an entity's, its own among them."""
        found, reached = {entity}, [entity]
        for each in reached:
            new = sorted(self._names_alike(each) - found)
            found.update(new)
            reached += new
        return found

    def _find(self, entity: str) -> Form | None:
        alike = self._names_alike(entity)
        together = alike | {entity}
        # One who is a form of a stranger, too, may be either.
        if not alike or any(
            self._names_alike(each) | {each} != together for each in alike
        ):
            return None
        known = max(together, key=self._rank)
        if known == entity:
            return None
        score, reason = _likeness(entity, known)
        if not _have_second_reason(entity, known, self._met, score):
            return None
        is_told = score < _SAME
        return Form(
            known, score, f"{reason}; in like surroundings" if is_told else reason
        )

    def _names_alike(self, entity: str) -> set[str]:
        if entity not in self._alike:
            self._alike[entity] = {
                other
                for other in self._may_be_alike(entity)
                if other != entity and _likeness(entity, other)[0]
            }
        return self._alike[entity]

    def _may_be_alike(self, entity: str) -> set[str]:
        """Return those who share a mark, so that a large family stays quick."""
        if self._by_mark is None:
            self._by_mark = defaultdict(set)
            self._marks = {each: _marks(each) for each in filter(_is_known, self._met)}
            for each, marks in self._marks.items():
                for mark in marks or {_ANY}:
                    self._by_mark[mark].add(each)
        if entity not in self._marks:
            return set()
        marks = self._marks[entity]
        own = {*marks, _ANY} if marks else self._by_mark.keys()
        return set().union(*(self._by_mark.get(mark, ()) for mark in own))

    def _rank(self, entity: str) -> tuple[int, int, str]:
        # Twice as many articles tell. Of two that are as common, one would lead today
        # and the other tomorrow, and all their articles would be written anew.
        times = articles_in(self._met[entity]).bit_length()
        return times, len(entity.split()), entity


def block_of(entity: str) -> str | None:
    """Return what an entity's name shares with all of its forms.

    "lavrov", a person's family name, or "=iaea", a body's initials; None where an
    entity's name has no other forms.
    """
    initials = initials_of(entity)
    return f"={initials}" if initials else family_of(entity)


def may_have_forms(entity: str) -> bool:
    """Tell whether an entity has a block, and more than a family name alone."""
    return block_of(entity) is not None and not is_lone(entity)


def _is_known(entity: str) -> bool:
    # Who was told apart by people is in one article alone.
    return mentioned(entity)[1] is None


def _marks(entity: str) -> set[str]:
    """Return marks, of which two persons' names that are alike have one in common.

    They are the given names, what these are short for, the ends of those that may be
    respelt, and a Korean's or Chinese one in one word. A body's name and a person's
    without any may be like all others.
    """
    if initials_of(entity):
        return set()
    family, name = family_of(entity), name_of(entity).split()
    given = {*name} - {family} - GENERATIONS
    if is_family_first(name):
        given.add("".join(name[1:]))
    words = {each for word in given for each in (word, *full_forms(word))}
    letters = initials_of_given([each for each in name if each in given])
    marks = words | {ends for word in words if (ends := ends_of(word))}
    # "J. B. Quill" has no name in common with "John Benedict Quill".
    return marks | {f".{letters}"} if len(letters) > 1 else marks


def _likeness(one: str, other: str) -> tuple[float, str]:
    if initials_of(one):
        return likeness_of_bodies(one, other)
    return likeness_of_people(name_of(one), name_of(other))


def _have_second_reason(one: str, other: str, met: Met, score: float) -> bool:
    if initials_of(one):
        return have_second_reason(one, other, met[one], met[other])
    if score >= _SAME:
        return True
    shared = counted_with(met[one]).keys() & counted_with(met[other]).keys()
    is_rare = not is_common_family_name(family_of(one) or "")
    least = _LEAST_SHARED if score >= _SURE else _LEAST_SHARED_OF_OTHERS
    # Whose first names begin otherwise may be kinsmen.
    least -= is_rare and name_of(one)[0] == name_of(other)[0]
    in_town = bool(towns(shared)) and (is_rare or score >= _SURE)
    return in_town or len(context(shared)) >= least


def likeness_of_people(one: str, other: str) -> tuple[float, str]:
    """Return how likely two folded full names of a family are one, and why.

    "george bush" is "george walker bush", "tony blinken" is "antony blinken"; "george
    walker bush" is not "george herbert bush", nor "ada quill" "ada quill jr". "noh
    jaewon" is "noh jae won".
    """
    short, long = sorted(
        (one.split(), other.split()), key=lambda name: (len(name), name)
    )
    if is_family_first(short) and (short[0], "".join(short[1:])) == (
        long[0],
        "".join(long[1:]),
    ):
        return _SAME, "the given name in one word or two"
    if is_in_initials(short, long) or is_in_initials(long, short):
        return _SURE, "initials"
    if len(short) < len(long):
        score, _ = match(" ".join(short), " ".join(long))
        return (_SURE, "a part of the name left out") if score >= _SURE else (0.0, "")
    different = [pair for pair in zip(short, long, strict=True) if len({*pair}) > 1]
    if len(different) != 1 or not GENERATIONS.isdisjoint(different[0]):
        return 0.0, ""
    score, reason = _likeness_of_given(*different[0])
    # Korean and Chinese given names a letter apart are two: "Weiming", "Weining".
    if score and (is_family_first(short) or is_family_first(long)):
        return 0.0, ""
    return score, reason


def _likeness_of_given(one: str, other: str) -> tuple[float, str]:
    if is_respelt(one, other):
        return 0.8, "another spelling"
    full, others = full_forms(one), full_forms(other)
    if one in others or other in full:
        return 0.8, "a short form of the given name"
    is_near = any(is_respelt(one, each) for each in others) or any(
        is_respelt(other, each) for each in full
    )
    return (0.7, "a short form of the given name") if is_near else (0.0, "")

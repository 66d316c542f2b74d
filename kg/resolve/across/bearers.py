"""Tell whom a name means in an article, of all who may bear it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property

from kg.resolve.across.lone_names import (
    Namesake,
    is_lone,
    months_around,
    namesake,
    only_person_around,
)
from kg.resolve.across.name_forms import Apart, Form, Forms, nobody_apart

# What stands for the month of an article without a day.
_UNDATED = ""


class Bearers:
    """Those of one block: a family's full names, or the bodies with some initials.

    `met` has for each id in how many articles each of its surroundings is.
    """

    def __init__(self, met: Mapping[str, Mapping[str, int]]) -> None:
        self._met = met
        self._forms = Forms(met)

    def judge(
        self,
        entity: str,
        published: date | None,
        entities: Collection[str],
        apart: Apart = nobody_apart,
    ) -> Namesake | None:
        """Return whom a name means in an article, None where it is nobody else's.

        `entity` is the id of the name, `published` the article's day, `entities` are
        the ids of all that the article mentions; `apart` tells what people judged.
        """
        if is_lone(entity):
            return namesake(
                entity,
                published,
                entities,
                self._met_around(published),
                lambda name: self._forms.meant(name, apart),
            )
        form = self._forms.form(entity)
        # The article itself tells two of one name apart.
        if form is None or any(
            each != entity and self._forms.meant(each) == form.entity
            for each in entities
            if each in self._met
        ):
            return None
        return Namesake(entity, form.entity, form.score, form.reason)

    def form(self, entity: str) -> Form | None:
        """Return of which other id an entity's name is a form, in all articles."""
        return self._forms.form(entity)

    def around(self, entity: str) -> set[str]:
        """Return the ids whose forms may change where an entity is met otherwise."""
        return self._forms.around(entity)

    def may_mean_one(self, published: date | None) -> bool:
        """Tell whether a family name alone may mean somebody on an article's day."""
        near = self._met_around(published)
        only = only_person_around(published, near, self._forms.meant)
        return only is not None

    def months_apart(self, other: "Bearers", entities: Iterable[str]) -> set[str]:
        """Return the months in which some of these are met otherwise than there.

        "" stands for articles without a day.
        """
        return {
            each.partition(" ")[0]
            for entity in entities
            for each in self._met.get(entity, {}).keys()
            ^ other._met.get(entity, {}).keys()
        }

    def _met_around(self, published: date | None) -> dict[str, Mapping[str, int]]:
        """Return whom articles of the months around a day mention, with where."""
        if published is None:
            return {}
        months = (_UNDATED, *months_around(published))
        near = set().union(*(self._by_month.get(month, ()) for month in months))
        return {name: self._met[name] for name in near}

    @cached_property
    def _by_month(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entity, met in self._met.items():
            for each in met:
                found[each.partition(" ")[0]].add(entity)
        return found

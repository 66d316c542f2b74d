"""What judgements together say: which names stand for one entity, which never may."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.judgements.judgement import Judgement, mention_name, mentioned, type_of


class Rulings:
    """Judgements, and what follows from all of them together, in whatever order."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._by_key: dict[str, Judgement] = {}
        self._of: dict[str, set[str]] = defaultdict(set)
        self._joined: dict[str, tuple[str, ...]] = {}
        for judgement in judgements:
            self.add(judgement)

    def __iter__(self) -> Iterator[Judgement]:
        """Yield the judgements, sorted by their keys."""
        return (self._by_key[key] for key in sorted(self._by_key))

    def add(self, judgement: Judgement) -> None:
        """Take a judgement in, in the place of one on the same pair."""
        self.remove(judgement)
        self._by_key[judgement.key] = judgement
        for name in (judgement.target, judgement.source):
            self._of[name].add(judgement.key)

    def remove(self, judgement: Judgement) -> None:
        """Take the judgement on this pair out."""
        self._joined.clear()
        self._by_key.pop(judgement.key, None)
        for name in (judgement.target, judgement.source):
            self._of[name].discard(judgement.key)

    def get(self, judgement: Judgement) -> Judgement | None:
        """Return the judgement on the same pair, if there is one."""
        return self._by_key.get(judgement.key)

    def joined(self, name: str) -> tuple[str, ...]:
        """Return all names that stand for the entity that a name stands for, sorted."""
        if name not in self._joined:
            found = tuple(sorted(self._reach(name)))
            self._joined |= dict.fromkeys(found, found)
        return self._joined[name]

    def canonical(self, name: str) -> str:
        """Return the key of the entity that a name stands for.

        It is the one that was only ever the target of a judgement: that into which
        the others were merged. Of several the least counts, and a whole entity before
        what one article has.
        """
        return min(self.joined(name), key=self._order)

    def meant(self, article: str, own: str) -> str:
        """Return the key of the entity that an article, told by its key, means.

        `own` is the entity that the article makes by itself.
        """
        name = mention_name(own, article)
        return self.canonical(name if self._of.get(name) else own)

    def is_joined(self, name: str) -> bool:
        """Tell whether people said themselves whom a name means."""
        return len(self.joined(name)) > 1 or mentioned(name)[1] is not None

    def aliases(self, key: str) -> list[str]:
        """Return the names that judgements give an entity, sorted."""
        found = {each.alias for name in self.joined(key) for each in self._on(name)}
        return sorted(alias for alias in found if alias)

    def against(self, one: str, other: str) -> Judgement | None:
        """Return the judgement by which two names may not stand for one entity."""
        found = [e for e in self.between(one, other) if e.verdict == "negative"]
        return min(found, key=lambda each: each.key, default=None)

    def between(self, one: str, other: str) -> list[Judgement]:
        """Return the judgements on what two names stand for, whatever they say."""
        others = set(self.joined(other))
        return [
            each
            for name in self.joined(one)
            for each in self._on(name)
            if _other(each, name) in others
        ]

    def in_the_way(self, judgement: Judgement) -> Judgement | None:
        """Return the judgement that a new one contradicts, None where all agree."""
        former = self.get(judgement)
        if judgement.verdict == "positive":
            return self.against(judgement.target, judgement.source)
        if judgement.verdict == "negative":
            return self._joining(judgement.target, judgement.source)
        return former if former and former.verdict != "unsure" else None

    def contradictions(self) -> Iterator[Judgement]:
        """Yield the judgements that two are not one, of those judged to be one."""
        for each in self:
            if each.verdict == "negative" and each.source in self.joined(each.target):
                yield each

    def _joining(self, one: str, other: str) -> Judgement | None:
        """Return the last made of the judgements that lead from one to the other."""
        came: dict[str, Judgement | None] = {one: None}
        reached = [one]
        for name in reached:
            for each in self._links(name):
                if (beyond := _other(each, name)) not in came:
                    came[beyond] = each
                    reached.append(beyond)
        path = []
        while (link := came.get(other)) is not None:
            path.append(link)
            other = _other(link, other)
        return max(path, key=lambda each: (each.time or "", each.key), default=None)

    def _reach(self, name: str) -> set[str]:
        found, reached = {name}, [name]
        for each in reached:
            new = {_other(link, each) for link in self._links(each)} - found
            found |= new
            reached += sorted(new)
        return found

    def _links(self, name: str) -> Iterator[Judgement]:
        """Yield the judgements that join a name to another one, sorted by key."""
        for each in self._on(name):
            if each.verdict == "positive" and each.alias is None:
                yield each

    def _on(self, name: str) -> list[Judgement]:
        return [self._by_key[key] for key in sorted(self._of.get(name, ()))]

    def _order(self, name: str) -> tuple[bool, bool, bool, str]:
        is_source = any(each.source == name for each in self._links(name))
        is_mention = mentioned(name)[1] is not None
        return type_of(name) is None, is_source, is_mention, name


def _other(judgement: Judgement, name: str) -> str:
    is_target = name == judgement.target
    return judgement.source if is_target else judgement.target

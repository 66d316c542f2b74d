"""Chains of mentions that grow, while one article is resolved, into its entities."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.findings import Candidate, Gender, Number
from kg.records import Article, EntityType, Record


class Judgement(Record, frozen=True, kw_only=True):
    """One mention's link to an entity: how sure (0 to 1), and why."""

    start: int
    end: int
    text: str
    entity: str
    score: float
    reason: str


@dataclass(slots=True, eq=False)
class Chain:
    """What several mentions of an article refer to.

    `key` is stable across articles. `words` are the nouns of its titles and
    appositions, `states` the ids of states it belongs to or serves. A chain that
    `is_entity` is not only competes as an antecedent: "civilians".
    """

    type: EntityType
    key: str
    name: str
    iso3: str | None = None
    gender: Gender | None = None
    number: Number = "singular"
    words: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    is_entity: bool = True

    @property
    def id(self) -> str:
        """The entity's id: type and key."""
        return f"{self.type}:{self.key}"


@dataclass(slots=True)
class Draft:
    """One article's mentions and what they have been linked to so far.

    `candidates` are in text order. `links` holds, for each candidate's index, its
    chains with score and reason.
    """

    article: Article
    candidates: Sequence[Candidate]
    chains: dict[str, Chain] = field(default_factory=dict)
    links: dict[int, list[tuple[Chain, float, str]]] = field(default_factory=dict)
    _starts: list[int] = field(init=False)
    _subjects: dict[int, int] = field(init=False)
    _first_links: dict[str, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._starts = [candidate.start for candidate in self.candidates]
        subjects = [i for i, each in enumerate(self.candidates) if each.is_subject]
        self._subjects = {self.candidates[i].sentence: i for i in reversed(subjects)}

    def chain(self, type_: EntityType, key: str, name: str) -> Chain:
        """Return the chain of that type and key, made when first asked for."""
        chain = Chain(type_, key, name)
        return self.chains.setdefault(chain.id, chain)

    def link(self, index: int, chain: Chain, score: float, reason: str) -> None:
        """Link a mention to a chain, once."""
        links = self.links.setdefault(index, [])
        if all(linked is not chain for linked, _, _ in links):
            links.append((chain, score, reason))
            first = self._first_links.get(chain.id, index)
            self._first_links[chain.id] = min(first, index)

    def is_met(self, chain: Chain, index: int) -> bool:
        """Tell whether a mention before another one is linked to the chain."""
        return self._first_links.get(chain.id, index) < index

    def is_after_subject(self, index: int) -> bool:
        """Tell whether a subject stands before a mention in its sentence."""
        return self._subjects.get(self.candidates[index].sentence, index) < index

    def within(self, start: int, end: int) -> Iterator[int]:
        """Yield the candidates that start inside some offsets, in text order."""
        first = bisect_left(self._starts, start)
        yield from range(first, bisect_left(self._starts, end, first))

    def of(self, index: int) -> Iterator[Chain]:
        """Yield the chains that a mention is linked to."""
        for chain, _, _ in self.links.get(index, ()):
            yield chain

    def nested(self, index: int) -> Iterator[int]:
        """Yield the candidates inside another's offsets."""
        outer = self.candidates[index]
        for inner in range(index + 1, len(self.candidates)):
            candidate = self.candidates[inner]
            if candidate.start >= outer.end:
                return
            if candidate.end <= outer.end:
                yield inner

    def between(self, left: int, right: int) -> str:
        """Return the text between the end of one offset and the start of another."""
        return self.article.text[left:right]

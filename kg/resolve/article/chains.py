"""Chains of mentions that grow, while one article is resolved, into its entities."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.english.pronouns import Gender, Number
from kg.extract.findings import Candidate
from kg.gazetteer.states import State
from kg.records import Article, EntityType, Record, article_key


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
    """All mentions of an article that refer to one thing: "Ada Quill", "she", "Quill".

    `key` is stable across articles. `words` are the nouns of its titles and
    appositions ("president"), `states` the ids of states it belongs to or serves. A
    chain that is no entity (`is_entity` is false: "civilians") stays out of the graph,
    but a pronoun may mean it.
    """

    type: EntityType
    key: str
    name: str
    iso3: str | None = None
    wikidata: str | None = None
    gender: Gender | None = None
    number: Number = "singular"
    words: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    is_entity: bool = True

    @property
    def id(self) -> str:
        """The entity's id: type and key."""
        return f"{self.type}:{self.key}"


class Link(NamedTuple):
    """What a mention is judged to mean: a chain, how sure that is (0 to 1), and why."""

    # Most scores are set by hand and only rank the reasons, from 1.0 for a full name
    # to 0.5 for a name alone; those of pronouns tell the lead over the next likeliest.

    chain: Chain
    score: float
    reason: str


@dataclass(slots=True)
class Linking:
    """The mentions of one article, and the chains they have been linked to so far.

    A mention is known by its index in `candidates`, which are in text order. `links`
    holds, for each mention that is linked, one link, or several where it means several:
    "both men". `chains` holds the chains by their ids, `key` is the article's.
    """

    article: Article
    candidates: Sequence[Candidate]
    chains: dict[str, Chain] = field(default_factory=dict)
    links: dict[int, list[Link]] = field(default_factory=dict)
    # Kept so that no look-up searches a long article: where the mentions start, which
    # have a head, which stand in somebody's words, the first subject of each sentence,
    # and the first mention of each chain.
    key: str = field(init=False)
    _starts: list[int] = field(init=False)
    _heads: dict[int, list[int]] = field(default_factory=dict, init=False)
    _said: dict[int, list[int]] = field(default_factory=dict, init=False)
    _subjects: dict[int, int] = field(init=False)
    _first_links: dict[str, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.key = article_key(self.article.sha256)
        self._starts = [candidate.start for candidate in self.candidates]
        subjects = [i for i, each in enumerate(self.candidates) if each.is_subject]
        self._subjects = {self.candidates[i].sentence: i for i in reversed(subjects)}
        for index, candidate in enumerate(self.candidates):
            self._heads.setdefault(candidate.head, []).append(index)
            for speaker in candidate.said_by:
                self._said.setdefault(speaker, []).append(index)

    def chain(self, type_: EntityType, key: str, name: str) -> Chain:
        """Return the chain of that type and key, made when first asked for."""
        chain = Chain(type_, key, name)
        return self.chains.setdefault(chain.id, chain)

    def link(self, index: int, chain: Chain, score: float, reason: str) -> None:
        """Link a mention to a chain; where it is linked to it already, do nothing."""
        links = self.links.setdefault(index, [])
        if all(link.chain is not chain for link in links):
            links.append(Link(chain, score, reason))
            first = self._first_links.get(chain.id, index)
            self._first_links[chain.id] = min(first, index)

    def is_met(self, chain: Chain, index: int) -> bool:
        """Tell whether a mention before another one is linked to the chain."""
        return self._first_links.get(chain.id, index) < index

    def is_after_subject(self, index: int) -> bool:
        """Tell whether a subject stands before a mention in its sentence."""
        return self._subjects.get(self.candidates[index].sentence, index) < index

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a mention is the first of its sentence."""
        earlier = self.candidates[index - 1] if index else None
        return earlier is None or earlier.sentence != self.candidates[index].sentence

    def with_head(self, head: int) -> Sequence[int]:
        """Return the indexes of the mentions whose head word starts at an offset."""
        return self._heads.get(head, ())

    def in_words_of(self, speaker: int) -> Sequence[int]:
        """Return the indexes of the mentions in what a speaker, told by head, says."""
        return self._said.get(speaker, ())

    def starting_in(self, start: int, end: int) -> range:
        """Return the indexes of the mentions that start inside some offsets."""
        first = bisect_left(self._starts, start)
        return range(first, bisect_left(self._starts, end, first))

    def chains_of(self, index: int) -> Iterator[Chain]:
        """Yield the chains that a mention is linked to, none where it is unresolved."""
        for link in self.links.get(index, ()):
            yield link.chain

    def only_chain_of(self, index: int) -> Chain | None:
        """Return the one chain that a mention is linked to; None for none or several.

        "Lavrov" has one, "both ministers" has two.
        """
        chains = list(self.chains_of(index))
        return chains[0] if len(chains) == 1 else None

    def mentions_inside(self, index: int) -> Iterator[int]:
        """Yield the mentions within another one: "Kenyan" in "the Kenyan president"."""
        outer = self.candidates[index]
        for inner in range(index + 1, len(self.candidates)):
            candidate = self.candidates[inner]
            # Candidates are sorted by their starts: no later one can be inside.
            if candidate.start >= outer.end:
                return
            if candidate.end <= outer.end:
                yield inner

    def text_between(self, left: int, right: int) -> str:
        """Return the article's text from one offset to another."""
        return self.article.text[left:right]


def state_chain(linking: Linking, state: State) -> Chain:
    """Return the chain of a state, made when first asked for."""
    chain = linking.chain("State", state.id, state.name)
    chain.iso3 = state.iso3
    chain.wikidata = state.wikidata
    chain.gender = "neuter"
    chain.states.add(state.id)
    return chain

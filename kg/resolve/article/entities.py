"""Mentions of one article to entities with ids that other articles share."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.extract.findings import Argument, Candidate
from kg.intervals import Intervals
from kg.records import Article, Entity, Mention
from kg.resolve.article.chains import Chain, Draft, Judgement
from kg.resolve.article.descriptions import link_nominal
from kg.resolve.article.genders import learn_genders
from kg.resolve.article.named import link_things
from kg.resolve.article.people import link_people
from kg.resolve.article.pronouns import link_pronoun


def resolve_entities(article: Article, candidates: Iterable[Candidate]) -> "Resolved":
    """Link the mentions of an article to entities.

    Names first, in the whole article; then nominals and pronouns in text order. What
    cannot be told is left out rather than guessed.
    """
    draft = draft_of_names(article, candidates)
    for index in reading_order(draft):
        link_reference(draft, index)
    return Resolved(draft)


def draft_of_names(article: Article, candidates: Iterable[Candidate]) -> Draft:
    """Return a draft of an article whose names are linked, and nothing else."""
    draft = Draft(article, tuple(candidates))
    link_things(draft)
    link_people(draft)
    learn_genders(draft)
    return draft


def reading_order(draft: Draft) -> list[int]:
    """Return the mentions' indexes in text order, those inside others before them."""
    candidates = draft.candidates
    order = range(len(candidates))
    return sorted(order, key=lambda i: (candidates[i].end, -candidates[i].start))


def link_reference(draft: Draft, index: int) -> None:
    """Link a mention that is no name; those before it are linked already."""
    form = draft.candidates[index].form
    if form == "nominal":
        link_nominal(draft, index)
    elif form == "pronoun":
        link_pronoun(draft, index)


class Resolved:
    """The entities of one article, and which phrase means which of them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, in the order of their first mentions."""
        mentions: dict[str, list[Mention]] = {}
        for index in sorted(self._draft.links):
            for chain in self._chains(index):
                mentions.setdefault(chain.id, []).append(self._mention(index))
        return tuple(
            Entity(
                id=id_,
                type=self._draft.chains[id_].type,
                name=self._draft.chains[id_].name,
                iso3=self._draft.chains[id_].iso3,
                mentions=tuple(found),
            )
            for id_, found in mentions.items()
        )

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every link with its score and reason, in text order."""
        return tuple(
            Judgement(
                start=self._draft.candidates[index].start,
                end=self._draft.candidates[index].end,
                text=self._draft.candidates[index].text,
                entity=chain.id,
                score=score,
                reason=reason,
            )
            for index in sorted(self._draft.links)
            for chain, score, reason in self._draft.links[index]
            if chain.is_entity
        )

    def at(self, argument: Argument) -> tuple[str, ...]:
        """Return the entities that a phrase means, none where it is unresolved.

        The mention with the phrase's head counts, or the one around it, or the name in
        apposition to it; a phrase that is no mention itself means nobody.
        """
        for find in (self._by_head, self._around, self._beside):
            ids = [chain.id for i in find(argument) for chain in self._chains(i)]
            if ids:
                return tuple(dict.fromkeys(ids))
        return ()

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Return the entities mentioned inside the offsets, in text order, unique."""
        ids = [
            chain.id
            for index in self._draft.within(start, end)
            if self._draft.candidates[index].end <= end
            for chain in self._chains(index)
        ]
        return tuple(dict.fromkeys(ids))

    def bind_quotation(self, index: int, ids: Sequence[str]) -> None:
        """Say who speaks in a quotation, for its "I" and "we"."""
        speakers = [self._draft.chains[id_] for id_ in ids if id_ in self._draft.chains]
        for position in self._first_persons.get(index, ()):
            number = self._draft.candidates[position].number
            if number == "singular" and len(speakers) > 1:
                continue
            for chain in speakers:
                self._draft.link(position, chain, 0.8, "speaker of the quotation")

    def _chains(self, index: int) -> Iterable[Chain]:
        return (chain for chain in self._draft.of(index) if chain.is_entity)

    def _mention(self, index: int) -> Mention:
        candidate = self._draft.candidates[index]
        return Mention(
            start=candidate.start,
            end=candidate.end,
            text=candidate.text,
            form=candidate.form,
        )

    @cached_property
    def _heads(self) -> dict[int, list[int]]:
        heads: dict[int, list[int]] = {}
        for index, candidate in enumerate(self._draft.candidates):
            heads.setdefault(candidate.head, []).append(index)
        return heads

    @cached_property
    def _first_persons(self) -> dict[int, list[int]]:
        """Return where "I" and "we" stand in each quotation."""
        found: dict[int, list[int]] = {}
        for index, candidate in enumerate(self._draft.candidates):
            is_first = candidate.form == "pronoun" and candidate.person == 1
            if is_first and candidate.quotation is not None:
                found.setdefault(candidate.quotation, []).append(index)
        return found

    @cached_property
    def _apposed(self) -> dict[int, list[int]]:
        """Return the names in apposition by the head of what they stand beside."""
        found: dict[int, list[int]] = {}
        for index, candidate in enumerate(self._draft.candidates):
            if candidate.appositive is not None and candidate.form == "name":
                found.setdefault(candidate.appositive.head, []).append(index)
        return found

    @cached_property
    def _titled(self) -> Intervals:
        """Return where the mentions are, each with its title before it."""
        return Intervals(
            (each.start - len(each.title or "") - 1, each.end)
            for each in self._draft.candidates
        )

    def _by_head(self, argument: Argument) -> list[int]:
        """Return the mention with the phrase's head, the longest that is resolved."""
        found = self._heads.get(argument.head, [])
        return [i for i in found if any(self._chains(i))][:1]

    def _beside(self, argument: Argument) -> list[int]:
        """Return the name in apposition: "another eyewitness, Ada Quill".

        What a colon parts from it, as the label of a turn, is none.
        """
        return [
            index
            for index in self._apposed.get(argument.head, ())
            if ":"
            not in self._draft.between(
                argument.end, self._draft.candidates[index].start
            )
        ][:1]

    def _around(self, argument: Argument) -> list[int]:
        """Return the innermost mention whose name or title holds the head."""
        spans = self._draft.candidates
        covering = [
            index
            for index in self._titled.at(argument.head)
            if spans[index].form != "nominal"
        ]
        return sorted(covering, key=lambda i: spans[i].end - spans[i].start)[:1]

"""Mentions of one article to entities with ids that other articles share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from kg.english.lexicon import words
from kg.english.nouns import HUMAN, classes_of
from kg.extract.findings import Argument, Candidate
from kg.intervals import Intervals
from kg.records import Article, Entity, Mention
from kg.resolve.article.chains import Chain, Judgement, Linking
from kg.resolve.article.described_groups import name_unnamed_chain
from kg.resolve.article.described_things import learn_kinds
from kg.resolve.article.descriptions import link_nominal
from kg.resolve.article.first_persons import link_first_person
from kg.resolve.article.genders import learn_genders
from kg.resolve.article.named import link_other_names
from kg.resolve.article.named_people import link_people
from kg.resolve.article.pronoun_antecedents import link_pronoun
from kg.resolve.organisation_names import is_body_of_state

# What links of pronouns and noun phrases must score where guilt or harm hangs on them.
_LEAST_SURE = {"pronoun": 0.8, "nominal": 0.7}
# Whom "you" may mean in what is said to one.
_SPOKEN_TO = frozenset({"Person", "State"})
_ENVOYS = words("people.envoys")
_VOICES = words("people.voices")
_PAST = words("titles.past")
# Who serves a state, though the word is no office's.
_OFFICIALS = frozenset(
    {
        *("adviser", "aide", "counterpart", "diplomat", "officer", "official"),
        *("politician", "soldier"),
    }
)
# What stands before the place where an envoy is.
_POSTED = re.compile(r"\b(?:to|in|at)(?: the)? $")


def resolve_entities(article: Article, candidates: Iterable[Candidate]) -> "Resolved":
    """Link the mentions of an article to entities.

    `candidates` are its mentions, sorted by their starts, the longer ones first. Names
    first, in the whole article; then nominals and pronouns in text order. What cannot
    be told is left out rather than guessed. "Ada Quill spoke. She left." has one
    entity, ``Person:ada quill``, with two mentions.
    """
    linking = link_names(article, candidates)
    for index in reading_order(linking):
        link_reference(linking, index)
    return Resolved(linking)


def link_names(article: Article, candidates: Iterable[Candidate]) -> Linking:
    """Link the names of an article; what is no name is not linked yet."""
    linking = Linking(article, tuple(candidates))
    link_other_names(linking)
    link_people(linking)
    learn_kinds(linking)
    learn_genders(linking)
    return linking


def reading_order(linking: Linking) -> list[int]:
    """Return the mentions' indexes in text order, those inside others before them.

    In "the Kenyan president", "Kenyan" has to be linked to know which president.
    """
    candidates = linking.candidates
    order = range(len(candidates))
    return sorted(order, key=lambda i: (candidates[i].end, -candidates[i].start))


def link_reference(linking: Linking, index: int) -> None:
    """Link a mention that is no name; those before it are linked already."""
    form = linking.candidates[index].form
    if form == "nominal":
        link_nominal(linking, index)
    elif form == "pronoun" and index not in linking.links:
        for speaker in _pronouns_behind(linking, index):
            link_pronoun(linking, speaker)
        link_pronoun(linking, index)


def _pronouns_behind(linking: Linking, index: int) -> Iterator[int]:
    """Yield the pronoun that speaks a quotation before it, for those in the quotation.

    In '"He should go," he said' the second tells whom the first does not mean.
    """
    quoted = linking.candidates[index]
    for head in quoted.said_by if quoted.quotation is not None else ():
        for other in linking.with_head(head):
            speaker = linking.candidates[other]
            if other > index and speaker.form == "pronoun" and speaker.person == 3:
                yield other


def _may_serve(person: Chain) -> bool:
    """Tell whether nothing told of a person is of private life alone."""
    told = {word: classes_of(word) & HUMAN for word in person.words}
    callings = {word for word, classes in told.items() if classes}
    return not callings or any(
        "office" in told[word] or word in _OFFICIALS for word in callings
    )


class Resolved:
    """The entities of one article, and which phrase means which of them.

    It answers for phrases that the extractors found on their own: "the minister" as
    the source of a statement, given by its offsets.
    """

    def __init__(self, linking: Linking) -> None:
        self._linking = linking
        self._bodies: dict[str, dict[str, None]] = {}

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, in the order of their first mentions."""
        mentions: dict[str, list[Mention]] = {}
        for index in sorted(self._linking.links):
            for chain in self._chains(index):
                mentions.setdefault(chain.id, []).append(self._mention(index))
        return tuple(
            Entity(
                id=id_,
                type=self._linking.chains[id_].type,
                name=self._linking.chains[id_].name,
                iso3=self._linking.chains[id_].iso3,
                wikidata=self._linking.chains[id_].wikidata,
                mentions=tuple(found),
            )
            for id_, found in mentions.items()
        )

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every link with its score and reason, in text order."""
        return tuple(
            Judgement(
                start=self._linking.candidates[index].start,
                end=self._linking.candidates[index].end,
                text=self._linking.candidates[index].text,
                entity=chain.id,
                score=score,
                reason=reason,
            )
            for index in sorted(self._linking.links)
            for chain, score, reason in self._linking.links[index]
            if chain.is_entity
        )

    def surely_at(self, argument: Argument) -> tuple[str, ...]:
        """Return what a phrase means where that is as good as certain.

        Who is accused, arrested or killed is told by a name, or by a pronoun or phrase
        whose link is surer than others have to be.
        """
        doubtful = {
            link.chain.id
            for index in self._linking.with_head(argument.head)
            for link in self._linking.links.get(index, ())
            if link.score < _LEAST_SURE.get(self._linking.candidates[index].form, 0.0)
            # "Gunmen" are the gunmen, whoever they are.
            and link.chain.type != "Group"
        }
        return tuple(id_ for id_ in self.at(argument) if id_ not in doubtful)

    def at(self, argument: Argument) -> tuple[str, ...]:
        """Return the ids of entities that a phrase means, none where it is unresolved.

        The mention with the phrase's head counts, or the one around it, or the name in
        apposition to it; a phrase that is no mention itself means nobody: "talks with
        Ada Quill" is not Ada Quill.
        """
        # The surest first: a phrase's own head before what stands around or beside it.
        for find in (self._by_head, self._around, self._beside):
            ids = [chain.id for i in find(argument) for chain in self._chains(i)]
            if ids:
                return tuple(dict.fromkeys(ids))
        return ()

    def within(
        self, start: int, end: int
    ) -> Iterator[tuple[Candidate, tuple[str, ...]]]:
        """Yield the mentions inside the offsets with their entities, in text order."""
        for index in self._linking.starting_in(start, end):
            candidate = self._linking.candidates[index]
            if candidate.end <= end:
                yield candidate, tuple(chain.id for chain in self._chains(index))

    def is_person(self, id_: str) -> bool:
        """Tell whether an entity is a person."""
        return self._linking.chains[id_].type == "Person"

    def state_served(self, id_: str) -> str | None:
        """Return the id of the one state that a person serves, None for no or many.

        The article has to name the state: an entity has mentions. "The Kenyan chef Ada
        Quill" serves none, whatever else is not told of somebody.
        """
        chain = self._linking.chains[id_]
        states = chain.states if self.is_person(id_) and _may_serve(chain) else ()
        named = [f"State:{key}" for key in states]
        return named[0] if len(named) == 1 and named[0] in self._named else None

    def body_served(self, id_: str) -> str | None:
        """Return the id of the one body that a person speaks for, None for no or many.

        See `learn_office`.
        """
        bodies = list(self._bodies.get(id_, ()))
        return bodies[0] if len(bodies) == 1 else None

    def learn_office(self, holder: Argument, title: str, served: Argument) -> None:
        """Keep which body a person speaks for: "Ada Quill, spokeswoman of Borea".

        The "we" of a state's own body are the state, if anybody.
        """
        words_of_title = set(title.casefold().split())
        if not words_of_title & _VOICES or words_of_title & _PAST:
            return
        bodies = [
            id_
            for id_ in self.at(served)
            if self._linking.chains[id_].type == "Organization"
            and not is_body_of_state(self._linking.chains[id_].name)
        ]
        for id_ in self.at(holder) if bodies else ():
            self._bodies.setdefault(id_, {}).update(dict.fromkeys(bodies))

    def bind_quotation(self, index: int, ids: Sequence[str]) -> None:
        """Say who speaks in a quotation, for its "I" and "we".

        `index` is the quotation's number, `ids` are the speakers' entities. The "I" of
        two speakers stays unresolved.
        """
        self._bind(index, ids, "speaker of the quotation")

    def bind_author(self, ids: Sequence[str]) -> None:
        """Say whose text it is, for "I" and "we" outside quotations.

        `ids` are the authors' entities; the "I" of two stays unresolved. Where there
        is no author, "we" may be who is the subject of its sentence.
        """
        self._bind(None, ids, "author of the text")
        for index in self._first_persons.get(None, ()) if not ids else ():
            if self._linking.candidates[index].number == "plural":
                link_first_person(self._linking, index)

    def bind_hearer(self, index: int, ids: Sequence[str]) -> None:
        """Say who is spoken to in a quotation, for its "you".

        `index` is the quotation's number, `ids` are the addressees' entities. What is
        told to several or to a newspaper is mostly said of anybody: "You never know".
        """
        if len(ids) != 1 or self._linking.chains[ids[0]].type not in _SPOKEN_TO:
            return
        for position in self._second_persons.get(index, ()):
            chain = self._linking.chains[ids[0]]
            self._linking.link(position, chain, 0.7, "hearer of the quotation")

    def _bind(self, quotation: int | None, ids: Sequence[str], reason: str) -> None:
        known = self._linking.chains
        speakers = [known[id_] for id_ in ids if id_ in known]
        for position in self._first_persons.get(quotation, ()):
            # Who speak together say "we"; whose the "I" is, nothing tells.
            is_one = self._linking.candidates[position].number == "singular"
            if is_one and len(speakers) > 1:
                continue
            for chain in speakers:
                self._linking.link(position, chain, 0.8, reason)

    def represented(self, argument: Argument) -> tuple[str, ...]:
        """Return the states whose envoy a phrase is: "the French ambassador".

        What is done to an envoy is done to the state that sent him, not to where he is:
        "the ambassador to Poland". Empty for other people.
        """
        indexes = self._linking.with_head(argument.head)
        if not any(self._linking.candidates[i].lemma in _ENVOYS for i in indexes):
            return ()
        return tuple(
            id_
            for each, ids in self.within(argument.start, argument.end)
            if not _POSTED.search(argument.text[: each.start - argument.start])
            for id_ in ids
            if self._linking.chains[id_].type == "State"
        )

    def name_group(self, argument: Argument) -> None:
        """Make an entity of the people in a phrase who have no name.

        The "gunmen" of two articles are two groups. A phrase that means somebody
        already, and one that means no people, are left alone.
        """
        if self.at(argument):
            return
        for index in self._linking.with_head(argument.head):
            for chain in self._linking.chains_of(index):
                name_unnamed_chain(self._linking, index, chain)

    def _chains(self, index: int) -> Iterable[Chain]:
        return (chain for chain in self._linking.chains_of(index) if chain.is_entity)

    def _mention(self, index: int) -> Mention:
        candidate = self._linking.candidates[index]
        return Mention(
            start=candidate.start,
            end=candidate.end,
            text=candidate.text,
            form=candidate.form,
        )

    @cached_property
    def _named(self) -> frozenset[str]:
        """Return the ids of the entities that the article mentions."""
        links = self._linking.links
        return frozenset(chain.id for index in links for chain in self._chains(index))

    @cached_property
    def _first_persons(self) -> dict[int | None, list[int]]:
        """Return where "I", "we" and their forms stand, in each quotation and none."""
        return self._by_quotation(person=1)

    @cached_property
    def _second_persons(self) -> dict[int | None, list[int]]:
        """Return where "you" and its forms stand, in each quotation and none."""
        return self._by_quotation(person=2)

    def _by_quotation(self, *, person: int) -> dict[int | None, list[int]]:
        found: dict[int | None, list[int]] = {}
        for index, candidate in enumerate(self._linking.candidates):
            if candidate.form == "pronoun" and candidate.person == person:
                found.setdefault(candidate.quotation, []).append(index)
        return found

    @cached_property
    def _apposed(self) -> dict[int, list[int]]:
        """Return the names in apposition by the head of what they stand beside."""
        found: dict[int, list[int]] = {}
        for index, candidate in enumerate(self._linking.candidates):
            if candidate.appositive is not None and candidate.form == "name":
                found.setdefault(candidate.appositive.head, []).append(index)
        return found

    @cached_property
    def _titled(self) -> Intervals:
        """Return where the mentions are, each with its title before it."""
        return Intervals(
            (each.start - len(each.title or "") - 1, each.end)
            for each in self._linking.candidates
        )

    def _by_head(self, argument: Argument) -> list[int]:
        """Return the mention with the phrase's head, the longest that is resolved."""
        # In the candidates' order an outer mention stands before those inside it.
        found = self._linking.with_head(argument.head)
        return [i for i in found if any(self._chains(i))][:1]

    def _beside(self, argument: Argument) -> list[int]:
        """Return the name in apposition: "another eyewitness, Ada Quill".

        In a transcript a colon ends the label of a turn ("QUESTION: Ada Quill says"),
        which the parse takes for an apposition.
        """
        for index in self._apposed.get(argument.head, ()):
            start = self._linking.candidates[index].start
            if ":" not in self._linking.text_between(argument.end, start):
                return [index]
        return []

    def _around(self, argument: Argument) -> list[int]:
        """Return the innermost mention whose name or title holds the head.

        The parse may take a title for the head of its name: "Maj." of "Maj. Quill".
        """
        spans = self._linking.candidates
        covering = [
            index
            for index in self._titled.at(argument.head)
            if spans[index].form != "nominal"
        ]
        return sorted(covering, key=lambda i: spans[i].end - spans[i].start)[:1]

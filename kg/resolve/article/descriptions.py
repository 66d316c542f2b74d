"""Noun phrases to the chains that they describe: "the foreign minister"."""

from collections.abc import Callable, Iterator

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.described_groups import (
    described_group,
    is_worth_an_entity,
    unnamed_chains,
)
from kg.resolve.article.described_organisations import (
    described_organisation,
    state_of_the_government,
)
from kg.resolve.article.described_people import described_person
from kg.resolve.article.described_states import described_direction, described_states
from kg.resolve.article.described_things import described_thing

_ARMED = frozenset({"army", "force", "forces", "soldier", "troop", "troops"})
_DIRECTIONS = frozenset({"West", "North", "South"})
# How many mentions away an apposition may stand: others may be inside of either part.
_NEARBY = 6
_READERS: dict[str, Callable[[Linking, int], Iterator[Link]]] = {
    "GROUP": described_group,
    "ORG": described_organisation,
    "PERSON": described_person,
    "STATE": described_states,
    "THING": described_thing,
}
# The types of chains that a noun of a label may mean.
_TYPES = {
    "GROUP": frozenset({"Group", "Organization"}),
    "ORG": frozenset({"Organization"}),
    "PERSON": frozenset({"Person"}),
    "STATE": frozenset({"State"}),
}


def link_nominal(linking: Linking, index: int) -> None:
    """Link a noun phrase to what it describes, else to a group of its own.

    By apposition first ("the chairman, Ada Quill"), then by its kind: persons by their
    titles, states and bodies by what the text speaks of. A phrase that nothing tells
    is linked to a chain that is no entity, so that a pronoun after it may mean it
    instead of somebody further back.
    """
    for link in _described(linking, index):
        linking.link(index, *link)
    if index in linking.links or linking.candidates[index].label == "THING":
        return
    if is_worth_an_entity(linking, index):
        for chain in unnamed_chains(linking, index):
            linking.link(index, chain, 0.7, "described group")
    else:
        unresolved = _unresolved_chain(linking.candidates[index])
        linking.link(index, unresolved, 0.0, "unresolved")


def _described(linking: Linking, index: int) -> Iterator[Link]:
    candidate = linking.candidates[index]
    named = _named_in_apposition(linking, index)
    read = _READERS.get(candidate.label or "")
    if named is not None:
        yield named
    # A direction in capitals names somebody, whatever kind of noun it is taken for.
    elif candidate.text in _DIRECTIONS:
        yield from described_direction(linking, index)
    elif _is_of_the_government(candidate):
        yield from state_of_the_government(linking, index)
    elif read is not None:
        yield from read(linking, index)


def _is_of_the_government(candidate: Candidate) -> bool:
    """Tell "government forces", which stand for their state, from its officials.

    Who speaks or is spoken to is a group of people.
    """
    is_source = candidate.speaks or candidate.hears
    is_armed = candidate.lemma in _ARMED and not is_source
    return is_armed and candidate.modifiers == ("government",)


def _unresolved_chain(candidate: Candidate) -> Chain:
    """Return a chain that only competes for pronouns; its key is the offset."""
    chain = Chain("Other", f"{candidate.start}", candidate.text, is_entity=False)
    chain.number = candidate.number or "singular"
    chain.gender = candidate.gender
    if candidate.label == "PERSON":
        chain.type = "Person"
    return chain


def _named_in_apposition(linking: Linking, index: int) -> Link | None:
    """Return whom a name beside a phrase says that it means: "the chairman, Ada Quill".

    The name has to be of the phrase's kind: in "the capital, Nairobi" a noun for a
    person would not mean the city.
    """
    candidate = linking.candidates[index]
    first, last = index - _NEARBY, index + _NEARBY
    for other in range(max(first, 0), min(last + 1, len(linking.candidates))):
        named = linking.candidates[other]
        is_beside = _are_in_apposition(candidate, named)
        if not is_beside and not _goes_on_with_name(candidate, named):
            continue
        for chain in linking.chains_of(other):
            if _agrees(candidate, chain):
                # "Quill, the carmaker": no other noun than "company" takes it up.
                if chain.type == "Organization":
                    chain.words.add(candidate.lemma)
                return Link(chain, 0.95, "apposition")
    return None


def _are_in_apposition(phrase: Candidate, named: Candidate) -> bool:
    """Tell whether the parse has a phrase beside a name, whichever comes first."""
    if named.form != "name":
        return False
    has_name = phrase.appositive and phrase.appositive.head == named.head
    has_phrase = named.appositive and named.appositive.head == phrase.head
    return bool(has_name or has_phrase)


def _goes_on_with_name(phrase: Candidate, named: Candidate) -> bool:
    """Tell whether a noun and its article run into a name: "the builder Ada Quill".

    The parse may have both beside another noun: "her son, the builder Bo Quill".
    """
    is_alike = phrase.label == named.label and named.label in {"ORG", "PERSON"}
    is_one = is_alike and phrase.number == "singular"
    is_next = named.form == "name" and named.start == phrase.end + 1
    return is_one and is_next and not phrase.is_subject and named.title is None


def _agrees(candidate: Candidate, chain: Chain) -> bool:
    """Tell whether a phrase and a chain agree in number and kind."""
    if candidate.number == "plural" and chain.number == "singular":
        return False
    return chain.type in _TYPES.get(candidate.label or "", frozenset())

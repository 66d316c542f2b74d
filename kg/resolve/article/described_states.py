"""Which states a text means by "the country", "both nations", "the North"."""

import re
from collections.abc import Container, Iterator, Sequence

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.records import EntityType, MentionForm
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.noun_phrases import (
    is_definite,
    names_its_owner,
    opening_words,
    states_of,
)
from kg.resolve.article.salience import (
    before,
    chains_before,
    coordination,
    distance,
    stand_out,
)
from kg.resolve.article.scopes import state_spoken_of

_COUNTS = {"two": 2, "both": 2, "neither": 2, "three": 3, "four": 4}
_SENTENCES = 3
_SENTENCES_OF_PAIR = 12
# "The state" may be one of several in a country, or a state of emergency.
_COUNTRIES = frozenset({"country", "nation"})
_STATE: frozenset[EntityType] = frozenset({"State"})
# Who may face each other: "Kenya and the rebels met. Both sides ...".
_SIDES: frozenset[EntityType] = frozenset({"State", "Organization", "Group"})
# What follows "the countries" and says itself which they are.
_SAID_WHICH = re.compile(r"\s(?:of|in|that|which|who|where|with|between|to)\b")
_LONGEST_LINK = len(" between ")
# What a mention adds to its state's weight, less for each sentence between. "Kenyan"
# before a noun says less than "Kenya" that the text is about the state.
_WEIGHTS: dict[MentionForm, float] = {
    "name": 0.6,
    "metonym": 0.6,
    "demonym": 0.3,
    "nominal": 0.3,
    "pronoun": 0.3,
}
_SUBJECT = 0.5
_DECAY = 0.6
# A person who is a subject speaks for a state, but less than its own name does.
_SHARE_OF_PERSON = 0.5


def described_direction(linking: Linking, index: int) -> Iterator[Link]:
    """Yield what "the West", "the North" and "the South" mean in this article.

    The West is a group of its own. "The North" is North Korea where that is the only
    state of the article whose name begins with "North"; else it means nothing.
    """
    word = linking.candidates[index].text
    if word == "West":
        yield Link(linking.chain("Group", "west", "the West"), 0.9, "name")
        return
    named = [c for c in linking.chains.values() if c.name.startswith(f"{word} ")]
    states = [chain for chain in named if chain.type == "State"]
    if len(states) == 1:
        yield Link(states[0], 0.8, "short for the only such state here")


def described_states(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the states that the text speaks of where a phrase stands for them.

    "Kenya met Ghana. The two countries ..." yields both, as "the countries" and "both
    sides" do; "the country" yields the one that stands out, "the largest country" and
    "countries" yield none.
    """
    count = _number_of_states(linking, index)
    if count == 1 and not _takes_up_one_state(linking, index):
        return
    is_side = linking.candidates[index].lemma == "side"
    left_out = set(_who_speaks_of(linking, index)) if count > 1 else set()
    ranked = _prominent(linking, index, _SIDES if is_side else _STATE, left_out)
    pair = _pair_before(linking, index) if count == _COUNTS["both"] else []
    if pair:
        for chain in pair:
            yield Link(chain, 0.65, "pair spoken of before")
    elif stand_out([weight for weight, _ in ranked], count):
        for _, chain in ranked[:count]:
            yield Link(chain, 0.65, "state the text speaks of")
    elif not ranked and (known := _state_in_all(linking, index)) is not None:
        yield Link(known, 0.6, "state the text speaks of")


def _state_in_all(linking: Linking, index: int) -> Chain | None:
    """Return the state that the article is of, for "the country" far from its name."""
    candidate = linking.candidates[index]
    is_one = candidate.lemma in _COUNTRIES and candidate.number == "singular"
    return state_spoken_of(linking) if is_one else None


def _pair_before(linking: Linking, index: int) -> list[Chain]:
    """Return the two states that a phrase such as "both countries" meant before.

    Talks of two go on: "Both countries agreed. Kenya briefed the council. The two sides
    ..." Another pair that the text names since then is spoken of instead.
    """
    named: set[Chain] = set()
    for other in before(linking, index, _SENTENCES_OF_PAIR):
        there = linking.candidates[other]
        chains = list(linking.chains_of(other))
        if there.label == "STATE" and _are_two(chains):
            return chains if named <= set(chains) else []
        listed = [x for i in coordination(linking, other) for x in linking.chains_of(i)]
        if _are_two(listed):
            named.update(listed)
    return []


def _are_two(chains: Sequence[Chain]) -> bool:
    """Tell whether chains are a pair of states, or of a state and an alliance."""
    return len(set(chains)) == _COUNTS["both"] and all(
        chain.type in {"Organization", "State"} for chain in chains
    )


def _who_speaks_of(linking: Linking, index: int) -> Iterator[int]:
    """Yield the mentions that only tell who speaks of the two: "the UN envoy in Mali".

    Who speaks or is spoken to may be one of them: "Kenya told Ghana that both sides".
    """
    here = linking.candidates[index]
    for other in before(linking, index, 0) if here.said_by else ():
        there = linking.candidates[other]
        is_outside = not set(here.said_by) <= set(there.said_by)
        if is_outside and not (there.speaks or there.hears):
            yield other


def prominent_states(
    linking: Linking, index: int, sentences: int = _SENTENCES
) -> list[tuple[float, Chain]]:
    """Return the states that the text speaks of before a mention, with their weights.

    The most prominent one comes first. A state gains by being named and by being a
    subject; so it does where a person that serves it is one.
    """
    return _prominent(linking, index, _STATE, sentences=sentences)


def _prominent(
    linking: Linking,
    index: int,
    types: frozenset[EntityType],
    left_out: Container[int] = (),
    *,
    sentences: int = _SENTENCES,
) -> list[tuple[float, Chain]]:
    here = linking.candidates[index]
    weights: dict[str, float] = {}
    for other, chain in chains_before(linking, index, sentences):
        if other in left_out:
            continue
        candidate = linking.candidates[other]
        weight = _WEIGHTS[candidate.form] + (_SUBJECT if candidate.is_subject else 0.0)
        weight *= _DECAY ** distance(here, candidate)
        for id_, share in _meant(chain, candidate, types):
            weights[id_] = weights.get(id_, 0.0) + share * weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    # A person may serve a state that the article itself never names.
    return [
        (weight, linking.chains[id_]) for id_, weight in ranked if id_ in linking.chains
    ]


def _meant(
    chain: Chain, candidate: Candidate, types: frozenset[EntityType]
) -> Iterator[tuple[str, float]]:
    """Yield the ids that a mention brings to mind, with the share of its weight."""
    if chain.type in types and chain.is_entity:
        yield chain.id, 1.0
    elif chain.type == "Person" and candidate.is_subject:
        for state in sorted(chain.states):
            yield f"State:{state}", _SHARE_OF_PERSON


def _number_of_states(linking: Linking, index: int) -> int:
    """Return how many states a phrase counts: 2 for "both nations", else 1.

    "The countries" alone are two, where no more are spoken of; "the countries of
    Africa" and "countries" are not counted.
    """
    candidate = linking.candidates[index]
    counted = (_COUNTS[w] for w in opening_words(candidate) if w in _COUNTS)
    is_plural = candidate.number == "plural" and not candidate.modifiers
    after = linking.article.text[candidate.end : candidate.end + _LONGEST_LINK]
    is_told = _SAID_WHICH.match(after) or candidate.text.lower().startswith("those ")
    is_pair = is_plural and not is_told and is_definite(linking, index)
    return next(counted, 2 if is_pair else 1)


def _takes_up_one_state(linking: Linking, index: int) -> bool:
    """Tell whether a phrase means a state met before: "the country", "this nation".

    "A country" and "countries" mean none, and "the largest country" is told from
    others by what the text says of it.
    """
    candidate = linking.candidates[index]
    if candidate.number == "plural" or not is_definite(linking, index):
        return False
    # "Kenya's neighbouring country" and "the Kenyan state of Lamu" are told by names.
    if states_of(linking, index) or names_its_owner(linking, index):
        return False
    return not words("function_words.superlatives") & set(candidate.modifiers)

"""Which person a text means by "the foreign minister", "the man", "the nominee"."""

import re
from collections.abc import Callable, Iterator

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.folding import person_key
from kg.gazetteer.leaders import leader_with_title
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.noun_phrases import PLAIN_PERSONS, is_definite, states_of
from kg.resolve.article.salience import before, chains_before

_INDEFINITE = ("a ", "an ")
_AGED = re.compile(r"the \d+-year-old\b", re.IGNORECASE)
# A title is remembered through a long article; a bare "the man" is not.
_SENTENCES_OF_TITLE = 60
_SENTENCES_OF_MAN = 1
_PAST = words("titles.past") | words("titles.coming")
_RUNNERS = words("people.runners")


def described_person(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the person that a singular phrase means, where one can be told.

    In this order: whoever has that title in the text ("the foreign minister"), who held
    the office on the article's day ("the Kenyan president"), who is named right
    afterwards, and the last subject for an age ("the 34-year-old"). "A minister" yields
    nobody.
    """
    if not _means_one_known_person(linking, index):
        return
    for find in _FINDERS:
        link = find(linking, index)
        if link is not None:
            yield link
            return


def _means_one_known_person(linking: Linking, index: int) -> bool:
    if linking.candidates[index].text.casefold().startswith(_INDEFINITE):
        return False
    # Headlines and lists drop the article: "Kenyan president visits Ghana".
    return is_definite(linking, index) or bool(states_of(linking, index))


def _with_title(linking: Linking, index: int) -> Link | None:
    """Return the nearest person before whose title or apposition has the noun."""
    for other, chain in chains_before(linking, index, _SENTENCES_OF_TITLE):
        if chain.type == "Person" and chain.is_entity:
            link = _link_to_person_before(linking, index, other, chain)
            if link is not None:
                return link
    return None


def _link_to_person_before(
    linking: Linking, index: int, other: int, chain: Chain
) -> Link | None:
    """Return the link to a person mentioned before whom the noun may mean."""
    candidate = linking.candidates[index]
    if candidate.lemma in PLAIN_PERSONS:
        back = candidate.sentence - linking.candidates[other].sentence
        is_meant = back <= _SENTENCES_OF_MAN and chain.gender == candidate.gender
        return Link(chain, 0.6, "gender") if is_meant else None
    if candidate.lemma in _RUNNERS:
        is_meant = _is_running(candidate, chain)
        return Link(chain, 0.7, "candidacy") if is_meant else None
    return _link_by_title(candidate, chain, states_of(linking, index))


def _link_by_title(candidate: Candidate, chain: Chain, states: set[str]) -> Link | None:
    """Return the link where a person has the title and, if both tell one, the state.

    "The Kenyan president" fits Kenya's president, a president of no told state, but
    not Ghana's.
    """
    wanted = {candidate.lemma, *_title_modifiers(candidate)}
    if not wanted <= chain.words:
        return None
    is_same_state = bool(states & chain.states)
    if states and chain.states and not is_same_state:
        return None
    return Link(chain, 0.8 if is_same_state else 0.7, "title")


def _title_modifiers(candidate: Candidate) -> list[str]:
    """Return the words before a noun that are part of a title: "foreign" minister."""
    return [word for word in candidate.modifiers if word in words("titles.modifiers")]


def _is_running(candidate: Candidate, chain: Chain) -> bool:
    """Tell whether a person's title fits "the Republican nominee", word for word.

    Without such a word, "the nominee" is anybody's.
    """
    wanted, told = (
        {"republican" if word == "gop" else word for word in each}
        for each in (candidate.modifiers, chain.words)
    )
    return bool(wanted) and wanted <= told and bool(told & _RUNNERS)


def _in_office(linking: Linking, index: int) -> Link | None:
    """Return who held the office in the phrase's state when the article appeared."""
    candidate = linking.candidates[index]
    states = states_of(linking, index)
    # Of "the former Kenyan president" there are many.
    if len(states) != 1 or _PAST & set(candidate.modifiers):
        return None
    title = " ".join([*_title_modifiers(candidate), candidate.lemma])
    leader = leader_with_title(states.pop(), title, linking.article.published)
    if leader is None:
        return None
    chain = linking.chain("Person", person_key(leader.name), leader.name)
    # From here on, "the president" alone means the same person.
    chain.states.add(leader.state)
    chain.words.update(title.split())
    return Link(chain, 0.8, f"in office: {leader.title} of {leader.state}")


def _named_right_afterwards(linking: Linking, index: int) -> Link | None:
    """Return the person of the same state whom the text names right afterwards.

    "Pyongyang's foreign minister said ... North Korea's Choe Son Hui is ..."
    """
    last_sentence = linking.candidates[index].sentence + 1
    states = states_of(linking, index)
    for other in range(index + 1, len(linking.candidates)):
        later = linking.candidates[other]
        if later.sentence > last_sentence:
            return None
        # A title of its own says that the person is somebody else.
        if later.form != "name" or later.title:
            continue
        for chain in linking.chains_of(other):
            if _is_of_states(chain, states) and not linking.is_met(chain, index):
                return Link(chain, 0.6, "named right afterwards")
    return None


def _is_of_states(chain: Chain, states: set[str]) -> bool:
    """Tell whether a chain is a person who belongs to or serves one of some states."""
    return chain.type == "Person" and bool(states & chain.states)


def _last_subject_of_age(linking: Linking, index: int) -> Link | None:
    """Return the last subject for a phrase that tells an age: "the 34-year-old lawyer".

    News give a person's age in the sentence after the one that names the person as its
    subject. A subject of the other gender ends the search.
    """
    candidate = linking.candidates[index]
    if not _AGED.match(candidate.text):
        return None
    for other in before(linking, index, 1):
        chain = linking.only_chain_of(other)
        if chain is None or not linking.candidates[other].is_subject:
            continue
        if chain.type == "Person" and chain.is_entity:
            is_other = {chain.gender, candidate.gender} == {"feminine", "masculine"}
            return None if is_other else Link(chain, 0.6, "age")
    return None


# The surest first: the first that finds somebody ends the search.
_FINDERS: tuple[Callable[[Linking, int], Link | None], ...] = (
    _with_title,
    _in_office,
    _named_right_afterwards,
    _last_subject_of_age,
)

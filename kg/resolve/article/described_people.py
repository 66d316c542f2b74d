"""Which person a text means by "the foreign minister", "the man", "the nominee"."""

import re
from collections.abc import Callable, Iterator

from kg.annotate.names.titles import is_address
from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.folding import person_key
from kg.gazetteer.leaders import leader_by_name, leader_with_title
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.clients import accused, client
from kg.resolve.article.counterparts import is_counterpart
from kg.resolve.article.nationals import (
    nation_of,
    national_by_calling,
    person_of_nation,
)
from kg.resolve.article.noun_phrases import (
    PLAIN_PERSONS,
    is_definite,
    is_told_of_another,
    names_its_owner,
    states_of,
)
from kg.resolve.article.salience import before, chains_before
from kg.resolve.article.scopes import state_spoken_of
from kg.resolve.article.speaking_on import is_after_speaker, who_spoke_last

_INDEFINITE = ("a ", "an ")
_AGED = re.compile(r"the \d+-year-old\b", re.IGNORECASE)
# A title is remembered through a long article; a bare "the man" is not.
_SENTENCES_OF_TITLE = 60
_SENTENCES_OF_MAN = 1
# How soon a text names whom it describes first: by the same title, and by none.
_SENTENCES_TO_TITLE = 3
_SENTENCES_TO_NAME = 1
_SENTENCES_AFTER_OPENING = 5
# What follows a phrase that tells somebody apart from those named before.
_TOLD_APART = re.compile(r" (?:who|whose|in (?:that|another|the other))\b")
_TOLD_ANEW = re.compile(r", an? \w")
_ONE_VERB = re.compile(r"\s+(?:\w+\s+){1,2}")
_COPULAS = frozenset(
    {"am", "are", "be", "became", "become", "becomes", "been", "being", "is"}
    | {"remain", "remained", "remains", "stayed", "stays", "was", "were", "as"}
)
_PAST = words("titles.past") | words("titles.coming")
_EX = "ex-"
_DEPUTIES = frozenset({"assistant", "deputy", "vice"})
_ONE_OF_SEVERAL = words("people.one_of_several")
_RUNNERS = words("people.runners")
_ENVOYS = words("people.envoys") | {"delegate", "representative"}


def described_person(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the person that a singular phrase means, where one can be told.

    In this order: whoever has that title in the text ("the foreign minister"), who held
    the office on the article's day ("the Kenyan president"), who is named right
    afterwards, and the last subject for an age ("the 34-year-old"). "The Kenyan" is a
    person of that state. "A minister" yields nobody, but where a text opens with what
    he says and names him then.
    """
    nation = nation_of(linking.candidates[index])
    if nation is not None:
        yield from person_of_nation(linking, index, nation)
    elif _means_one_known_person(linking, index):
        yield from _first_found(linking, index)
    elif _opens_story(linking, index):
        yield from _named_after_opening(linking, index)


def _first_found(linking: Linking, index: int) -> Iterator[Link]:
    for find in _FINDERS:
        link = find(linking, index)
        if link is not None:
            yield link
            return


def _means_one_known_person(linking: Linking, index: int) -> bool:
    candidate = linking.candidates[index]
    is_another = candidate.lemma in _ONE_OF_SEVERAL
    if is_another or candidate.text.casefold().startswith(_INDEFINITE):
        return False
    if _TOLD_APART.match(linking.article.text, candidate.end):
        return False
    # Headlines and lists drop the article: "Kenyan president visits Ghana".
    return is_definite(linking, index) or bool(states_of(linking, index))


def _with_title(linking: Linking, index: int) -> Link | None:
    """Return the nearest person before whose title or apposition has the noun."""
    subjects = _subjects_of_object(linking, index)
    is_plain = linking.candidates[index].lemma in PLAIN_PERSONS
    if is_plain and is_told_of_another(linking, index):
        return None
    for other, chain in chains_before(linking, index, _SENTENCES_OF_TITLE):
        if chain.type == "Person" and chain.is_entity and chain.id not in subjects:
            link = _link_to_person_before(linking, index, other, chain)
            if link is not None:
                return None if _is_foreign_to_speaker(linking, index, chain) else link
    return None


def _subjects_of_object(linking: Linking, index: int) -> set[str]:
    """Return the ids of whom a verb right before a phrase has for its subject.

    In "Quill met the president" the president is not Quill.
    """
    phrase = linking.candidates[index]
    for other in before(linking, index, 0):
        subject = linking.candidates[other]
        if subject.is_subject:
            gap = linking.text_between(subject.end, phrase.start)
            # "Quill was named the president" is of one.
            is_verb = _ONE_VERB.fullmatch(gap) is not None
            is_other = is_verb and _COPULAS.isdisjoint(gap.casefold().split())
            chains = linking.chains_of(other) if is_other else ()
            return {chain.id for chain in chains}
    return set()


def _is_foreign_to_speaker(linking: Linking, index: int, chain: Chain) -> bool:
    """Whether a phrase in somebody's own words would mean another state's officer.

    "The president said so," said the envoy: his own president, unless he is told to be
    of the state whose president the text named before. Who is told to be of none
    speaks of the one that the text does.
    """
    candidate = linking.candidates[index]
    if candidate.quotation is None or not chain.states or states_of(linking, index):
        return False
    speakers = (
        speaker
        for head in candidate.said_by
        for other in linking.with_head(head)
        for speaker in linking.chains_of(other)
    )
    told = [each.states for each in speakers if each.states]
    # In no mouth, and to nobody, are words put by a guess.
    is_guess = not told and (candidate.speaks or candidate.hears)
    is_foreign = bool(told) and not any(states & chain.states for states in told)
    return is_guess or is_foreign


def _link_to_person_before(
    linking: Linking, index: int, other: int, chain: Chain
) -> Link | None:
    """Return the link to a person mentioned before whom the noun may mean."""
    candidate = linking.candidates[index]
    if candidate.lemma in PLAIN_PERSONS:
        back = candidate.sentence - linking.candidates[other].sentence
        is_near = back <= _SENTENCES_OF_MAN and chain.gender == candidate.gender
        # "The man, a baker," is told of for the first time.
        is_meant = is_near and not _TOLD_ANEW.match(linking.article.text, candidate.end)
        return Link(chain, 0.6, "gender") if is_meant else None
    if candidate.lemma in _RUNNERS:
        is_meant = _is_running(candidate, chain)
        return Link(chain, 0.7, "candidacy") if is_meant else None
    states = states_of(linking, index)
    office = {candidate.lemma, *_title_modifiers(candidate)}
    if states & chain.states and is_counterpart(linking, chain, office):
        return Link(chain, 0.7, "counterpart")
    return _link_by_title(candidate, chain, states)


def _link_by_title(candidate: Candidate, chain: Chain, states: set[str]) -> Link | None:
    """Return the link where a person has the title and, if both tell one, the state.

    "The Kenyan president" fits Kenya's president, a president of no told state, but
    not Ghana's, and no vice president.
    """
    noun = candidate.lemma.removeprefix(_EX)
    wanted = {noun, *_title_modifiers(candidate)}
    if noun != candidate.lemma and _PAST.isdisjoint(chain.words):
        return None
    if not wanted <= chain.words or (_DEPUTIES & chain.words) - wanted:
        return None
    if not _may_be_of(chain, states):
        return None
    is_told = bool(states & chain.states)
    # Wherever one state has an envoy, others have theirs: "Kenya's representative".
    if states and not is_told and candidate.lemma in _ENVOYS:
        return None
    return Link(chain, 0.8 if is_told else 0.7, "title")


def _may_be_of(chain: Chain, states: set[str]) -> bool:
    """Tell whether a person may serve one of some states, as far as the text tells."""
    return not (states and chain.states) or bool(states & chain.states)


def _title_modifiers(candidate: Candidate) -> list[str]:
    """Return the words before a noun that are part of a title: "foreign" minister."""
    return [word for word in candidate.modifiers if word in words("titles.modifiers")]


def _title_of(candidate: Candidate) -> str:
    """Return the title in a phrase, folded: "foreign minister"."""
    return " ".join([*_title_modifiers(candidate), candidate.lemma])


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
    title = _title_of(candidate)
    leader = leader_with_title(states.pop(), title, linking.article.published)
    if leader is None:
        return None
    chain = linking.chain("Person", person_key(leader.name), leader.name)
    # From here on, "the president" alone means the same person.
    chain.states.add(leader.state)
    chain.words.update(title.split())
    return Link(chain, 0.8, f"in office: {leader.title} of {leader.state}")


def _named_in_office(linking: Linking, index: int) -> Link | None:
    """Return the one whom the article names that holds an office of no told state.

    "The prime minister has resigned ... Ada Quill said": by the gazetteer, where the
    article speaks of no other state. Who speaks does not call himself by his name.
    """
    candidate, day = linking.candidates[index], linking.article.published
    is_told = any(True for _ in linking.mentions_inside(index)) or (
        linking.article.text.startswith((" of ", " for ", " at "), candidate.end)
    )
    if is_told or candidate.quotation is not None or _PAST & set(candidate.modifiers):
        return None
    title = _title_of(candidate)
    own = linking.in_words_of(candidate.head)
    barred = {chain.id for other in own for chain in linking.chains_of(other)}
    found = []
    for chain in linking.chains.values():
        is_person = chain.type == "Person" and chain.id not in barred
        named = leader_by_name(chain.key) if is_person else None
        leader = leader_with_title(named.state, title, day) if named else None
        if leader is not None and person_key(leader.name) == chain.key:
            found.append((chain, leader))
    if len(found) != 1 or not found[0][0].is_entity:
        return None
    [(chain, leader)] = found
    spoken_of = state_spoken_of(linking)
    if spoken_of is not None and spoken_of.key != leader.state:
        return None
    return Link(chain, 0.7, f"in office: {leader.title} of {leader.state}")


def _named_right_afterwards(linking: Linking, index: int) -> Link | None:
    """Return the person whom the text names for the first time right afterwards.

    "Pyongyang's foreign minister said ... Minister Choe Son Hui told ...": the title or
    the state tells that it is the same, and so does a name that opens the next
    sentence. A title of another kind tells that it is not.
    """
    last_sentence = linking.candidates[index].sentence + _SENTENCES_TO_TITLE
    for other in range(index + 1, len(linking.candidates)):
        later = linking.candidates[other]
        if later.sentence > last_sentence:
            return None
        if later.form != "name" or later.end <= linking.candidates[index].end:
            continue
        for chain in linking.chains_of(other):
            is_new = chain.type == "Person" and not linking.is_met(chain, index)
            if is_new and _fits_name(linking, index, other, chain):
                return Link(chain, 0.6, "named right afterwards")
    return None


def _opens_story(linking: Linking, index: int) -> bool:
    """Tell whether a text names nobody before "a judge" who says something."""
    candidate = linking.candidates[index]
    is_new = candidate.text.casefold().startswith(_INDEFINITE)
    earlier = chains_before(linking, index, candidate.sentence)
    return (
        is_new
        and candidate.speaks
        and candidate.number == "singular"
        and not any(chain.type == "Person" and chain.is_entity for _, chain in earlier)
    )


def _named_after_opening(linking: Linking, index: int) -> Iterator[Link]:
    """Yield who has the noun for a title and speaks, named first soon after it.

    "A judge ruled ... Judge Ada Quill said": a story's first sentence often leaves the
    name to the second.
    """
    candidate = linking.candidates[index]
    last_sentence = candidate.sentence + _SENTENCES_AFTER_OPENING
    for other in range(index + 1, len(linking.candidates)):
        later = linking.candidates[other]
        if later.sentence > last_sentence:
            return
        if later.form != "name" or not later.speaks:
            continue
        for chain in linking.chains_of(other):
            is_judge = chain.type == "Person" and candidate.lemma in chain.words
            if is_judge and _may_be_of(chain, states_of(linking, index)):
                yield Link(chain, 0.6, "named after the opening")
                return


def _fits_name(linking: Linking, index: int, other: int, chain: Chain) -> bool:
    """Tell whether a name may be that of a phrase before it."""
    candidate, later = linking.candidates[index], linking.candidates[other]
    states = states_of(linking, index)
    if not _may_be_of(chain, states):
        return False
    if later.title and not is_address(later.title):
        title = set(later.title.casefold().split())
        own = {candidate.lemma, *_own_words(candidate)}
        # "Togo's defence minister ... Minister Quill": the field was told.
        is_short = title == {candidate.lemma} and bool(states)
        return candidate.speaks and (own <= title or is_short)
    if later.sentence > candidate.sentence + _SENTENCES_TO_NAME:
        return False
    is_opening = linking.opens_sentence(other) and candidate.speaks
    # Where somebody named speaks already, the phrase is rather one more of him.
    is_opening = is_opening and not is_after_speaker(linking, index)
    return _is_of_states(chain, states) or (
        is_opening and names_its_owner(linking, index)
    )


def _own_words(candidate: Candidate) -> set[str]:
    """Return what an office is for, if the phrase says so: "foreign" minister."""
    return set(_title_modifiers(candidate)) - _PAST


def _is_of_states(chain: Chain, states: set[str]) -> bool:
    """Tell whether a chain is a person who belongs to or serves one of some states."""
    return chain.type == "Person" and bool(states & chain.states)


def _last_subject_of_age(linking: Linking, index: int) -> Link | None:
    """Return the last subject for a phrase that tells an age: "the 34-year-old lawyer".

    News give a person's age in the sentence after the one that names the person as its
    subject. A subject of the other gender ends the search.
    """
    candidate = linking.candidates[index]
    if not _AGED.match(candidate.text) or _are_several_persons(linking, index):
        return None
    for other in before(linking, index, 1):
        chain = linking.only_chain_of(other)
        if chain is None or not linking.candidates[other].is_subject:
            continue
        if chain.type == "Person" and chain.is_entity:
            is_other = {chain.gender, candidate.gender} == {"feminine", "masculine"}
            return None if is_other else Link(chain, 0.6, "age")
    return None


def _are_several_persons(linking: Linking, index: int) -> bool:
    """Tell whether "the 22-year-old", with no noun, may be one of two persons."""
    near = chains_before(linking, index, 1)
    found = {chain.id for _, chain in near if chain.type == "Person"}
    return linking.candidates[index].lemma == "old" and len(found) > 1


# The surest first: the first that finds somebody ends the search.
_FINDERS: tuple[Callable[[Linking, int], Link | None], ...] = (
    _with_title,
    _in_office,
    _named_in_office,
    _named_right_afterwards,
    _last_subject_of_age,
    accused,
    client,
    who_spoke_last,
    national_by_calling,
)

"""Names of persons to chains: full names first, then what refers back to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from kg.annotate.names.titles import is_address
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, classes_of, is_office_noun
from kg.english.pronouns import Gender
from kg.extract.findings import Candidate
from kg.folding import (
    name_key,
    person_key,
)
from kg.gazetteer.given_names import gender_of_given_name, is_given_name
from kg.gazetteer.leaders import (
    Leader,
    leader_by_name,
    leader_by_surname,
    was_in_office,
)
from kg.resolve.article.beside_names import (
    age_told,
    is_kin_of_another,
    learn_from_title,
    learn_state_before,
    tells_whose_kin,
)
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.full_names import (
    SURE,
    FullNames,
    Match,
    full_names,
    fuller_names,
    told_apart,
)
from kg.resolve.article.name_keys import keys_of_people, name_told
from kg.resolve.article.scopes import key_in_article
from kg.resolve.person_names import (
    family_name,
    in_mixed_case,
    in_usual_order,
    is_family_first,
    match,
)

# Family names of Slavic and Georgian women and men: "Ivanova", "Ivanov".
_FEMININE_ENDING = re.compile(r".{3,}(?:ova|eva|skaya|ienko?va)")
_MASCULINE_ENDING = re.compile(r".{3,}(?:[oe]v|sky|ovich|evich|shvili)")
# What closes a word of a title: "Ada Quill's visit", "Ada Quill: no".
_AFTER_NAME = re.compile(r"(?:['’]s?)?[,:;.]?$")
_FORMS_OF_ADDRESS = words("titles.forms_of_address") | {"dr"}
_OF_LEADERS = words("titles.of_leaders")
_HIGHEST = {
    "minister": frozenset({"chief", "first", "prime"}),
    "secretary": frozenset({"general"}),
}
_SHORT_FORM = 0.8
# A given name and two family names.
_LEAST_OF_FAMILIES = 3
_AGES = {"younger": "young", "elder": "old", "older": "old"}


class _NamedPeople(NamedTuple):
    """The article's names of persons: the folded name of each mention of one.

    `full` are the names that are no shorter form of another, `apart` those of them
    whom a middle initial or a father's name parts, `fuller` gives those in
    full that have a given name in short, `states` the ids of the
    states that the article names, `titled` the names with an office before them,
    `addressed` those with a form of address ("Dr."), `described` those
    with a noun for people before them ("nurse Reed"), `genders` what titles tell.
    """

    keys: dict[int, str]
    full: "FullNames"
    apart: frozenset[str]
    fuller: Mapping[str, str]
    states: frozenset[str]
    titled: frozenset[str]
    addressed: frozenset[str]
    described: frozenset[str]
    genders: frozenset[tuple[str, Gender]]


def link_people(linking: Linking) -> None:
    """Link the names of persons.

    A name is linked to the same name, else to the fullest name that it may be a short
    form of, the nearest before it first; else to a leader in office when the article
    was published; else it stands for itself. "Ada Quill ... Quill" are one person.
    """
    keys = keys_of_people(linking)
    kin = set(_kin(linking, keys))
    names = full_names(keys, kin)
    people = _NamedPeople(
        keys=keys,
        full=FullNames(linking, names, kin),
        apart=told_apart(linking, names),
        fuller=fuller_names(linking, names),
        states=frozenset(c.key for c in linking.chains.values() if c.type == "State"),
        titled=frozenset(
            key for index, key in keys.items() if _has_office(linking.candidates[index])
        ),
        addressed=frozenset(
            key
            for index, key in keys.items()
            if is_address(linking.candidates[index].title or "")
        ),
        described=frozenset(
            key for index, key in keys.items() if _is_described(linking, index)
        ),
        genders=frozenset(
            (key, candidate.gender)
            for index, key in keys.items()
            if (candidate := linking.candidates[index]).title and candidate.gender
        ),
    )
    for index in keys:
        link = _person_meant(linking, index, people)
        linking.link(index, *link)
        learn_from_title(linking, index, link.chain)
        learn_state_before(linking, index, link.chain)


def _kin(linking: Linking, keys: Mapping[int, str]) -> Iterator[str]:
    """Yield the names of those whom a text names as kin of who it is about."""
    for index, key in keys.items():
        named = linking.candidates[index]
        if is_kin_of_another(named):
            yield key
        if named.appositive:
            inside = linking.starting_in(named.appositive.start, named.appositive.end)
            for other in inside:
                if other in keys and tells_whose_kin(named, linking.candidates[other]):
                    yield keys[other]


def _person_meant(linking: Linking, index: int, people: _NamedPeople) -> Link:
    candidate, key = linking.candidates[index], people.keys[index]
    if key in people.fuller:
        chain = _chain_of_full_name(linking, key, people)
        return Link(chain, _SHORT_FORM, "a short form of the given name")
    if key in people.full.places:
        return Link(_chain_of_full_name(linking, key, people), 1.0, "full name")
    found = [
        match
        for match in people.full.matches(candidate, index, key)
        if not _is_kin_of_bearer(linking, match.name, key, people)
        and not _is_below(linking, candidate, leader_by_name(match.name))
    ]
    matches = _without_spouses(linking, candidate, found, people)
    best = max(_of_told_age(linking, candidate, matches), default=None)
    if best is not None:
        if best.has_same_title:
            people.full.call_by_title(key, index, best.name)
        chain = _chain_of_full_name(linking, best.name, people)
        return Link(chain, best.score, best.reason)
    full = _full_name_in_title(linking, key, candidate)
    leader = _leader_of_surname(linking, key, people)
    leader = None if _is_below(linking, candidate, leader) else leader
    if full is not None and (
        leader is None or not match(person_key(full), person_key(leader.name))[0]
    ):
        chain = _named_chain(linking, person_key(full), full)
        return Link(chain, SURE, "family name, in full in the title")
    if leader is not None:
        chain = _named_chain(linking, person_key(leader.name), leader.name)
        reason = f"in office: {leader.title or 'leader'} of {leader.state}"
        return Link(chain, 0.8, reason)
    if " " not in key and key not in people.titled:
        return Link(_chain_of_this_article(linking, index, key), 0.5, "name alone")
    return Link(_chain_named_here(linking, index, key), 0.5, "name alone")


def _chain_of_full_name(linking: Linking, key: str, people: _NamedPeople) -> Chain:
    name = people.fuller.get(key, key)
    first = people.full.places[name][0]
    if name in people.apart:
        return _named_chain(linking, name, name_told(linking.candidates[first]))
    short = _up_to_family_in_use(linking, name, people)
    if short is not None:
        return _named_chain(linking, short, name_told(linking.candidates[first]))
    return _chain_named_here(linking, first, name)


def _up_to_family_in_use(
    linking: Linking, name: str, people: _NamedPeople
) -> str | None:
    """Return a name without its second family name, where the first is in use.

    "lucia robles" of "lucia robles paz", where the article goes on with "Robles" and
    not with "Paz": so other articles may call her in full. A leader's name is known.
    """
    parts = name.split()
    alone = {key for key in people.keys.values() if " " not in key}
    if len(parts) != _LEAST_OF_FAMILIES or is_given_name(parts[1]):
        return None
    families = {family_name(other) for other in people.full.places}
    is_used = parts[1] in alone - families and parts[2] not in alone
    if not is_used or is_family_first(parts) or leader_by_name(name) is not None:
        return None
    leader = leader_by_surname(parts[1], linking.article.published, people.states)
    return " ".join(parts[:2]) if leader is None else None


def _full_name_in_title(linking: Linking, family: str, named: Candidate) -> str | None:
    """Return the one full name of a family that the article's title gives.

    The text itself may begin with what the title says: "MINISTER QUILL: Welcome."
    """
    told = [_AFTER_NAME.sub("", x) for x in (linking.article.title or "").split()]
    told = [word for word in told if len(word) > 1]
    found = {
        " ".join(told[_start_of_given_names(told, at) : at + 1])
        for at, word in enumerate(told)
        if word[0].isalpha() and person_key(word) == family
    }
    found = {name for name in found if " " in name}
    full = found.pop() if len(found) == 1 else None
    if full is None or named.gender is None:
        return full
    return full if named.gender == gender_of_given_name(full.split()[0]) else None


def _start_of_given_names(told: Sequence[str], family: int) -> int:
    given = takewhile(is_given_name, reversed(told[:family]))
    return family - sum(1 for _ in given)


def _is_kin_of_bearer(
    linking: Linking, name: str, key: str, people: _NamedPeople
) -> bool:
    """Tell whether a full name is that of kin of whom the text called so before.

    "Miss Quill was late. Her sister, Ada Quill, was not": two Quills.
    """
    first = people.full.places[name][0]
    return any(
        other == key for index, other in people.keys.items() if index < first
    ) and is_kin_of_another(linking.candidates[first])


def _without_spouses(
    linking: Linking, short: Candidate, matches: list[Match], people: _NamedPeople
) -> list[Match]:
    """Leave out who has the family name from a spouse alone, where no title tells.

    "Bo Quill and his wife Ada spoke. Mrs Quill left. Quill stayed": Bo stayed.
    """
    if short.title or len(matches) < 2:
        return matches
    own = [
        match
        for match in matches
        if any(
            " " in linking.candidates[place].text
            for place in people.full.places[match.name]
        )
    ]
    return own or matches


def _of_told_age(
    linking: Linking, short: Candidate, matches: list[Match]
) -> list[Match]:
    """Return those whom "the younger Quill" or "the elder Quill" may mean.

    The elder is who is called Sr., or somebody's father or mother, the younger Jr., or
    a son or daughter; where no word tells, it is nobody.
    """
    before = linking.text_between(max(short.start - 10, 0), short.start).split()
    age = _AGES.get(before[-1].casefold()) if before else None
    if age is None or len(matches) < 2:
        return matches
    ages = {match.name: age_told(linking, match.name) for match in matches}
    known = {found for found in ages.values() if found}
    if len(known) == 1 and None in ages.values():
        other = "young" if known == {"old"} else "old"
        ages = {name: found or other for name, found in ages.items()}
    return [match for match in matches if ages[match.name] == age]


def _leader_of_surname(
    linking: Linking, key: str, people: _NamedPeople
) -> Leader | None:
    """Return the leader whom an article means that never gives the full name.

    "Dr. Modi" of an article that does not name India is another, as is "Ms. Putin", or
    "a teacher named Merkel".
    """
    if len(key.split()) > 1:
        return None
    leader = leader_by_surname(key, linking.article.published, people.states)
    if leader is None:
        return None
    given = gender_of_given_name(leader.name.split()[0])
    told = {gender for name, gender in people.genders if name == key}
    is_abroad = key in people.addressed and leader.state not in people.states
    is_other = given is not None and bool(told) and given not in told
    is_nobody = leader.state not in people.states and key in people.described
    return None if is_abroad or is_other or is_nobody else leader


def _is_below(linking: Linking, short: Candidate, leader: Leader | None) -> bool:
    """Tell whether a short name has an office that no leader in office has.

    "Ambassador Kim" is not Kim Jong Un, nor is "Foreign Minister Kim".
    """
    told = name_key(short.title or "").split()
    is_named_shortly = " " not in short.text and bool(told) and _has_office(short)
    if leader is None or not is_named_shortly or not _was_in_office(linking, leader):
        return False
    offices = [word for word in told if is_office_noun(word)]
    if not offices or not _OF_LEADERS.isdisjoint(offices):
        return False
    return _HIGHEST.get(offices[-1], frozenset()).isdisjoint(told)


def _chain_named_here(linking: Linking, index: int, key: str) -> Chain:
    """Return the chain of whom a mention names; the key may hold a rank."""
    candidate = linking.candidates[index]
    text = name_told(candidate)
    own = person_key(text)
    if key.endswith(f" {own}"):
        return _named_chain(linking, key, f"{candidate.title} {text}")
    if key.startswith(f"{own} ") and " " not in text:
        return _named_chain(
            linking, key, f"{text} {_family_beside(linking, index, key)}"
        )
    return _named_chain(linking, own, text)


def _family_beside(linking: Linking, index: int, key: str) -> str:
    """Return the family name of a key as the next or last person has it in full.

    "Ada and Eve Quill", "Bo Quill and his wife Ada".
    """
    family = family_name(key)
    for each in (
        *linking.candidates[index + 1 :],
        *linking.candidates[index - 1 :: -1],
    ):
        full = in_usual_order(each.text)
        is_full = each.label == "PERSON" and each.form == "name" and " " in full
        if is_full and family_name(person_key(full)) == family:
            return full.removeprefix(full.split()[0]).strip()
    return family.title()


def _chain_of_this_article(linking: Linking, index: int, key: str) -> Chain:
    """Return the chain of a name of one word, which others in other articles bear.

    An office before it ("President Quill") makes it known enough to be looked for
    there.
    """
    text = in_mixed_case(name_told(linking.candidates[index]))
    chain = linking.chain("Person", key_in_article(linking, key), text)
    chain.gender = chain.gender or _gender_of(text, key)
    return chain


def _is_described(linking: Linking, index: int) -> bool:
    """Tell whether a name is given as that of somebody: "nurse Reed", "named Reed"."""
    start = linking.candidates[index].start
    before = linking.text_between(max(start - 30, 0), start).split()
    if before[-1:] in (["named"], ["called"]):
        before.pop()
    return bool(before) and bool(classes_of(before[-1]) & (HUMAN - {"office"}))


def _has_office(candidate: Candidate) -> bool:
    """Tell whether an office stands before a name: "Minister Quill", not "Mr. Reed"."""
    told = name_key(candidate.title or "").split()
    return not _FORMS_OF_ADDRESS.issuperset(told)


def _named_chain(linking: Linking, key: str, text: str) -> Chain:
    """Return the chain of a full name; leaders have one spelling everywhere."""
    leader = leader_by_name(key)
    if leader is not None:
        key = person_key(leader.name)
    chain = linking.chain("Person", key, in_mixed_case(text))
    chain.gender = chain.gender or _gender_of(leader.name if leader else text, key)
    if leader is not None and _was_in_office(linking, leader):
        chain.states.add(leader.state)
    return chain


def _was_in_office(linking: Linking, leader: Leader) -> bool:
    """Tell whether a leader was in office when the article was published."""
    day = linking.article.published
    return day is not None and was_in_office(leader.name, day)


def _gender_of(text: str, key: str) -> Gender | None:
    """Return the gender that a given name tells, else a family name's ending."""
    given = gender_of_given_name(text.split()[0])
    if given is not None:
        return given
    family = family_name(key)
    if _FEMININE_ENDING.fullmatch(family):
        return "feminine"
    return "masculine" if _MASCULINE_ENDING.fullmatch(family) else None

"""Groups that a phrase describes: people met before, and groups without a name."""

import re
from collections.abc import Iterator

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.folding import name_key
from kg.gazetteer.states import is_of_continent
from kg.records import EntityType
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.noun_phrases import (
    PLAIN_PERSONS,
    is_definite,
    named_organisations,
    named_states,
    names_its_owner,
    opening_words,
    states_of,
)
from kg.resolve.article.salience import before, chains_before, coordination
from kg.resolve.article.scopes import key_in_article, key_of_group
from kg.resolve.organisation_names import (
    is_body_of_state,
    leading_state,
    organisation_key,
)
from kg.resolve.person_names import family_name

# How far back "both men" are looked for, and "the senators" or "the troops".
_SENTENCES_OF_PAIR = 3
_SENTENCES = 5
_SENTENCES_OF_TITLE = 60
# What a noun phrase opens with that is no part of what it names.
_OPENINGS = "|".join(
    sorted(
        words("function_words.opening_determiners")
        | words("function_words.group_openings")
    )
)
_OPENING = re.compile(rf"^(?:(?:{_OPENINGS}|[\d.,]+)\s+)+", re.IGNORECASE)
_COORDINATED = re.compile(r"(\S+(?: \S+)?) and (\S+(?: \S+)?) (\S+)")
_COMPANIES = words("bodies.companies") | {"club", "firm", "group", "side"}
_RELATIONAL = words("people.relational")
_PERSONS = words("people.common") | PLAIN_PERSONS
# Phrases so wide that no two articles mean the same people by them.
_ANYBODY = frozenset({"people", "others", "man", "men", "women"})


def described_group(linking: Linking, index: int) -> Iterator[Link]:
    """Yield whom a definite plural takes up: "both men", "the senators", "the troops".

    Two persons for "both men"; else persons named together of whom one has the title;
    else a group met before under the same noun. "Troops" and "the Kenyan troops" take
    up nobody: the first are any, the second are described anew.
    """
    candidate = linking.candidates[index]
    if states_of(linking, index) or not is_definite(linking, index):
        return
    if _counts_two(candidate):
        # A count tells whom a title of two means, however far back they are named.
        titled = _persons_with_title(linking, index, _SENTENCES_OF_TITLE)
        if len(titled) == 2:
            yield from titled
            return
    if _counts_two(candidate) and candidate.lemma in _PERSONS:
        yield from _two_before(linking, index, "Person")
        return
    found = _persons_with_title(linking, index, _SENTENCES)
    yield from found or _group_of_noun(linking, index)


def _counts_two(candidate: Candidate) -> bool:
    """Tell whether a phrase means two: "both men", "the two leaders"."""
    return not {"two", "both"}.isdisjoint(opening_words(candidate))


def described_bodies(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the two bodies that a definite plural takes up: "the two companies"."""
    is_anybody = states_of(linking, index) or not is_definite(linking, index)
    if not _counts_two(linking.candidates[index]) or is_anybody:
        return
    pair = list(_two_before(linking, index, "Organization"))
    yield from pair or _two_named_alone(linking, index)


def _two_named_alone(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the two bodies that alone a sentence names: "Acme will buy Bexley"."""
    here = linking.candidates[index]
    found = {
        chain.id: chain
        for other, chain in chains_before(linking, index, 1)
        if chain.type == "Organization" and linking.candidates[other].form == "name"
    }
    if here.lemma in _COMPANIES and len(found) == 2:
        for chain in reversed(found.values()):
            yield Link(chain, 0.65, "the two before")


def _two_before(linking: Linking, index: int, type_: EntityType) -> Iterator[Link]:
    """Yield the two that "both men", "the two leaders", "the two companies" mean.

    Of a pair ("Ada Quill and Bob Reed") both count, of any other list the first one;
    bodies count only as a pair, since many more of them are named beside it.
    """
    found: dict[str, Chain] = {}
    for other in before(linking, index, _SENTENCES_OF_PAIR):
        members = _named_together(linking, other, type_)
        first = members[:1] if type_ == "Person" else []
        for chain in members if len(members) == 2 else first:
            if chain.is_entity:
                found.setdefault(chain.id, chain)
        if len(found) >= 2:
            break
    if len(found) == 2:
        for chain in found.values():
            yield Link(chain, 0.65, "the two before")


def _persons_with_title(linking: Linking, index: int, sentences: int) -> list[Link]:
    """Return persons named together, of whom one has the title: "the senators".

    A title in the plural stands before the first of them alone: "Senators Ada Quill
    and Bob Reed".
    """
    lemma = linking.candidates[index].lemma
    for other in before(linking, index, sentences):
        people = _named_together(linking, other, "Person")
        if len(people) > 1 and any(lemma in chain.words for chain in people):
            return [Link(chain, 0.65, "their title") for chain in people]
    return []


def _named_together(linking: Linking, last: int, type_: EntityType) -> list[Chain]:
    """Return those of a type in a list that a mention closes: "Ada and Bob"."""
    return [
        chain
        for member in coordination(linking, last)
        for chain in linking.chains_of(member)
        if chain.type == type_
    ]


def _group_of_noun(linking: Linking, index: int) -> list[Link]:
    """Return the group before that has the noun: "the troops" for "Kenyan troops".

    "The foreign troops" are told apart from other troops and mean none before.
    """
    candidate = linking.candidates[index]
    if candidate.modifiers:
        return []
    for _, chain in chains_before(linking, index, _SENTENCES):
        is_group = chain.type in {"Group", "Organization"} and chain.is_entity
        if is_group and candidate.lemma in chain.words:
            return [Link(chain, 0.65, "same noun")]
    return []


def is_worth_an_entity(linking: Linking, index: int) -> bool:
    """Tell whether a phrase that takes up nobody should stand in the graph itself.

    Groups of a state or body do ("North Korean troops", "Pentagon officials"), others
    where they speak or are spoken to ("experts", "reporters"). "A man", "civilians"
    and "people" do not.
    """
    candidate = linking.candidates[index]
    if _says_too_little(candidate):
        return False
    if candidate.number == "singular" and not names_its_owner(linking, index):
        speaks_alone = _is_police_who_speak(candidate) or _is_named_body(candidate)
        return _is_audience(candidate) or speaks_alone
    if candidate.speaks or candidate.hears:
        return True
    # "Kenya's ally" or "a Kenyan minister" who does nothing may be anyone.
    if candidate.label == "PERSON" or candidate.lemma in _RELATIONAL:
        return False
    return bool(named_states(linking, index) | named_organisations(linking, index))


def _says_too_little(candidate: Candidate) -> bool:
    is_of_people = candidate.label in {"GROUP", "ORG", "PERSON"}
    is_plain = candidate.lemma in PLAIN_PERSONS
    return not is_of_people or is_plain or candidate.text.casefold() in _ANYBODY


def _is_audience(candidate: Candidate) -> bool:
    """Tell whether a group is one that somebody speaks to: "told a crowd"."""
    return candidate.label == "GROUP" and candidate.hears


def _is_police_who_speak(candidate: Candidate) -> bool:
    # "Police said" is a source of its own kind in news, and the noun has no plural.
    return candidate.lemma == "police" and candidate.speaks


def _is_named_body(candidate: Candidate) -> bool:
    """Tell whether a body speaks whose name the name model missed: "the Borea bank"."""
    before_head = candidate.text.split()[1:-1]
    has_name = any(word[:1].isupper() for word in before_head)
    return candidate.label == "ORG" and candidate.speaks and has_name


def unnamed_chains(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield the chains of a group that the text describes instead of naming.

    Two articles' "U.S. officials" and "American officials" have one id, made from the
    state and the words; "officials" and "experts" are those of their article alone.
    "Western and South Korean officials" are two groups.
    """
    candidate = linking.candidates[index]
    name = _name_of_campaign(linking, index)
    is_campaign = name is not None
    name = name or _description(linking, candidate)
    type_ = _type_of_group(candidate)
    for part in _groups_named(name, candidate):
        if is_campaign:
            key = name_key(part)
        elif type_ == "Organization":
            key = _key_of_body(linking, index, part)
        else:
            key = key_of_group(linking, index, _key_of_group(part))
        chain = linking.chain(type_, key, part)
        chain.number = candidate.number or "plural"
        chain.gender = "neuter"
        chain.words.add(candidate.lemma)
        chain.states.update(states_of(linking, index))
        yield chain


def name_unnamed_chain(linking: Linking, index: int, chain: Chain) -> None:
    """Turn the chain of a phrase that names nobody into a group of its article.

    "Gunmen" are others in the next article, and "a gunman" is another one at the next
    place; "police in Leeds" are the same everywhere. All that is linked to the chain
    means the group from then on.
    """
    candidate = linking.candidates[index]
    if chain.is_entity or candidate.label not in {"GROUP", "ORG", "PERSON"}:
        return
    name = _description(linking, candidate)
    place = candidate.start if candidate.number == "singular" else "all"
    chain.type = _type_of_group(candidate)
    if chain.type == "Group":
        chain.key = key_of_group(linking, index, _key_of_group(name), place)
    else:
        chain.key = key_in_article(linking, name_key(name), place)
    chain.name, chain.is_entity = name, True
    linking.chains.setdefault(chain.id, chain)


def _description(linking: Linking, candidate: Candidate) -> str:
    """Return a phrase without its article; one in capitals as it is written elsewhere.

    "SENIOR STATE DEPARTMENT OFFICIAL:" opens a turn of whom the article introduces as
    "a senior State Department official".
    """
    name = _OPENING.sub("", " ".join(candidate.text.split()), count=1)
    if not name.isupper() or " " not in name:
        return name
    article = linking.article
    told = re.finditer(
        re.escape(name), f"{article.text}\n{article.title}", re.IGNORECASE
    )
    return next((each[0] for each in told if not each[0].isupper()), name.lower())


def _type_of_group(candidate: Candidate) -> EntityType:
    is_body = candidate.label == "ORG" and candidate.number == "singular"
    return "Organization" if is_body else "Group"


def _name_of_campaign(linking: Linking, index: int) -> str | None:
    """Return what to call a candidate's campaign, however the text names them.

    "Hillary Clinton's campaign" and "the Clinton camp" are the "Clinton campaign".
    """
    if linking.candidates[index].lemma not in words("people.campaigns"):
        return None
    owner = next(linking.mentions_inside(index), None)
    if owner is None:
        return None
    return f"{family_name(linking.candidates[owner].text)} campaign"


def _groups_named(name: str, candidate: Candidate) -> list[str]:
    """Return the groups that share a noun: "Kenyan and Ghanaian officials" are two."""
    match = _COORDINATED.fullmatch(name)
    # An "and" that does not stand among the words before the noun joins whole groups:
    # "troops and the foreign police".
    if match is None or "and" not in candidate.modifiers:
        return [name]
    return [f"{match[1]} {match[3]}", f"{match[2]} {match[3]}"]


def _key_of_body(linking: Linking, index: int, name: str) -> str:
    """Return the key of a body: of its state, by the name that it has, or unnamed."""
    key = organisation_key(name)
    is_of_state = named_states(linking, index) and is_body_of_state(name)
    if is_of_state or named_organisations(linking, index):
        return key
    is_named = _is_named_body(linking.candidates[index])
    return key if is_named else key_in_article(linking, key)


def _key_of_group(name: str) -> str:
    """Fold a phrase, with the state's name for its demonym, capital or possessive.

    "American officials", "Washington's officials" and "U.S. officials" give "united
    states officials".
    """
    parts = name.replace("’s", "").replace("'s", "").split()
    key: list[str] = []
    while parts:
        state, length = leading_state(parts)
        if key and is_of_continent(key[-1], parts[0]):
            state = None
        key.append(name_key(state.name if state else parts[0]))
        del parts[:length]
    return " ".join(key)

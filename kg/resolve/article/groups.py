"""Groups and bodies that have no name: "U.S. officials", "regional police"."""

import re
from collections.abc import Iterator

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.folding import name_key
from kg.gazetteer.states import find_state
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.person_names import family_name

# What a noun phrase opens with that is no part of what it names.
_OPENINGS = "|".join(
    sorted(
        words("function_words.opening_determiners")
        | words("function_words.group_openings")
    )
)
_OPENING = re.compile(rf"^(?:(?:{_OPENINGS}|[\d.,]+)\s+)+", re.IGNORECASE)
_COORDINATED = re.compile(r"(\S+(?: \S+)?) and (\S+(?: \S+)?) (\S+)")


def unnamed_chains(draft: Draft, index: int) -> Iterator[Chain]:
    """Yield the chains of a group that the text describes instead of naming.

    Two articles' "U.S. officials" and "American officials" have one id, made from the
    state and the words. "Western and South Korean officials" are two groups.
    """
    candidate = draft.candidates[index]
    name = _campaign(draft, index)
    name = name or _OPENING.sub("", " ".join(candidate.text.split()), count=1)
    for part in _parts(name, candidate):
        key = _key(part)
        is_body = candidate.label == "ORG" and candidate.number == "singular"
        chain = draft.chain("Organization" if is_body else "Group", key, part)
        chain.number = candidate.number or "plural"
        chain.gender = "neuter"
        chain.words.add(candidate.lemma)
        chain.states.update(states_of(draft, index))
        yield chain


def _campaign(draft: Draft, index: int) -> str | None:
    """Return what to call a candidate's campaign, however the text names them.

    "Hillary Clinton's campaign" and "the Clinton camp" are the "Clinton campaign".
    """
    if draft.candidates[index].lemma not in words("people.campaigns"):
        return None
    owners = [draft.candidates[inner].text for inner in draft.nested(index)]
    return f"{family_name(owners[0])} campaign" if owners else None


def named_states(draft: Draft, index: int) -> set[str]:
    """Return the ids of the states that a noun phrase itself names before its head."""
    head = draft.candidates[index].head
    return {
        chain.key
        for inner in draft.nested(index)
        if draft.candidates[inner].start < head
        and draft.candidates[inner].form in {"name", "demonym", "metonym"}
        for chain in draft.of(inner)
        if chain.type == "State"
    }


def states_of(draft: Draft, index: int) -> set[str]:
    """Return the ids of the states that a noun phrase refers to before its head."""
    head = draft.candidates[index].head
    return {
        chain.key
        for inner in draft.nested(index)
        if draft.candidates[inner].start < head
        for chain in draft.of(inner)
        if chain.type == "State"
    }


def _parts(name: str, candidate: Candidate) -> list[str]:
    match = _COORDINATED.fullmatch(name)
    if match is None or "and" not in candidate.modifiers:
        return [name]
    return [f"{match[1]} {match[3]}", f"{match[2]} {match[3]}"]


def _key(name: str) -> str:
    """Fold a phrase, with the state's name for its demonym, capital or possessive."""
    parts = name.replace("’s", "").replace("'s", "").split()
    key: list[str] = []
    start = 0
    while start < len(parts):
        for end in range(min(start + 4, len(parts)), start, -1):
            found = find_state(" ".join(parts[start:end]))
            if found is not None:
                key.append(name_key(found[0].name))
                start = end
                break
        else:
            key.append(name_key(parts[start]))
            start += 1
    return " ".join(key)

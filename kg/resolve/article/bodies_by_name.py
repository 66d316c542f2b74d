"""Which body a noun means by the name before it: "the Hamas group"."""

import re
from collections.abc import Iterator

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.gazetteer.organisations import organisation_named
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.noun_phrases import states_of
from kg.resolve.organisation_names import is_of_some_state, organisation_key

_MINISTRY = "ministry"
_BEHIND_NAMES = words("bodies.behind_names")
# What may stand between a name and such a noun, and whose groups are parts of them.
_BEFORE_NOUN = re.compile(r" (?:\(\w+\) )?((?:[a-z]+ )?)")
_PARTIES = frozenset({"coalition", "faction", "militia", "movement", "party"})
_OFFICIAL = frozenset({"intergovernmental", "national"})


def body_named_before(linking: Linking, index: int) -> Chain | None:
    """Return the body whose name stands right before a noun that says what it is.

    "The Hamas group", "the AFP news agency", "the National Union (NU) opposition
    party"; not "the UN refugee agency", which is a part of the UN.
    """
    candidate = linking.candidates[index]
    if candidate.number == "plural":
        return None
    for inner in linking.mentions_inside(index):
        name = linking.candidates[inner]
        between = _BEFORE_NOUN.fullmatch(linking.text_between(name.end, candidate.head))
        if name.form != "name" or between is None:
            continue
        is_self = candidate.lemma in _BEHIND_NAMES or between[1] == "news "
        for chain in linking.chains_of(inner):
            known = organisation_named(chain.name)
            is_official = known is not None and known.kind in _OFFICIAL
            is_part = is_official and candidate.lemma not in _PARTIES
            if chain.type == "Organization" and is_self and not is_part:
                return chain
    return None


def ministry_of_its_state(linking: Linking, index: int) -> Iterator[Link]:
    """Yield what "its foreign ministry" is: that of the state which "its" means."""
    candidate = linking.candidates[index]
    words_of_name = words_of(candidate).removeprefix("its ")
    is_its = candidate.text.casefold().startswith("its ")
    is_ministry = candidate.lemma == _MINISTRY
    states = states_of(linking, index)
    is_one = is_its and is_ministry and len(states) == 1
    if is_one and is_of_some_state(words_of_name.title()):
        [state] = states
        name = f"{linking.chains[f'State:{state}'].name}'s {words_of_name}"
        chain = linking.chain("Organization", organisation_key(name), name)
        chain.gender = "neuter"
        chain.words.add(_MINISTRY)
        chain.states.add(state)
        yield Link(chain, 0.7, "body of its state")


def words_of(candidate: Candidate) -> str:
    return " ".join([*candidate.modifiers, candidate.lemma]).casefold()

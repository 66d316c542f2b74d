"""Which body a noun behind a body's name means: "the Hamas group"."""

import re

from kg.english.lexicon import words
from kg.gazetteer.organisations import organisation_named
from kg.resolve.article.chains import Chain, Linking

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

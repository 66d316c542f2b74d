"""Who "we" is outside quotations, in a text that nobody signs."""

from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.salience import before, coordination

# Who says "we" of itself in a text of its own.
_TYPES = frozenset({"Organization", "State"})
# A joint statement says in its first paragraphs whose it is, and goes on for so long.
_OPENING_PARAGRAPHS = 4
_SENTENCES_OF_JOINT = 60


def link_first_person(linking: Linking, index: int) -> None:
    """Link a "we" to the states and bodies that are the subject before it.

    "Kenya and Ghana share concerns, and we seek peace" is said by both; of the sentence
    before only who says something goes on: "Kenya welcomes it. We ...". A person as a
    subject tells nothing: in "Ada Moss knows what we want" it is not she. A statement
    that several make together goes on as theirs, whoever else is a subject since.
    """
    found = _subjects_before(linking, index) or _joint_speakers(linking, index)
    for chain in found:
        linking.link(index, chain, 0.6, "subject of the sentence")


def _subjects_before(linking: Linking, index: int) -> list[Chain]:
    """Return the states and bodies that are the subject before a "we"."""
    here = linking.candidates[index]
    for other in before(linking, index, 1):
        there = linking.candidates[other]
        is_said = there.speaks and there.paragraph == here.paragraph
        if not there.is_subject or not (there.sentence == here.sentence or is_said):
            continue
        # "Russia will not wait for our budget" is said by others than Russia.
        if here.text.casefold() != "we" and not there.speaks:
            return []
        chains = _listed(linking, other)
        return chains if all(map(_may_say_we, chains)) else []
    return []


def _joint_speakers(linking: Linking, index: int) -> list[Chain]:
    """Return the states and bodies that last said something together before a "we"."""
    for other in before(linking, index, _SENTENCES_OF_JOINT):
        there = linking.candidates[other]
        if there.speaks and there.paragraph < _OPENING_PARAGRAPHS:
            chains = _listed(linking, other)
            if len(chains) > 1 and all(map(_may_say_we, chains)):
                return chains
    return []


def _listed(linking: Linking, last: int) -> list[Chain]:
    return [
        chain
        for member in coordination(linking, last)
        for chain in linking.chains_of(member)
    ]


def _may_say_we(chain: Chain) -> bool:
    return chain.is_entity and chain.type in _TYPES

"""Who "we" is outside quotations, in a text that nobody signs."""

from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.salience import before, coordination

# Who says "we" of itself in a text of its own.
_TYPES = frozenset({"Organization", "State"})


def link_first_person(linking: Linking, index: int) -> None:
    """Link a "we" to the states and bodies that are the subject before it.

    "Kenya and Ghana share concerns, and we seek peace" is said by both; of the sentence
    before only who says something goes on: "Kenya welcomes it. We ...". A person as a
    subject tells nothing: in "Ada Moss knows what we want" it is not she.
    """
    here = linking.candidates[index]
    for other in before(linking, index, 1):
        there = linking.candidates[other]
        is_said = there.speaks and there.paragraph == here.paragraph
        if not there.is_subject or not (there.sentence == here.sentence or is_said):
            continue
        chains = [
            chain
            for member in coordination(linking, other)
            for chain in linking.chains_of(member)
        ]
        if chains and all(map(_may_say_we, chains)):
            for chain in chains:
                linking.link(index, chain, 0.6, "subject of the sentence")
        return


def _may_say_we(chain: Chain) -> bool:
    return chain.is_entity and chain.type in _TYPES

"""Which thing a text means by "the ship", "this law", "the storm"."""

from collections.abc import Iterator

from kg.english.nouns import kind_of_thing
from kg.extract.findings import Candidate
from kg.records import EntityType
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.salience import chains_before

_SENTENCES = 30
# Of two ships the text means the nearer one, if the other is so much further back.
_FURTHER = 3
_TYPES: frozenset[EntityType] = frozenset(
    {"Location", "Organization", "Other", "State", "Weapon"}
)
# Of places a text names many, and says of few of which kind they are.
_PLACES: frozenset[EntityType] = frozenset({"Location", "State"})
_SENTENCES_OF_PLACE = 10


def learn_kinds(linking: Linking) -> None:
    """Keep what the words beside the names say that each is: "the tanker Borea"."""
    for index, candidate in enumerate(linking.candidates):
        for chain in linking.chains_of(index):
            chain.words.update(candidate.kinds)


def described_thing(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the thing named before that a phrase takes up by its kind.

    "The tanker Borea sank. The ship ..." yields the Borea; of two ships named side by
    side none is meant, and no storm.
    """
    lemma = linking.candidates[index].lemma
    for is_fit, score in ((_is_called, 0.7), (_is_of_kind, 0.6)):
        found: dict[str, tuple[Candidate, Chain]] = {}
        for other, chain in chains_before(linking, index, _SENTENCES):
            there = linking.candidates[other]
            if _is_in_reach(linking.candidates[index], there, chain) and is_fit(
                chain, lemma
            ):
                found.setdefault(chain.id, (there, chain))
        if found:
            (nearest, chain), *others = found.values()
            last = nearest.sentence - _FURTHER
            if all(there.sentence < last for there, _ in others):
                yield Link(chain, score, "kind of thing")
            return


def _is_in_reach(here: Candidate, there: Candidate, chain: Chain) -> bool:
    """Tell whether a phrase may mean what a mention before it names."""
    is_near = here.sentence - there.sentence <= _SENTENCES_OF_PLACE
    return (
        chain.type in _TYPES
        and chain.is_entity
        and (is_near or chain.type not in _PLACES)
    )


def _is_called(chain: Chain, noun: str) -> bool:
    return noun in chain.words


def _is_of_kind(chain: Chain, noun: str) -> bool:
    kind = kind_of_thing(noun)
    return any(kind_of_thing(word) == kind for word in chain.words)

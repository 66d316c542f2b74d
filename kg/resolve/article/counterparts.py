"""Who has the office of another one in his own state: "his Greek counterpart"."""

from collections.abc import Iterator, Set

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Linking

_COUNTERPART = "counterpart"


def is_counterpart(linking: Linking, chain: Chain, office: Set[str]) -> bool:
    """Tell whether a person is the counterpart of somebody in an office.

    "Foreign Minister Moss met his Greek counterpart, Quill": Quill is so for "foreign"
    and "minister", and not for "prime minister".
    """
    if _COUNTERPART not in chain.words:
        return False
    return any(
        office <= other.words
        for index in linking.links
        if chain in linking.chains_of(index) and _is_told_so(linking.candidates[index])
        for other in _beside(linking, index)
        if other is not chain
    )


def _is_told_so(named: Candidate) -> bool:
    told = (named.title or "", named.appositive.text if named.appositive else "")
    return any(_COUNTERPART in each.casefold().split() for each in told)


def _beside(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield whom the sentence of a mention names before it."""
    for other in range(index - 1, -1, -1):
        if linking.candidates[other].sentence != linking.candidates[index].sentence:
            return
        yield from linking.chains_of(other)

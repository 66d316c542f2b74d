"""What a text speaks of at a place: recent mentions and how prominent they are."""

import re
from collections.abc import Iterator

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Draft

# What stands between coordinated names, titles and nationalities aside.
_AND = re.compile(
    r"\s*(?:,|,? and|,? as well as|&|together with|alongside)\s+(?:the\s+)?"
)
_DECAY = 0.6
_WEIGHTS = {"name": 0.6, "metonym": 0.6, "demonym": 0.3, "nominal": 0.3, "pronoun": 0.3}


def before(draft: Draft, index: int, sentences: int) -> Iterator[int]:
    """Yield linked mentions before another one, the nearest first.

    They go back over a number of sentences; those that hold the other are left out.
    """
    here = draft.candidates[index]
    for other in range(index - 1, -1, -1):
        candidate = draft.candidates[other]
        if _sentences_back(here, candidate) > sentences:
            return
        if candidate.end <= here.start and other in draft.links:
            yield other


def distance(here: Candidate, there: Candidate) -> int:
    """Return how many sentences lie between two mentions; 0 in the same one.

    From a pronoun outside quotation marks, a quotation's sentences do not count.
    """
    if here.sentence == there.sentence:
        return 0
    if there.quotation is None:
        return max(abs(_sentences_back(here, there)), 1)
    return abs(here.sentence - there.sentence)


def _sentences_back(here: Candidate, there: Candidate) -> int:
    is_outside = here.form == "pronoun" and here.quotation is None
    if is_outside and here.outside is not None and there.outside is not None:
        return here.outside - there.outside
    return here.sentence - there.sentence


def coordination(draft: Draft, last: int) -> list[int]:
    """Return the mentions coordinated with one that closes the list, itself included.

    "Lavrov and Choe" gives both from "Choe"; "Russia, China and Iran" all three.
    """
    found = [last]
    start = _start(draft.candidates[last])
    for other in range(last - 1, max(last - 12, -1), -1):
        candidate = draft.candidates[other]
        if candidate.end > start:
            continue
        gap = draft.between(candidate.end, start)
        if not _AND.fullmatch(gap):
            if candidate.form == "demonym" and gap.strip() == "":
                start = candidate.start
                continue
            break
        if other not in draft.links:
            break
        found.append(other)
        start = _start(candidate)
    return (
        list(reversed(found)) if len(found) > 1 and _has_and(draft, found) else [last]
    )


def _has_and(draft: Draft, found: list[int]) -> bool:
    last, before_last = draft.candidates[found[0]], draft.candidates[found[1]]
    gap = draft.between(before_last.end, last.start)
    return re.search(r"\b(?:and|as well as|with|alongside)\b|&", gap) is not None


def _start(candidate: Candidate) -> int:
    """Return where a mention starts with the title before it."""
    return candidate.start - (len(candidate.title) + 1 if candidate.title else 0)


def prominent_states(
    draft: Draft, index: int, sentences: int = 3
) -> list[tuple[float, Chain]]:
    """Return the states that the text speaks of before a mention, with weights.

    The most prominent one comes first.
    """
    here = draft.candidates[index]
    weights: dict[str, float] = {}
    for other in before(draft, index, sentences):
        candidate = draft.candidates[other]
        weight = _WEIGHTS[candidate.form] + (0.5 if candidate.is_subject else 0.0)
        weight *= _DECAY ** distance(here, candidate)
        for chain in draft.of(other):
            if chain.type == "State":
                weights[chain.key] = weights.get(chain.key, 0.0) + weight
            elif chain.type == "Person" and candidate.is_subject:
                for state in sorted(chain.states):
                    weights[state] = weights.get(state, 0.0) + 0.5 * weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    chains = draft.chains
    return [
        (w, chains[f"State:{key}"]) for key, w in ranked if f"State:{key}" in chains
    ]

"""Tell whether two words of a name are one, with a slip or in another spelling."""

from rapidfuzz.distance import DamerauLevenshtein

_LEAST_LETTERS = 5
# Letters of a word for each that two spellings of it may differ by.
_LETTERS_A_SLIP = 4


def is_respelt(one: str, other: str) -> bool:
    """Tell whether two folded words are one: "antony", "anthony".

    Their ends agree, where names of women and men differ; short words a letter apart
    are others.
    """
    least = min(len(one), len(other))
    return (
        ends_of(one) is not None
        and ends_of(one) == ends_of(other)
        and DamerauLevenshtein.distance(one, other) <= least // _LETTERS_A_SLIP
    )


def ends_of(word: str) -> str | None:
    """Return what all spellings of a word share: "a…y"; None of one too short."""
    return f"{word[0]}…{word[-1]}" if len(word) >= _LEAST_LETTERS else None

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
        least >= _LEAST_LETTERS
        and (one[0], one[-1]) == (other[0], other[-1])
        and DamerauLevenshtein.distance(one, other) <= least // _LETTERS_A_SLIP
    )

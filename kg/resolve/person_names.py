"""Compare names of persons: full names, surnames, spellings."""

from kg.gazetteer.family_names import is_east_asian_family_name

# Generations, which stand after the family name: "Ada Quill Jr.".
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def is_family_first(words: list[str]) -> bool:
    """Tell whether a folded full name opens with its family name: "kim jong un"."""
    # Longer names that open alike are others': "Kim" is a given name, too.
    return len(words) in {2, 3} and is_east_asian_family_name(words[0])


def family_name(key: str) -> str:
    """Return the family name of a folded full name: "quill" of "ada quill jr"."""
    words = [word for word in key.split() if word not in _GENERATIONS] or key.split()
    return words[0] if is_family_first(words) else words[-1]


def match(short: str, full: str) -> tuple[float, str]:
    """Return how likely a shorter name means a person with the full name, and why.

    Both are folded by `person_key`; 1.0 says yes, 0.0 no. "quill" means "ada quill",
    "choe" means "choe son hui"; a given name alone is weak evidence, as is the first of
    two family names: "rossello" of "ricardo rossello nevares".
    """
    left, right = short.split(), full.split()
    if left == right:
        return 1.0, "same name"
    if len(left) >= len(right):
        return 0.0, ""
    if len(left) == 1:
        return _match_word(left[0], right)
    if right[-len(left) :] == left:
        return 0.9, "family name"
    # News leave out middle names.
    if left[0] == right[0] and left[-1] == right[-1]:
        return 0.9, "given and family name"
    # Long Spanish and Arabic names lose their last parts.
    if right[: len(left)] == left:
        return 0.9, "first part of the name"
    return 0.0, ""


def _match_word(word: str, full: list[str]) -> tuple[float, str]:
    """Score one word as a family name, or as another part of the full name."""
    if word == family_name(" ".join(full)):
        return 0.9, "family name"
    if word in (full[0], full[-1]):
        return 0.6, "given name"
    # Of two Spanish family names the first is the one in daily use.
    if word in full:
        return 0.6, "one of several names"
    return 0.0, ""

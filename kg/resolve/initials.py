"""Keys of bodies that articles call by initials, which other bodies have, too."""

import re

# Fewer letters are the initials of many bodies.
TELLING_LETTERS = 4
_IN_STATE = re.compile(r" \([A-Z]{3}\)$")


def key_in_state(initials: str, state: str) -> str:
    """Return the key of a body that an article about a state calls by initials alone.

    "abc" and "KEN" give "abc (KEN)": other states have other bodies of these initials.
    More letters are telling enough: "abcd" stays.
    """
    is_few = len(initials) < TELLING_LETTERS
    return f"{initials} ({state})" if is_few else initials


def without_state(id_: str) -> str:
    """Return an id or key as it would be for an article about no state.

    "Organization:abc (KEN)" gives "Organization:abc"; others stay as they are.
    """
    return _IN_STATE.sub("", id_)

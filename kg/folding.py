"""Fold names to one spelling, so that case, accents and dots do not part them."""

import re
import unicodedata

_DROPPED = re.compile(r"[.'’ʼ`]")
_BLANK = re.compile(r"[\s_\-‐-―/]+")


def fold(name: str) -> str:
    """Return a name in lower case without accents, dots and hyphens.

    "U.S." gives "us", "Choe Son-hui" gives "choe son hui", "Erdoğan" gives "erdogan".
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _BLANK.sub(" ", _DROPPED.sub("", bare.casefold())).strip()

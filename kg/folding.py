"""Fold names, so that accents, case and punctuation do not part them."""

import re
import unicodedata

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'"})
_HYPHENS = re.compile(r"[-‐‑–—/]+")
_DROPPED = re.compile(r"[^\w' ]+")
_SPACES = re.compile(r"\s+")
_SPECIAL = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
)

_INITIAL = re.compile(r"[A-Za-z]\.?|(?:[A-Z]\.)+")
_SUFFIXES = frozenset({"jr", "sr", "esq", "phd", "md"})
_ARABIC_ARTICLE = re.compile(r"(?<![\w])(?:[AaEe]l-|(?<=\s)[AaEe]l\s)(?=\w)")
_MUHAMMAD = re.compile(r"m[ou]c?hamm?[ae]d|mehmed")
# One Cyrillic ending has many spellings: Zelensky, Zelenskyy, Zelenskiy, Zelenskij.
_CYRILLIC_Y = re.compile(r"(?<=[a-z]{2})(?:iy|yy|ij|ii|yi|yj)$")
_CYRILLIC_EI = re.compile(r"(?<=[a-z]{2})ei$")
_CYRILLIC_RI = re.compile(r"(?<=[a-z]{2}r)i$")
_TYPED_DROPPED = re.compile(r"[.'’ʼ`]")
_TYPED_BLANK = re.compile(r"[\s_\-‐-―/]+")


def fold(name: str) -> str:
    """Return a name in lower case without accents, dots and hyphens.

    "U.S." gives "us", "Choe Son-hui" gives "choe son hui", "Erdoğan" gives "erdogan".
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _TYPED_BLANK.sub(" ", _TYPED_DROPPED.sub("", bare.casefold())).strip()


def name_key(text: str) -> str:
    """Return a name's key: lower case, no accents, hyphens as blanks, no dots.

    "Kim Jong-un" gives "kim jong un", "São Tomé" "sao tome", "U.S." "us".
    """
    plain = unaccented(text).translate(_QUOTES).casefold()
    plain = _DROPPED.sub("", _HYPHENS.sub(" ", plain)).replace("_", " ")
    words = (word.strip("'") for word in _SPACES.split(plain))
    return " ".join(word for word in words if word)


def unaccented(text: str) -> str:
    """Return the text without accents, other letters untouched."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def is_acronym(text: str) -> bool:
    """Tell whether a name is written as initials: "U.S.", "NATO", "UNHCR"."""
    letters = text.replace(".", "").replace("-", "").replace("/", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and letters.isupper()


def person_key(name: str) -> str:
    """Return a person's name as a key that spelling variants share.

    Initials, "Jr." and the Arabic article fall away, as do the differences between
    common transliterations: "Volodymyr Zelenskyy" and "Volodymyr Zelenskiy" give
    "volodymyr zelensky", "Bashar al-Assad" gives "bashar assad".
    """
    words = _ARABIC_ARTICLE.sub("", name).split()
    full = [word for word in words if not _INITIAL.fullmatch(word.strip(","))]
    kept = full if len(full) > 1 else words
    key = [_fold_word(word) for word in name_key(" ".join(kept)).split()]
    return " ".join(word for word in key if word not in _SUFFIXES) or name_key(name)


def _fold_word(word: str) -> str:
    if _MUHAMMAD.fullmatch(word):
        return "mohammed"
    word = _CYRILLIC_Y.sub("y", word)
    word = _CYRILLIC_EI.sub("ey", word)
    return _CYRILLIC_RI.sub("y", word)

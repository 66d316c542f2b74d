"""Fold names, so that accents, case and punctuation do not part them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kg.spellings import (
    is_patronymic,
    one_spelling,
    transliterated,
    without_arabic_articles,
)

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'"})
_HYPHENS = re.compile(r"[-‐‑–—/]+")
_DROPPED = re.compile(r"[^\w' ]+")
_SPACES = re.compile(r"\s+")
# All marks that combine with a letter are among these.
_MAY_COMBINE = re.compile("[\u0300-\U0010ffff]")
# Letters of their own, of which no decomposition takes an accent off, as English papers
# write them: Wałęsa, Støre, Þórdís, Əliyev (Aliyev).
_SPECIAL = str.maketrans("łŁøØđĐðÐħĦəƏı", "lLoOdDdDhHaAi") | str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"}
)

_INITIAL = re.compile(r"[A-Za-z]\.?|(?:[A-Z]\.)+")
_DEGREES = frozenset({"esq", "phd", "md"})
# Generations, which stand after the family name and part father and son.
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SHORT_GENERATIONS = {"junior": "jr", "senior": "sr"}


def fold(name: str) -> str:
    """Return a name as it is looked up, the same for all spellings that people type.

    A key as `name_key` gives it, without apostrophes, each word in one of its usual
    transliterations: "Lech Wałęsa" gives "lech walesa", "Zaluzhnyi" "zaluzhny",
    "L’Oréal" "loreal".
    """
    return " ".join(map(transliterated, name_key(name).replace("'", "").split()))


def keys_by_word(keys: Iterable[str]) -> dict[str, list[str]]:
    """Return for each word the folded names that have it, in their order.

    ["ada quill", "eve quill"] gives "quill" both of them.
    """
    found: dict[str, list[str]] = {}
    for key in keys:
        for word in dict.fromkeys(key.split()):
            found.setdefault(word, []).append(key)
    return found


def search_keys(names: Iterable[str]) -> list[str]:
    """Return what names are found by, sorted: each folded, and each as its plain key.

    "Zaluzhnyi" gives ["zaluzhny", "zaluzhnyi"]: the second is for the Neo4j Browser,
    where nothing folds what is typed.
    """
    return sorted({key for name in names for key in (fold(name), name_key(name))})


@lru_cache(maxsize=2**15)
def name_key(text: str) -> str:
    """Return a name's key: lower case, no accents, hyphens as blanks, no dots.

    "Kim Jong-un" gives "kim jong un", "São Tomé" "sao tome", "U.S." "us".
    """
    # Most names have letters and blanks alone, of which nothing falls away.
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())
    plain = unaccented(text).translate(_QUOTES).casefold()
    plain = _DROPPED.sub("", _HYPHENS.sub(" ", plain)).replace("_", " ")
    words = (word.strip("'") for word in _SPACES.split(plain))
    return " ".join(word for word in words if word)


def unaccented(text: str) -> str:
    """Return the text without accents, other letters untouched."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return _MAY_COMBINE.sub(_unless_combining, decomposed)


def _unless_combining(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def is_acronym(text: str) -> bool:
    """Tell whether a name is written as initials: "U.S.", "NATO", "UNHCR"."""
    letters = text.replace(".", "").replace("-", "").replace("/", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and letters.isupper()


def person_key(name: str) -> str:
    """Return a person's name as a key that spelling variants share.

    A middle initial, a patronymic and the Arabic article fall away, as do the
    differences between common transliterations: "Volodymyr Zelenskyy" and "Volodymyr
    Zelenskiy" give "volodymyr zelensky", "Bashar al-Assad" gives "bashar assad". What
    parts namesakes stays: "George H. W. Bush" gives "george hw bush", "Ada Quill, Jr."
    "ada quill jr".
    """
    words = _person_words(name, least_initials=2)
    kept = [
        word
        for place, word in enumerate(words)
        if not 0 < place < len(words) - 1 or not is_patronymic(word)
    ]
    return " ".join(kept) or name_key(name)


def person_key_with_initials(name: str) -> str:
    """Return a person's key with single initials and patronymic: "george w bush"."""
    return " ".join(_person_words(name, least_initials=1)) or name_key(name)


def _person_words(name: str, *, least_initials: int) -> list[str]:
    words = without_arabic_articles(name).replace(",", " ").split()
    full = [word for word in words if not _INITIAL.fullmatch(word)]
    kept = _with_initials(words, least_initials) if len(full) > 1 else words
    key = [one_spelling(word) for word in name_key(" ".join(kept)).split()]
    if len(key) > 1:
        key[-1] = _SHORT_GENERATIONS.get(key[-1], key[-1])
    return [word for word in key if word not in _DEGREES]


def _with_initials(words: list[str], least: int) -> list[str]:
    """Join initials that follow each other; fewer than `least` fall away.

    Those that close a name stay: "John Paul I".
    """
    kept: list[str] = []
    initials = ""
    for word in words:
        if _INITIAL.fullmatch(word) and word != words[-1]:
            initials += word.replace(".", "")
            continue
        if len(initials) >= least:
            kept.append(initials)
        initials = ""
        kept.append(word)
    return kept

"""Write the words of a person's name in one spelling of several in use.

Each language transcribes Arabic and Cyrillic its own way: "Abd el-Karim el-Zubeidi" is
"Abdulkarim Zubaidi", "Serhiy" is "Sergei". What is folded here is a key, never shown.
"""

import re
from functools import cache

from kg.tables import read_table

_ARTICLE = re.compile(r"(?<![\w])(?:[AaEe]l-|(?<=\s)[AaEe]l\s)(?=\w)")
# Before some letters the article takes their sound: "as-Sisi", "ash-Shami".
_SUN_ARTICLE = re.compile(r"(?<![\w])[ae](sh|dh|th|[dnrstz])-(?=\1)", re.IGNORECASE)
_ALLAH = re.compile(r"\babd[- ]?[aeu]ll?ah?\b", re.IGNORECASE)
# "Abd al-", "Abdel", "Abdur" before one of God's names.
_SERVANT = re.compile(
    r"\babd[- ]?[aeu](?:sh|[dlnrstz])[- ]?(\w{4,}?)e?(?=[- ]\w|$)", re.IGNORECASE
)
_SERVANT_OF = "abdul"
# "Nur al-Din", "Noureddine", "Nuruddin".
_FAITH = re.compile(
    r"\b(\w{2,}?)(?:[- ][aeu][dl][- ]d|[- ]?[aeu]dd)[ie]{1,2}ne?\b", re.IGNORECASE
)
# Whom a tribe or a town gives a name: "Zubeidi", "Moutairi".
_OF_TRIBE = re.compile(r"\w{3,}[^aeiou\W]i")
_DIPHTHONG = re.compile(r"(?:ay|ei|ey)(?=[^aeiouy\W]+i$)")
# "Fouzi", "Fawzi".
_DEEP_VOWEL = re.compile(r"ou|aw(?=[^aeiouy\W])")
_MUHAMMAD = re.compile(r"m[ou]c?hamm?[ae]d|mehmed")
# One Cyrillic ending has many spellings: Zelensky, Zelenskyy, Zelenskiy, Zelenskij.
_CYRILLIC_Y = re.compile(r"(?<=[a-z]{2})(?:iy|yy|ij|ii|yi|yj)$")
_CYRILLIC_EI = re.compile(r"(?<=[a-z]{2})ei$")
# "Aliyev" and "Aliev", "Dmitriyeva" and "Dmitrieva".
_CYRILLIC_YE = re.compile(r"(?<=[aeiou])ye(?=va?$|nko$)")
# "Pavlyuk" and "Pavliuk".
_CYRILLIC_YUK = re.compile(r"(?<=[^aeiou\W])iuk$")
_CYRILLIC_RI = re.compile(r"(?<=[a-z]{2}r)i$")
# A father's name between given and family name, of Russians and their neighbours.
_PATRONYMIC = re.compile(r".{2,}(?:[oey]v[iy]ch|[oe]vna|ivna)|ilyich|kuzmich")


def without_arabic_articles(name: str) -> str:
    """Return a name without the Arabic article, and each compound in one form.

    "Bashar al-Assad" gives "Bashar Assad", "Abd el-Karim Nur ad-Din" "AbdulKarim
    Nuruddin". "Al Gore" stays, and what is all of a name stays one word or several:
    "Jasim Uddin", "Abdurrahman".
    """
    name = _ALLAH.sub("Abdullah", name)
    name = _FAITH.sub(_faith, name)
    name = _SERVANT.sub(rf"{_SERVANT_OF.capitalize()}\1", name)
    return _ARTICLE.sub("", _SUN_ARTICLE.sub("", name))


def _faith(match: re.Match[str]) -> str:
    return match[0] if _is_all(match) else f"{match[1]}uddin"


def second_part(word: str) -> str:
    """Return what papers may go on with of a folded compound name, or nothing.

    "rahman" of "abdulrahman": "Hussein Abdul Rahman" becomes "Rahman".
    """
    part = word.removeprefix(_SERVANT_OF)
    return part if part != word else ""


def _is_all(match: re.Match[str]) -> bool:
    return match[0] == match.string


def is_patronymic(word: str) -> bool:
    """Tell whether a folded word may say who somebody's father is: "petrovich"."""
    return _PATRONYMIC.fullmatch(word) is not None


def transliterated(word: str) -> str:
    """Return a folded word of any name in a usual transliteration.

    "zelenskyy" gives "zelensky", "muhammad" "mohammed".
    """
    if _MUHAMMAD.fullmatch(word):
        return "mohammed"
    word = _CYRILLIC_Y.sub("y", word)
    word = _CYRILLIC_YE.sub("e", word)
    word = _CYRILLIC_EI.sub("ey", word)
    word = _CYRILLIC_YUK.sub("yuk", word)
    return _CYRILLIC_RI.sub("y", word)


def one_spelling(word: str) -> str:
    """Return a folded word of a person's name in its usual spelling.

    "yusuf" gives "yousef", "zelenskyy" "zelensky".
    """
    return transliterated(_usual_form(word))


def _usual_form(word: str) -> str:
    before = _SERVANT_OF if word.startswith(_SERVANT_OF) else ""
    behind = "uddin" if word.endswith("uddin") else ""
    part = word.removeprefix(before).removesuffix(behind)
    if part and (before or behind):
        return f"{before}{_usual().get(part, part)}{behind}"
    if _OF_TRIBE.fullmatch(word):
        word = _DEEP_VOWEL.sub("u", _DIPHTHONG.sub("ai", word))
    return _usual().get(word, word)


def is_slavic_given_name(word: str) -> bool:
    """Tell whether a folded word is a given name of Slavs, by how it is spelt."""
    return word in _slavic()


@cache
def _slavic() -> frozenset[str]:
    names: dict[str, str] = read_table("kg", "spellings.yaml")["slavic"]
    every = {*names, *(each for line in names.values() for each in line.split())}
    # These are family names in the West, or given names everywhere.
    return frozenset(every - {"alexander", "david", "georgy", "victor"})


@cache
def _usual() -> dict[str, str]:
    lists: dict[str, dict[str, str]] = read_table("kg", "spellings.yaml")
    return {
        each: usual
        for names in lists.values()
        for usual, line in names.items()
        for each in line.split()
    }

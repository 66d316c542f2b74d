"""Fold names of places, so that their usual spellings are one."""

import re

from kg.english.lexicon import forms, words
from kg.folding import name_key

_KIND_OF_PLACE = re.compile(
    r"(?:city|county|district|province|region|state|town|village) of (?:the )?",
    re.IGNORECASE,
)
_TWO_DIRECTIONS = re.compile(r"\b(north|south) ((?:ea|we)st)")
_ARABIC_ARTICLE = re.compile(r"^[ae]l ?[-‐] ?(?=\w)", re.IGNORECASE)
_OF_DISTRICT = re.compile(r",? D\.? ?C\.?$")
_WATER = re.compile(r"^(lake|river|strait)s?(?: of)? (\w+)$|^(\w+) (strait)s$")
_SPELLINGS = forms("places.spellings")
_RIVERS = words("places.rivers")
_MOUNTAINS = words("places.mountains")
_DIRECTIONS = words("places.directions")
_DIVISION = re.compile(r"^(.+) (?:governorate|oblast|province)$")


def place_key(name: str) -> str:
    """Fold the name of a place without what it is: "the State of Ohio" gives "ohio".

    Usual spellings share a key: "St. Petersburg" and "Saint Petersburg", "South-East
    Asia" and "Southeast Asia", "al-Raqqa" and "Raqqa", "River Quill" and "Quill River",
    "Strait of Quill" and "Quill Strait", "Washington, D.C." and "Washington", "Quill
    Province" and "Quill", "Rhine" and "River Rhine".
    """
    bare = _ARABIC_ARTICLE.sub("", _KIND_OF_PLACE.sub("", name, count=1))
    bare = _OF_DISTRICT.sub("", bare)
    key = _TWO_DIRECTIONS.sub(r"\1\2", name_key(bare.replace("&", " and ")))
    if water := _WATER.match(key):
        key = f"{water[2] or water[3]} {water[1] or water[4]}"
    key = " ".join(_SPELLINGS.get(word, word) for word in key.split())
    # "Northern Province" is many states'.
    division = _DIVISION.match(key)
    if division and _DIRECTIONS.isdisjoint(division[1].split()):
        key = division[1]
    if key in _RIVERS:
        return f"{key} river"
    return f"mount {key}" if key in _MOUNTAINS else key

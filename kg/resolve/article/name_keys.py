"""The folded names of the persons whom an article names, by mention."""

import re
from itertools import pairwise

from kg.english.lexicon import words
from kg.english.numbers import to_number
from kg.extract.findings import Candidate
from kg.folding import is_acronym, name_key, person_key, person_key_with_initials
from kg.resolve.article.aliases import aliases_of_people
from kg.resolve.article.chains import Linking
from kg.resolve.person_names import (
    family_name,
    in_usual_order,
    is_office,
    without_office,
)

_HYPHENATED = re.compile(r"[^\W\d_]+ ?[-‐‑–] ?[^\W\d_]+")
_ARABIC_FAMILY = re.compile(r"\s[AaEe]l[- ](\w+)$")
# Two initials are anybody's.
_FEW_INITIALS = 2
_SPOUSE = re.compile(r",? (?:and|with) (?:his|her|their) (?:husband|spouse|wife),? ")
_FORMS_OF_ADDRESS = words("titles.forms_of_address")
_KIN = words("people.kin")
_ROYAL = words("titles.royal")


def keys_of_people(linking: Linking) -> dict[int, str]:
    """Return the folded name of each mention of a person by name.

    What says an office alone ("Secretary") is nobody's name, unless the article has a
    person of that name or a form of address before it: "Mr. King"; neither does the
    number behind an office ("Official Two"). Two of the article's
    family names with a hyphen are two people's: "Quill-Reed talks".
    """
    keys = {
        index: person_key_with_initials(name_told(candidate))
        for index, candidate in enumerate(linking.candidates)
        if candidate.label == "PERSON" and candidate.form == "name"
    }
    keys = _without_couples(linking, _with_articles_off(linking, keys))
    offices = {i for i in keys if _is_of_nobody(linking.candidates[i])}
    borne = {
        word for i, key in keys.items() if i not in offices for word in key.split()
    }
    keys = {
        index: key
        for index, key in keys.items()
        if index not in offices
        or key in borne
        or (linking.candidates[index].title and " " not in key and not _is_number(key))
    }
    keys |= _with_family_shared(linking, keys) | _of_initials(linking, keys)
    keys |= _of_spouses(linking, keys)
    keys |= aliases_of_people(linking, keys)
    return keys | _with_ranks(linking, keys)


def _of_initials(linking: Linking, keys: dict[int, str]) -> dict[int, str]:
    """Return the full names of those whom the text calls by initials: "MBS"."""
    by_initials: dict[str, set[str]] = {}
    found = {}
    for index, key in sorted(keys.items()):
        named = by_initials.get(key, set())
        is_short = is_acronym(linking.candidates[index].text)
        if is_short and len(key) > _FEW_INITIALS and len(named) == 1:
            [found[index]] = named
        by_initials.setdefault("".join(x[0] for x in key.split()), set()).add(key)
    return found


def _is_of_nobody(candidate: Candidate) -> bool:
    """Tell whether a name says an office, or counts its holders: "Official Two"."""
    return is_office(candidate.text) or _is_number(candidate.text)


def _is_number(name: str) -> bool:
    return to_number(name) is not None


def _with_articles_off(linking: Linking, keys: dict[int, str]) -> dict[int, str]:
    """Take the Arabic article off a family name alone, as it is off the full name.

    "Al Harbi" is short for "Khalid Al Harbi" where the article has him, and "Al Gore"
    for nobody.
    """
    families = {
        person_key(family)
        for index in keys
        for family in _ARABIC_FAMILY.findall(linking.candidates[index].text)
    }
    return {
        index: family if article in {"al", "el"} and family in families else key
        for index, key in keys.items()
        for article, _, family in [key.partition(" ")]
    }


def _with_family_shared(linking: Linking, keys: dict[int, str]) -> dict[int, str]:
    """Return keys in full of the first of two kin: "Sisters Ada and Eve Quill".

    The family name is told once, with the second of them.
    """
    found = {}
    for (index, key), (after, full) in pairwise(sorted(keys.items())):
        first, second = linking.candidates[index], linking.candidates[after]
        before = linking.text_between(max(first.start - 12, 0), first.start).split()
        is_joined = linking.text_between(first.end, second.start) == " and "
        is_kin = bool(before) and before[-1].casefold() in _KIN
        if is_joined and is_kin and " " not in key and " " in full:
            found[index] = f"{key} {family_name(full)}"
    return found


def _of_spouses(linking: Linking, keys: dict[int, str]) -> dict[int, str]:
    """Return keys in full of spouses beside whom a form of address has the family.

    "Bo Quill and his wife Ada spoke. Mrs Quill ...": she is Ada Quill.
    """
    addressed = {
        key
        for index, key in keys.items()
        if name_key(linking.candidates[index].title or "") in _FORMS_OF_ADDRESS
    }
    found = {}
    for (index, full), (after, key) in pairwise(sorted(keys.items())):
        first, second = linking.candidates[index], linking.candidates[after]
        between = linking.text_between(first.end, second.start)
        family = family_name(full)
        is_alone = " " in full and " " not in key
        if is_alone and family in addressed and _SPOUSE.fullmatch(between):
            found[after] = f"{key} {family}"
    return found


def _with_ranks(linking: Linking, keys: dict[int, str]) -> dict[int, str]:
    """Return keys of lone names with their rank, where two ranks share a name.

    "Queen Sofia met Princess Sofia": two persons; "Prince Felix" and "Felix" are one.
    """
    ranks: dict[str, dict[int, str]] = {}
    for index, key in keys.items():
        title = name_key(linking.candidates[index].title or "").split()
        if " " not in key and title and title[-1] in _ROYAL:
            ranks.setdefault(key, {})[index] = title[-1]
    return {
        index: f"{rank} {key}"
        for key, found in ranks.items()
        if len(set(found.values())) > 1
        for index, rank in found.items()
    }


def _without_couples(linking: Linking, keys: dict[int, str]) -> dict[int, str]:
    """Leave out what joins the family names of two people whom the article names."""
    families: dict[str, set[str]] = {}
    for key in keys.values():
        families.setdefault(family_name(key), set()).add(key)
    return {
        index: key
        for index, key in keys.items()
        if not _is_couple(linking.candidates[index].text, key, families)
    }


def _is_couple(text: str, key: str, families: dict[str, set[str]]) -> bool:
    """Tell whether a name is two family names, of which each has a bearer of its own.

    "Quill-Reed" is somebody's where there is an Ada Quill-Reed.
    """
    parts = key.split()
    bearers = [families.get(part, set()) - {key} for part in parts]
    return (
        _HYPHENATED.fullmatch(text) is not None
        and all(bearers)
        and not any(
            set(parts) <= set(name.split()) for names in bearers for name in names
        )
    )


def name_told(candidate: Candidate) -> str:
    return without_office(in_usual_order(candidate.text))

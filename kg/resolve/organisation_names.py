"""Compare names of organisations: legal forms, word order, whose body it is."""

from collections.abc import Sequence
from functools import cache, lru_cache

from cleanco import prepare_default_terms

from kg.english.lexicon import forms, words
from kg.folding import is_acronym, name_key
from kg.gazetteer.organisations import (
    Organisation,
    load_organisations,
    organisation_named,
)
from kg.gazetteer.states import State, find_state

# The most words of a state's name that are looked for: "Republic of the Congo".
_LONGEST_STATE = 4
_BODIES_OF_STATES = words("bodies.every_state_has")
_PLAIN = _BODIES_OF_STATES | words("bodies.of_fields") | words("titles.portfolios")
_COMMON = words("bodies.every_place_has")
_OF_PLACES = _PLAIN | _COMMON | words("bodies.of_places")
_SMALL_WORDS = words("names.small_words")
_SPELLINGS = forms("bodies.spellings")
_CHAMBERS = words("bodies.of_states") | {"house"}
_OF_STATES = words("bodies.of_states") | {"ministry"}
_HIGHEST_COURTS = frozenset({"constitutional court", "high court", "supreme court"})
# What a ministry of a field and its short name differ by: "of Foreign Affairs".
_OF_A_FIELD = frozenset({"ministry", "department"})
_AFFAIRS = "affairs"
# The most words of a legal form: "S. de R. L. de C. V.".
_LONGEST_FORM = 4


def organisation_key(name: str) -> str:
    """Return an organisation's name as a key that its usual spellings share.

    The legal form and "the" fall away, "&" is "and", and of a body such as all states
    have, the state stands first: "Quill Widgets Ltd." gives "quill widgets", "Ministry
    of Foreign Affairs of Kenya" and "Kenyan Foreign Ministry" give "kenya foreign
    ministry". What the gazetteer knows has its full name there: "Pentagon" gives
    "united states department of defense".
    """
    known = organisation_named(name) or _known_with_its_state(name)
    if known is not None:
        return name_key(known.name)
    key = _plain_key(name)
    return key if is_of_some_state(name) else _known_keys().get(key, key)


def is_of_some_state(name: str) -> bool:
    """Tell whether a name is that of a body of some state, without saying which.

    "Interior Ministry", "Supreme Court" and "Bar Association" are; "Kenyan Supreme
    Court", "Quill Bank" and initials are not.
    """
    state, parts = _read(name)
    if state is not None or is_acronym(name):
        return False
    if _is_common(parts):
        return True
    if not is_body_of_state(" ".join(parts)):
        return False
    # Whatever its field, a ministry is some state's.
    return parts[-1] == "ministry" or all(
        word in _PLAIN or word in _SMALL_WORDS for word in parts
    )


def state_and_body(name: str) -> tuple[State | None, str]:
    """Return the state that a body's name tells, and its key without that.

    "Kenya's Ministry of Health" gives Kenya and "health ministry".
    """
    state, parts = _read(name)
    return state, " ".join(parts)


def _is_common(parts: Sequence[str]) -> bool:
    """Tell whether words name no more than a kind of body and a field.

    "National Bank" is so, and "Board of Directors"; "bank" alone is no name, and what
    is international is no state's.
    """
    key = [word for part in parts for word in name_key(part).split()]
    told = [word for word in key if word not in _SMALL_WORDS]
    return (
        len(told) > 1
        and "international" not in told
        and not _COMMON.isdisjoint(told)
        and _OF_PLACES.issuperset(told)
    )


def is_body_of_state(name: str) -> bool:
    """Tell whether a name has a noun for what every state has: "Kenyan court"."""
    return not _BODIES_OF_STATES.isdisjoint(name_key(name).split())


def body_of(state: str, key: str) -> str:
    """Return the key of a state's body, from the state's name and the body's key.

    "Kenya" and "foreign ministry" give "kenya foreign ministry".
    """
    full = f"{name_key(state)} {key}"
    return _known_keys().get(full, full)


def is_known_body(state: str, key: str) -> bool:
    """Tell whether the gazetteer knows a state's body of that key, or its chamber.

    "senate" and "senate budget committee" are so of the United States.
    """
    chamber = key.partition(" ")[0]
    if chamber not in _CHAMBERS:
        return f"{name_key(state)} {key}" in _known_keys()
    start = f"{name_key(state)} {chamber} "
    return any(f"{known} ".startswith(start) for known in _known_keys())


def leading_state(parts: list[str]) -> tuple[State | None, int]:
    """Return the state that opens some words, and how many words tell it.

    Where none does, return None and 1. The longest name counts: "Guinea" opens
    "Guinea Bissau officials", too.
    """
    for length in range(min(_LONGEST_STATE, len(parts)), 0, -1):
        found = find_state(" ".join(parts[:length]))
        if found is not None:
            return found[0], length
    return None, 1


def _known_with_its_state(name: str) -> Organisation | None:
    """Return a body that the gazetteer has without its state: "US Federal Reserve"."""
    parts = name.removeprefix("the ").split()
    state, length = leading_state(parts)
    known = organisation_named(" ".join(parts[length:]))
    is_its = state is not None and known is not None and known.state == state.id
    return known if is_its else None


def _plain_key(name: str) -> str:
    """Return a key made of the name's words alone, its state's first."""
    state, parts = _read(name)
    return " ".join([name_key(state.name), *parts] if state else parts)


@lru_cache(maxsize=20_000)
def _read(name: str) -> tuple[State | None, tuple[str, ...]]:
    """Return the state that a body's name tells, and the other words, folded."""
    parts = name.replace("&", " and ").split()
    parts = [part.removesuffix("'s").removesuffix("’s") for part in parts]
    if parts and parts[0].casefold() == "the":
        del parts[0]
    state, parts = _state_and_rest(_without_legal_form(parts))
    plain = [word for part in parts for word in name_key(part).split()]
    return state, tuple(_field_first([_SPELLINGS.get(word, word) for word in plain]))


def _without_legal_form(parts: list[str]) -> list[str]:
    """Return a company's name without what its law adds: "Quill & Sons Co., Ltd."."""
    key = [name_key(part) for part in parts]
    for length in range(min(_LONGEST_FORM, len(parts) - 1), 0, -1):
        is_form = " ".join(key[-length:]) in _legal_forms()
        if is_form and key[-length - 1] not in _SMALL_WORDS | {"and"}:
            return _without_legal_form(parts[:-length])
    return parts


@cache
def _legal_forms() -> frozenset[str]:
    forms_ = (" ".join(parts) for _, parts in prepare_default_terms())
    # "UK" and "EU" say where a body is.
    return frozenset(
        form
        for form in forms_
        if find_state(form.upper()) is None and organisation_named(form.upper()) is None
    )


def _state_and_rest(parts: list[str]) -> tuple[State | None, list[str]]:
    """Take the state off the name of a body such as all states have."""
    state, length = leading_state(parts)
    rest = parts[length:]
    is_body = is_body_of_state(" ".join(rest)) or _is_common(rest)
    # "London Fire Brigade" is no state's.
    is_city = _is_capital(parts[:length]) and not _is_of_states_alone(rest)
    if state is not None and is_body and not is_city:
        return state, rest
    return _closing_state(parts) if state is None else (None, parts)


def _is_of_states_alone(parts: Sequence[str]) -> bool:
    """Tell what the capital's paper calls by the city: "Nairobi High Court"."""
    key = name_key(" ".join(parts))
    return key in _HIGHEST_COURTS or not _OF_STATES.isdisjoint(key.split())


def _is_capital(parts: Sequence[str]) -> bool:
    found = find_state(" ".join(parts))
    return found is not None and found[1] == "capital"


def _closing_state(parts: list[str]) -> tuple[State | None, list[str]]:
    """Take a state off the end of a state body's name: "Supreme Court of Ghana"."""
    for start in range(max(len(parts) - _LONGEST_STATE - 2, 1), len(parts)):
        if parts[start] != "of":
            continue
        after = parts[start + 1 :]
        after = after[1:] if after[:1] == ["the"] else after
        state, length = leading_state(after)
        body = parts[:start]
        is_body = is_body_of_state(" ".join(body)) or _is_common(body)
        if state and length == len(after) and is_body and not _is_capital(after):
            return state, parts[:start]
    return None, parts


def _field_first(parts: list[str]) -> list[str]:
    """Put a ministry's field before it: "ministry of foreign affairs"."""
    for place, word in enumerate(parts[:-2]):
        if word in _OF_A_FIELD and parts[place + 1] in {"of", "for"}:
            field = [each for each in parts[place + 2 :] if each != "the"]
            parts = [*parts[:place], *field, word]
            break
    if parts[-1:] and parts[-1] in _OF_A_FIELD and parts[-2:-1] == [_AFFAIRS]:
        parts = [*parts[:-2], parts[-1]] if len(parts) > 2 else parts
    return parts


@cache
def _known_keys() -> dict[str, str]:
    """Map plain keys of states' bodies that the gazetteer knows to full names' keys."""
    found: dict[str, str] = {}
    for organisation in load_organisations():
        if organisation.state is None:
            continue
        for name in (organisation.name, *organisation.names):
            if not is_acronym(name):
                found.setdefault(_plain_key(name), name_key(organisation.name))
    return found

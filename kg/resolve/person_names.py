"""Compare names of persons: full names, surnames, spellings."""

import re

from rapidfuzz.distance import DamerauLevenshtein

from kg.english.lexicon import words
from kg.folding import GENERATIONS, name_key
from kg.gazetteer.family_names import is_east_asian_family_name
from kg.gazetteer.given_names import is_given_name
from kg.gazetteer.states import find_state
from kg.spellings import is_patronymic, is_slavic_given_name, second_part

# Shorter family names differ by a letter without being one.
_LONG = 7
_OFFICES = (
    words("people.office")
    | words("people.transcript_roles")
    | words("titles.modifiers")
    | words("titles.portfolios")
    | words("titles.forms_of_address")
)
# "Senior Administration Official".
_OFFICIALS = words("bodies.body") | words("people.common")
_LEAST_OF_OFFICIALS = 3
# "The United Arab Emirates".
_LONGEST_STATE = 4
_SMALL_WORDS = words("names.small_words")
_PARTICLES = words("names.particles")
# Given names of two syllables, as Korean and Chinese ones are written: "Sun-hee Kim",
# "Weimin Zhang".
_SYLLABLE = (
    "(?:[bcdfghjklmnpqrstwxyz]|[csz]h)"
    "(?:[aeiou]|ai|ao|ei|i[aeu]|iao|ou|u[aeio]|uai|i?[aeou]ng?|u?ang?|ing?|u[ae]n)"
)
_GIVEN_FIRST = re.compile(
    rf"([A-Z][a-z]{{1,5}}-[A-Za-z][a-z]{{1,5}}|(?i:(?:{_SYLLABLE}){{2}})) ([A-Z][a-z]+)"
)
# Ends of family names of Slavs and Georgians, which no given name has.
_FAMILY_ENDING = re.compile(r".{3,}(?:enko|chuk|[oe]va?|sky|sk[iy]y|skaya|shvili|adze)")
_HUNGARIAN = words("names.hungarian_families")
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = 3
_SCOTTISH = "mc"
_SON_OF = frozenset({"bin", "bint"})
_LEAST_OF_FATHERS = 2
# Of so many names, two given and two family names, the first family name is used.
_LEAST_OF_TWO_FAMILIES = 4


def is_family_first(words: list[str]) -> bool:
    """Tell whether a folded full name opens with its family name: "kim jong un"."""
    # Longer names that open alike are others': "Kim" is a given name, too.
    return len(words) in {2, 3} and is_east_asian_family_name(words[0])


def family_name(key: str) -> str:
    """Return the family name of a folded full name: "quill" of "ada quill jr".

    Of two Spanish family names it is the first: "ibarra" of "jose luis ibarra montoya".
    A father's name behind "bin" is in use, and not the tribe's: "farhan" of "faisal bin
    farhan saud".
    """
    words = [word for word in key.split() if word not in GENERATIONS] or key.split()
    if is_family_first(words):
        return words[0]
    if words[1:2] and words[1] in _SON_OF and len(words) > _LEAST_OF_FATHERS:
        return words[2]
    return words[-2] if _has_two_families(words) else words[-1]


def _has_two_families(words: list[str]) -> bool:
    """Tell whether a name is of two given and two family names, as Spanish ones are.

    The last of them may be a given name, too: "Lucía Elena Robles Paz".
    """
    return (
        len(words) == _LEAST_OF_TWO_FAMILIES
        and _PARTICLES.isdisjoint(words)
        and [is_given_name(word) for word in words[:3]] == [True, True, False]
    )


def in_usual_order(name: str) -> str:
    """Return a name as texts mostly write it, family and given name in usual order.

    "Quill, Ada", as lists have it, gives "Ada Quill", "Petrenko Viktor" "Viktor
    Petrenko"; "Kim, Sun-hee" and "Sun-hee Kim" give "Kim Sun-hee"; "Ada Quill, Jr."
    stays.
    """
    if (match := _GIVEN_FIRST.fullmatch(name)) and not is_given_name(match[1]):
        is_turned = is_east_asian_family_name(match[2])
        return f"{match[2]} {match[1]}" if is_turned else name
    family, comma, given = name.partition(", ")
    if not comma:
        family, _, given = name.partition(" ")
        return f"{given} {family}" if _is_family_before(family, given) else name
    if given.rstrip(".").casefold() in GENERATIONS:
        return name
    is_first = is_east_asian_family_name(family)
    return f"{family} {given}" if is_first else f"{given} {family}"


def _is_family_before(family: str, given: str) -> bool:
    """Tell whether a family name is written before the given names behind it.

    As officials write it: "Petrenko Viktor", "Petrenko Viktor Ivanovych". Its ending
    tells, that it is one of the usual ones in Hungary, or a Slavic given name behind.
    """
    key, others = name_key(family), name_key(given).split()
    if not others or is_given_name(key) or not is_given_name(others[0]):
        return False
    is_alone = len(others) == 1 or (len(others) == 2 and is_patronymic(others[1]))
    is_telling = (
        _FAMILY_ENDING.fullmatch(key) is not None
        or key in _HUNGARIAN
        or is_slavic_given_name(others[0])
    )
    return is_alone and is_telling


def in_mixed_case(name: str) -> str:
    """Return a name in capitals as other texts write it: "Wendy R. McKeon".

    A word of three letters by itself may be initials: "JFK" stays.
    """
    if not name.isupper() or (len(name) <= _INITIALS and " " not in name):
        return name
    return _WORD.sub(lambda word: _capitalized(word[0]), name)


def _capitalized(word: str) -> str:
    if word.casefold() in GENERATIONS:
        return word
    start = len(_SCOTTISH) if word.casefold().startswith(_SCOTTISH) else 0
    return word[:start].capitalize() + word[start:].capitalize()


def is_office(name: str) -> bool:
    """Tell whether a name says what somebody is, and not who: "Foreign Minister"."""
    parts = name_key(_without_states(name)).split()
    told = _OFFICES | _SMALL_WORDS
    # Shorter ones may be somebody's: "Dean House".
    told |= _OFFICIALS if len(parts) >= _LEAST_OF_OFFICIALS else frozenset()
    return bool(name.split()) and told.issuperset(parts)


def _without_states(name: str) -> str:
    """Return a name without the states in it, of which some have several words."""
    parts = name.split()
    for length in range(min(len(parts), _LONGEST_STATE), 0, -1):
        for start in range(len(parts) - length + 1):
            end = start + length
            if find_state(" ".join(parts[start:end])) is not None:
                return _without_states(" ".join(parts[:start] + parts[end:]))
    return name


def without_office(name: str) -> str:
    """Return a name without a state's office before it.

    "US President Ada Quill" gives "Ada Quill". One word alone may be a given name:
    "Dean Quill" stays.
    """
    parts = name.split()
    # "A. A. Quill" opens with no answer of a transcript.
    if len(parts[0].strip(".")) == 1:
        return name
    for length in range(len(parts) - 1, 1, -1):
        if parts[length][:1].isupper() and is_office(" ".join(parts[:length])):
            return " ".join(parts[length:])
    return name


def match(short: str, full: str) -> tuple[float, str]:
    """Return how likely a shorter name means a person with the full name, and why.

    Both are folded as by `kg.folding.person_key`, with initials or without; 1.0 says
    yes, 0.0 no. "quill" means "ada quill", "choe" means "choe son hui"; a given name
    alone is weak evidence, as is the first of two family names: "rossello" of "ricardo
    rossello nevares". Father and son are two: "ada quill" is not "ada quill jr".
    """
    left, right = short.split(), full.split()
    if left == right:
        return 1.0, "same name"
    if is_in_initials(left, right):
        return 0.9, "initials"
    if len(left) >= len(right) or not _is_one_generation(left, right):
        return 0.0, ""
    left, right = _without_generation(left), _without_generation(right)
    if len(left) == 1:
        return _match_word(left[0], right)
    if right[-len(left) :] == left:
        return 0.9, "family name"
    if len(left) > 1 and _follow_each_other(left, right):
        return 0.9, "several of the names"
    # News leave out middle names.
    if left[0] == right[0] and left[-1] == right[-1] and _share_middle(left, right):
        return 0.9, "given and family name"
    # Long Spanish and Arabic names lose their last part.
    if right[:-1] == left:
        return 0.9, "first part of the name"
    if [right[0], family_name(full)] == left:
        return 0.9, "given and first family name"
    return 0.0, ""


def is_in_initials(left: list[str], right: list[str]) -> bool:
    """Tell whether a folded name has all of the other's given names as initials.

    "j r quill" is "john r quill"; with "john quill" and "a quill" with "ada quill" a
    letter is that of too many names.
    """
    initials, given = left[:-1], right[:-1]
    if left[-1] != right[-1] or not all(map(_may_be_initials, initials)):
        return False
    letters = "".join(initials)
    is_told = any(len(word) > 1 for word in given)
    return len(letters) > 1 and is_told and letters == "".join(w[0] for w in given)


def initials_of_given(given: list[str]) -> str:
    """Return the initials of folded given names, of which some may be initials."""
    return "".join(
        word if _may_be_initials(word) else word[0] for word in given if word
    )


def _may_be_initials(word: str) -> bool:
    return len(word) <= _INITIALS and not is_given_name(word)


def _is_one_generation(left: list[str], right: list[str]) -> bool:
    """Tell whether two names may be of one generation; family names are of any."""
    generation = {left[-1], right[-1]} & GENERATIONS
    is_family = left[0] != right[0] and left[-1] not in GENERATIONS
    is_any = len(left) == 1 or is_family or not generation
    return is_any or left[-1] == right[-1]


def _follow_each_other(left: list[str], right: list[str]) -> bool:
    """Tell whether a longer name goes on with a shorter one behind its first word.

    "de la cruz" is of "jorge de la cruz navarro".
    """
    size = len(left)
    return any(right[at : at + size] == left for at in range(1, len(right) - size))


def _without_generation(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 1 and words[-1] in GENERATIONS else words


def _share_middle(left: list[str], right: list[str]) -> bool:
    """Tell whether what stands between given and family name does not differ.

    "george w bush" is not "george hw bush"; "george bush" may be either.
    """
    middle = left[1:-1]
    return not middle or all(
        any(word == other or word == other[:1] for other in right[1:-1])
        for word in middle
    )


def _match_word(word: str, full: list[str]) -> tuple[float, str]:
    """Score one word as a family name, or as another part of the full name."""
    family = family_name(" ".join(full))
    if word in (family, second_part(family)):
        return 0.9, "family name"
    if word in (full[0], full[-1]):
        return 0.6, "given name"
    # Of two Spanish family names the first is the one in daily use.
    if word in full:
        return 0.6, "one of several names"
    if _is_misspelt(word, family):
        return 0.6, "misspelt family name"
    return 0.0, ""


def _is_misspelt(word: str, family: str) -> bool:
    """Tell whether two long family names are one with a slip: "merkel", "merekl".

    Their ends have to agree, where names of women and men differ: "sedova", "sedov".
    """
    return (
        min(len(word), len(family)) >= _LONG
        and word[0] == family[0]
        and word[-2:] == family[-2:]
        and DamerauLevenshtein.distance(word, family, score_cutoff=1) <= 1
    )

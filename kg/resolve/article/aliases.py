"""Other names that an article says somebody or something has: "also known as"."""

import re
from collections.abc import Mapping
from itertools import pairwise

from kg.resolve.article.chains import Linking
from kg.resolve.person_names import family_name

_HOW = r"(?:(?:also|best|better|commonly|formerly|now|popularly|previously|widely) )?"
_CALLED = (
    rf"(?:{_HOW}(?:known|called|nicknamed)(?: (?:locally|simply|widely))?(?: as)?"
    r"|alias|a\.?k\.?a\.?|born|formerly|n[ée]e|nom de guerre:?|real name:?"
    r"|who goes by(?: the name(?: of)?)?|whose real name (?:is|was))"
)
# "Ada Quill, the Ugandan singer known as"; what has a clause or a phrase within may
# tell of another: "the brother of the singer known as".
_OTHERS = r"(?:who|that|which|whose|of|with|for|by|to)\b"
_APPOSED = rf"(?:, (?:the|an?)(?: (?!{_OTHERS})[\w'’-]+){{1,6}})?"
_ALSO = re.compile(rf"{_APPOSED}(?:,? \(|, | )(?:who (?:is|was) )?{_CALLED} [\"“'‘]?")


def is_also(between: str) -> bool:
    """Tell whether the text between two names gives one thing both of them.

    "Ada Quill, better known as Moon", "Quill Foods, formerly Reed Mills".
    """
    return _ALSO.fullmatch(between) is not None


def aliases_of_people(linking: Linking, keys: Mapping[int, str]) -> dict[int, str]:
    """Return the names by which the text first calls whom it gives another, too.

    "Ada Quill, better known as Bo Moon, left. Moon sang": both are Ada Quill. What is
    the family name of others, too, is theirs.
    """
    found: dict[str, str] = {}
    for (index, key), (after, alias) in pairwise(sorted(keys.items())):
        first, second = linking.candidates[index], linking.candidates[after]
        between = linking.text_between(first.end, second.start)
        if second.title and between.endswith(f" {second.title} "):
            between = between.removesuffix(f"{second.title} ")
        if alias != key and is_also(between):
            found[alias] = key
    named = set(keys.values())
    for alias, key in list(found.items()):
        family = family_name(alias)
        others = {each for each in named if family_name(each) == family}
        if others <= {alias, family}:
            found[family] = key
    return {index: found[key] for index, key in keys.items() if key in found}

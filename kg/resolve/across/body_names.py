"""Tell whether two bodies' names are one: initials and what they stand for."""

from collections.abc import Iterable, Mapping

from kg.english.lexicon import words
from kg.judgements.judgement import mentioned
from kg.resolve.across.surroundings import counted_with
from kg.resolve.initials import TELLING_LETTERS, without_state
from kg.resolve.one_article import is_of_one_article

_PREFIX = "Organization:"
_SMALL_WORDS = words("names.small_words")
# Two letters stand for too much; more than these are a word.
_LEAST_LETTERS, _MOST_LETTERS = 3, 8
# What marks that articles call a body by its initials.
_CALLED = "="


def initials_of(entity: str) -> str | None:
    """Return the initials in a body's id, which may be nothing else.

    "iaea" of "Organization:international atomic energy agency" and of
    "Organization:iaea"; None for what is no such id, or a body of one article.
    """
    # Most ids are persons', and each is asked about again and again.
    if not entity.startswith(_PREFIX):
        return None
    own = without_state(mentioned(entity)[0])
    if is_of_one_article(own):
        return None
    parts = own.removeprefix(_PREFIX).split()
    telling = [part for part in parts if part not in _SMALL_WORDS]
    letters = parts[0] if len(parts) == 1 else "".join(part[0] for part in telling)
    is_fit = _LEAST_LETTERS <= len(letters) <= _MOST_LETTERS and letters.isalpha()
    return letters if is_fit else None


def called(entity: str, texts: Iterable[str]) -> list[str]:
    """Return the mark of a body that an article calls by its initials, too.

    "=iaea" where `texts`, what the article says for it, have "IAEA" beside the name.
    """
    initials = initials_of(entity)
    is_named = not _is_short(entity) and any(
        text.replace(".", "").casefold() == initials and text.isupper()
        for text in texts
    )
    return [f"{_CALLED}{initials}"] if is_named else []


def likeness_of_bodies(one: str, other: str) -> tuple[float, str]:
    """Return how likely two bodies with the same initials are one, and why.

    Both are ids. "Organization:iaea" may be any body that has these initials, also that
    of "Organization:iaea (KEN)"; two that are written out are two.
    """
    are_short = {_is_short(one), _is_short(other)}
    return (0.9, "initials") if True in are_short else (0.0, "")


def have_second_reason(
    one: str, other: str, met: Mapping[str, int], other_met: Mapping[str, int]
) -> bool:
    """Tell whether more than their initials makes two bodies one.

    An article calls one by the initials, or the state that is met around each most
    often is the same; both where the initials are few. Where neither is written out,
    the state tells.
    """
    initials = initials_of(one) or ""
    is_told = f"{_CALLED}{initials}" in {*met, *other_met}
    are_at_home = not _homes(met).isdisjoint(_homes(other_met))
    if _is_short(one) and _is_short(other):
        return are_at_home
    if len(initials) >= TELLING_LETTERS:
        return is_told or are_at_home
    return is_told and are_at_home


def _is_short(entity: str) -> bool:
    """Tell whether an id holds nothing but initials: "Organization:iaea"."""
    return " " not in without_state(entity)


def _homes(met: Mapping[str, int]) -> set[str]:
    counts = counted_with(met, "State:")
    most = max(counts.values(), default=0)
    return {state for state, count in counts.items() if count == most}

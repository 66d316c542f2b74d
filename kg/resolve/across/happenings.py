"""Find events of different articles that are one event.

Two articles tell of one talk, one threat, one arrest where who did what to whom is the
same and the days may be. The comparison is of two events alone, so that what a third
article says never changes the answer.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from kg.records import EventType, Factuality, Record
from kg.resolve.across.utterances import Restatement
from kg.resolve.one_article import without_article_key

# An article tells of what it does not date some days later at most.
WINDOW = timedelta(days=2)
# What lasts longer is many events: "met several times in October".
LONGEST = timedelta(days=7)
# Fewer parties than this are in many events of a type.
_PARTIES = 2
# Deeds of force, of which hardly two of one kind have one author, day and place.
_FORCE = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"actual", "reported"})
# Who does it and who has part in it is one: "Ada met Bo", "Bo met Ada".
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_BASE, _EACH = 0.6, 0.1


class Happening(Record, frozen=True, kw_only=True):
    """What an event's comparison needs; `actors`, `recipients` and `place` are keys.

    `trigger` is the word that tells it. `named` are those of the parties that are no
    mere groups ("officials"); `from_` and `to` are null where the article does not date
    the event, `published` is its day.
    """

    type: EventType
    verb: str | None
    mode: str | None
    trigger: str
    factuality: Factuality
    actors: frozenset[str]
    recipients: frozenset[str]
    named: frozenset[str]
    place: str | None
    from_: date | None
    to: date | None
    published: date | None


def same_event(one: Happening, other: Happening) -> Restatement | None:
    """Compare two events of two articles; None where they may well differ.

    Both happened; type, deed and parties are the same, two at least with a name; mode,
    place and days agree where both are told, and one of these is told, or the word is
    the same: who commends one day may well promise the next. "Ada met Bo in Oslo on
    Monday" and "Bo met Ada on Monday" are one. A group that is told apart ("Russian
    diplomats") is a party where the day is the same, and of force one party is enough
    where day, place and kind are. Symmetric.
    """
    if not {one.factuality, other.factuality} <= _TOLD:
        return None
    if _deed(one) != _deed(other):
        return None
    pairs = {"mode": (one.mode, other.mode), "place": (one.place, other.place)}
    if any(None not in pair and pair[0] != pair[1] for pair in pairs.values()):
        return None
    if not _may_be_one_day(one, other):
        return None
    agreed = [name for name, pair in pairs.items() if None not in pair]
    if one.from_ and other.from_:
        agreed.append("day")
    # Of a deed without a type the word is all that tells it.
    if one.type != "OTHER" and one.trigger.casefold() == other.trigger.casefold():
        agreed.append("word")
    if not agreed or not _are_enough(one, agreed):
        return None
    score = round(min(1.0, _BASE + _EACH * len(agreed)), 3)
    reason = ", ".join(["same type and parties", *(f"same {x}" for x in agreed)])
    return Restatement(score=score, reason=reason)


def _are_enough(event: Happening, agreed: Sequence[str]) -> bool:
    """Tell whether the parties of two events make them one, given what agrees."""
    if len(event.named) >= _PARTIES:
        return True
    groups = {
        without_article_key(each)
        for each in (event.actors | event.recipients) - event.named
    }
    told_apart = sum(" " in group for group in groups)
    if len(event.named) + told_apart >= _PARTIES:
        return "day" in agreed
    is_same_kind = not {"mode", "word"}.isdisjoint(agreed)
    is_force = event.type in _FORCE and bool(event.named) and not groups
    return is_force and is_same_kind and {"place", "day"} <= set(agreed)


def _deed(event: Happening) -> tuple[str, str | None, frozenset[str], frozenset[str]]:
    actors, recipients = (
        frozenset(map(without_article_key, parties))
        for parties in (event.actors, event.recipients)
    )
    if event.type in _MUTUAL:
        actors, recipients = actors | recipients, frozenset()
    return event.type, event.verb, actors, recipients


def _may_be_one_day(one: Happening, other: Happening) -> bool:
    """Tell whether two events may be of one day, as far as their articles tell.

    An undated one is of its article's day or somewhat earlier.
    """
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return False
    return first[0] <= second[1] and second[0] <= first[1]


def _days(event: Happening) -> tuple[date, date] | None:
    if event.from_ is not None and event.to is not None:
        is_short = event.to - event.from_ <= LONGEST
        return (event.from_, event.to) if is_short else None
    published = event.published
    return (published - WINDOW, published) if published else None

"""Tell the day that a statement or an event counts under, and what that rests on.

It is stated with it or that of its occasion; else what another article tells of the
same; else its article's, on or before which it was.
"""

from collections.abc import Iterable
from datetime import date

from kg.records import Record
from kg.resolve.across.wordings import DATED

OTHER_ARTICLE = "other article"


class Told(Record, frozen=True, kw_only=True):
    """When something was, as one article tells it.

    `key` is that of the statement or event; `text` are the words that tell the day, and
    `basis` is what it rests on: "stated", "occasion", "article" or unknown.
    """

    key: str
    from_: date | None = None
    to: date | None = None
    text: str | None = None
    basis: str | None = None


def day_of(own: Told, published: date | None, others: Iterable[Told]) -> Told:
    """Return when something was, from its own article and what others tell of it.

    `published` is the own article's day. Of others the earliest counts that is not
    later than that. "Choe said on Friday" dates what another paper of the next Sunday
    reports without a day: its basis is then "other article".
    """
    twin = None if own.basis in DATED else _earliest(others, published)
    first = own if twin is None else twin
    return Told(
        key=own.key,
        from_=first.from_ or own.from_ or published,
        to=first.to or own.to or published,
        text=first.text or own.text,
        basis=own.basis if twin is None else OTHER_ARTICLE,
    )


def _earliest(others: Iterable[Told], published: date | None) -> Told | None:
    may_be = [
        each
        for each in others
        if each.basis in DATED
        and each.to is not None
        and (published is None or each.to <= published)
    ]
    return min(may_be, key=_order, default=None)


def _order(told: Told) -> tuple[date, date, str]:
    # What has no first day comes last.
    return told.from_ or date.max, told.to or date.max, told.key

"""The days of expressions that count from publication or from the date before."""

from calendar import day_name
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from kg.english.numbers import to_number
from kg.extract.times.calendar import Days, calendar_unit, day_span, distance
from kg.extract.times.setting import Parts, Setting, toward, which_of

_WEEKDAYS = {name.lower(): at for at, name in enumerate(day_name)}


def read_weekday(parts: Parts, setting: Setting) -> Days | None:
    """Read "Friday", "last Friday", "Friday last week", "Friday night"."""
    if (published := setting.published) is None:
        return None
    weekday = _WEEKDAYS[parts["weekday"].lower()]
    which = which_of(parts)
    if "week" in parts or which == "this":
        shift = {"this": 0, "last": -7, "next": 7}[parts.get("week", "this")]
        day = published + timedelta(weekday - published.weekday() + shift)
        if which == "this" and setting.direction == "past" and day > published:
            day -= timedelta(7)
    elif which == "next":
        day = published + timedelta(7 + weekday - published.weekday())
    elif which == "coming" or setting.direction == "future":
        day = published + timedelta((weekday - published.weekday()) % 7)
    else:
        back = (published.weekday() - weekday) % 7
        day = published - timedelta(back or (7 if which in {"last", "past"} else 0))
    return Days(day, day)


def read_day_word(parts: Parts, setting: Setting) -> Days | None:
    """Read "today", "yesterday", "last night", "overnight"."""
    if (published := setting.published) is None:
        return None
    word = parts["word"].lower()
    if word == "overnight":
        return Days(published - timedelta(1), published)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, -1 if "last" in word else 0)
    day = published + timedelta(shift)
    return Days(day, day)


def read_unit(parts: Parts, setting: Setting) -> Days | None:
    """Read "this week", "last year", "that month", "earlier this year"."""
    which = which_of(parts)
    unit = parts["unit"].lower()
    is_trailing = which == "past" or parts.get("which", "").lower() == "the last"
    if is_trailing and setting.published and unit not in {"day", "weekend"}:
        first = setting.published - distance(unit, 1) + timedelta(1)
        return Days(first, setting.published)
    days = unit_of_calendar(which, unit, setting) if which else None
    return _side(days, parts.get("side"), setting)


def unit_of_calendar(which: str, unit: str, setting: Setting) -> Days | None:
    """Return "this week", "last year", "that month", "the following day"."""
    published, anchor = setting.published, setting.anchor
    shift = {"last": -1, "past": -1, "previous": -1}.get(which, 0)
    if which in {"next", "coming", "following"}:
        shift = 1
    if which in {"this", "last", "past", "next", "coming"} and (
        unit != "day" or which not in {"this", "past", "next"}
    ):
        if published is None or unit == "day":
            return None
        if unit == "weekend":
            shift = min(shift, 0) if published.weekday() < 5 else shift
            if which == "this" and setting.direction == "past":
                shift = -1 if published.weekday() < 5 else 0
        return calendar_unit(published + distance(unit, shift), unit)
    if anchor is None or which in {"this", "past"}:
        return None
    if unit == "day" and anchor.first != anchor.last:
        return None
    return calendar_unit(anchor.first + distance(unit, shift), unit)


def _side(days: Days | None, side: str | None, setting: Setting) -> Days | None:
    """Cut "earlier this year" and "later this year" at the day of publication."""
    published = setting.published
    if days is None or side is None or published is None:
        return days
    if not days.first <= published <= days.last:
        return days
    if side.lower() == "earlier":
        return Days(days.first, published)
    return Days(published, days.last)


def read_in_unit(parts: Parts, setting: Setting) -> Days | None:
    """Read "earlier in the week", "the end of the year"."""
    days = unit_of_calendar("this", parts["unit"], setting)
    return _side(days, parts.get("side"), setting)


def read_weekend(parts: Parts, setting: Setting) -> Days | None:
    """Read "the weekend": the last one, or the next in a clause that looks ahead."""
    if (published := setting.published) is None:
        return None
    days = calendar_unit(published, "weekend")
    if setting.direction != "future" and days.first > published:
        days = calendar_unit(published - timedelta(7), "weekend")
    return days


def read_stretch(parts: Parts, setting: Setting) -> Days | None:
    """Read "the past two weeks", up to the day of publication, and "the next"."""
    count = to_number(parts["count"])
    if count is None or (published := setting.published) is None:
        return None
    delta = distance(parts["unit"].lower(), int(count))
    if parts["which"].lower() not in {"next", "coming", "following"}:
        return Days(published - delta + timedelta(1), published)
    # "over the next two days they fled" counts from a day in the story.
    if setting.direction == "past":
        return None
    return Days(published, published + delta)


def read_shift(parts: Parts, setting: Setting) -> Days | None:
    """Read "three days ago", "two weeks later", "a year earlier"."""
    count, word, unit = to_number(parts["count"]), parts["shift"], parts["unit"].lower()
    if count is None or (unit == "hour" and word != "ago"):
        return None
    base = setting.published if word == "ago" else None
    if word != "ago" and setting.anchor:
        base = setting.anchor.first
    if base is None:
        return None
    sign = 1 if word in {"later", "after", "afterward", "afterwards"} else -1
    moved = base + distance(unit, sign * int(count))
    unit = unit if unit != "decade" else "year"
    if word != "ago" and setting.anchor != calendar_unit(base, unit) and unit == "day":
        return None
    return calendar_unit(moved, unit)


def read_day_number(parts: Parts, setting: Setting) -> Days | None:
    """Read "on the 15th" as a day of the month of the anchor or of publication."""
    point = setting.published
    if point is None:
        return None
    months = [point + relativedelta(months=shift) for shift in (-1, 0, 1)]
    day = int(parts["day"])
    found = [days for m in months if (days := day_span(m.year, m.month, day))]
    return toward(found, setting)


def read_side_day(parts: Parts, setting: Setting) -> Days | None:
    """Read "the day before" and "the day after" the date before."""
    which = "previous" if parts["shift"] == "before" else "following"
    return unit_of_calendar(which, "day", setting)

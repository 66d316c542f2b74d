"""The days of expressions that count from publication or from the date before.

Each reader takes the parts of an expression and its setting, and returns its days, or
None where they cannot be known. The examples are of an article from Friday 2024-11-01.
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kg.english.numbers import to_number
from kg.extract.times.calendar import (
    Days,
    calendar_unit,
    day_span,
    distance,
    weekday_number,
)
from kg.extract.times.setting import Parts, Setting, nearest_in_direction, which_word

_SATURDAY = 5
# How many units a word moves; "this", "same" and "that" none.
_SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_BACKWARDS = frozenset({"ago", "earlier", "before", "previously"})
# The others ("the same week", "that year") count from the date told before.
_FROM_PUBLICATION = frozenset({"this", "last", "past", "next", "coming"})


def read_weekday(parts: Parts, setting: Setting) -> Days | None:
    """Read "Friday", "last Friday", "Friday last week", "Friday night".

    "Thursday" is 2024-10-31, and 2024-11-07 in a clause that looks ahead; "last
    Friday" is 2024-10-25.
    """
    weekday = weekday_number(parts["weekday"])
    if setting.is_history:
        return _weekday_after(_day_in_story("day", setting), weekday)
    if (published := setting.published) is None:
        return None
    which = which_word(parts)
    if which == "this" and "week" not in parts:
        day = _this_weekday(published, weekday, setting)
    elif "week" in parts or which == "next":
        day = _in_week(published, weekday, parts.get("week", "next"))
    elif which == "coming" or setting.direction == "future":
        day = published + timedelta((weekday - published.weekday()) % 7)
    else:
        # On a Friday "Friday" is the day itself, "last Friday" a week before.
        back = (published.weekday() - weekday) % 7
        day = published - timedelta(back or (7 if which in {"last", "past"} else 0))
    return Days(day, day)


def _weekday_after(day: date | None, weekday: int) -> Days | None:
    """Return the weekday on or after the day that a history told last."""
    if day is None:
        return None
    found = day + timedelta((weekday - day.weekday()) % 7)
    return Days(found, found)


def read_weekday_shift(parts: Parts, setting: Setting) -> Days | None:
    """Read "two weeks ago Thursday", 2024-10-17, "a week from Friday", 2024-11-08."""
    published, count = setting.published, to_number(parts["count"])
    if published is None or count is None:
        return None
    weekday = weekday_number(parts["weekday"])
    shift = distance(parts["unit"].lower(), int(count))
    if parts["shift"] == "ago":
        day = _in_week(published - shift, weekday, "this")
    elif which := parts.get("which"):
        day = _in_week(published, weekday, which) + shift
    else:
        day = published + timedelta((weekday - published.weekday()) % 7) + shift
    return Days(day, day)


def read_weekdays_ago(parts: Parts, setting: Setting) -> Days | None:
    """Read "two Sundays ago": 2024-10-20, the last but one before publication."""
    published, count = setting.published, to_number(parts["count"])
    if published is None or count is None:
        return None
    back = (published.weekday() - weekday_number(parts["weekday"])) % 7 or 7
    day = published - timedelta(back + 7 * (int(count) - 1))
    return Days(day, day)


def _this_weekday(published: date, weekday: int, setting: Setting) -> date:
    """Return "this Saturday": of the week before where a Friday's text has it past."""
    day = _in_week(published, weekday, "this")
    is_over = setting.direction == "past" and day > published
    return day - timedelta(7) if is_over else day


def _in_week(published: date, weekday: int, which: str) -> date:
    """Return a weekday of this, the last or the next calendar week."""
    shift = 7 * _SHIFTS.get(which, 0)
    return published + timedelta(weekday - published.weekday() + shift)


def read_day_word(parts: Parts, setting: Setting) -> Days | None:
    """Read "today", "yesterday", "last night"; "overnight" opens on the day before."""
    if (published := setting.published) is None:
        return None
    word = parts["word"].lower()
    if word == "overnight":
        return Days(published - timedelta(1), published)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, -1 if "last" in word else 0)
    day = published + timedelta(shift)
    return Days(day, day)


def read_unit(parts: Parts, setting: Setting) -> Days | None:
    """Read "this week", "last year", "that month", "earlier this year".

    "last year" is 2023 from January to December, "the last year" and "the past year"
    the twelve months up to publication.
    """
    which = which_word(parts)
    unit = parts["unit"].lower()
    is_trailing = which == "past" or parts.get("which", "").lower() == "the last"
    if is_trailing and setting.published and unit not in {"day", "weekend"}:
        first = setting.published - distance(unit, 1) + timedelta(1)
        return Days(first, setting.published)
    days = unit_of_calendar(which, unit, setting) if which else None
    return _cut_at_publication(days, parts.get("side"), setting)


def unit_of_calendar(which: str, unit: str, setting: Setting) -> Days | None:
    """Return "this week", "last year", "that month", "the following day".

    `which` is the word that picks ("last"), `unit` a unit of the calendar ("year").
    None where the text gave no day to count from.
    """
    # "the next day" follows a day of the story; with "last" a day is the last of some.
    if which not in _FROM_PUBLICATION or (which, unit) == ("next", "day"):
        return _unit_from_story(which, unit, setting)
    # Of the past tells "the week before"; "last week" is the one before the article.
    is_news = which == "last" and unit != "year" and setting.published is not None
    now = setting.published if is_news else setting.now
    if now is None or (unit == "day" and which != "this"):
        return None
    if unit == "weekend":
        shift = _weekend_shift(which, now, setting)
    else:
        shift = _SHIFTS.get(which, 0)
    return calendar_unit(now + distance(unit, shift), unit)


def _unit_from_story(which: str, unit: str, setting: Setting) -> Days | None:
    base = _day_in_story(unit, setting)
    if base is None:
        return None
    return calendar_unit(base + distance(unit, _SHIFTS.get(which, 0)), unit)


def _day_in_story(unit: str, setting: Setting) -> date | None:
    """Return the day that "two days later" counts from, None where none was told.

    From "in May" no single days can be counted, and hours not even from a day.
    """
    anchor = setting.anchor
    if anchor is None or unit == "hour":
        return None
    if unit == "day" and anchor.first != anchor.last:
        return None
    return anchor.first


def _weekend_shift(which: str, published: date, setting: Setting) -> int:
    """Return how many weekends to move from the one of publication's own week.

    Before Saturday the week's weekend is still ahead: it is "this" and "next weekend",
    and what happened "this weekend" was on the one before.
    """
    is_ahead = published.weekday() < _SATURDAY
    if which == "this" and setting.direction == "past":
        return -1 if is_ahead else 0
    shift = _SHIFTS.get(which, 0)
    return min(shift, 0) if is_ahead else shift


def _cut_at_publication(
    days: Days | None, side: str | None, setting: Setting
) -> Days | None:
    """Return the days of "earlier this year" or "later this year", as `side` says.

    Days that publication does not fall into, and those without `side`, stay whole.
    """
    published = setting.published
    if days is None or side is None or published is None:
        return days
    if not days.first <= published <= days.last:
        return days
    if side.lower() == "earlier":
        return Days(days.first, published)
    return Days(published, days.last)


def read_in_unit(parts: Parts, setting: Setting) -> Days | None:
    """Read "earlier in the week"; of "the end of the year" the whole year."""
    days = unit_of_calendar("this", parts["unit"], setting)
    return _cut_at_publication(days, parts.get("side"), setting)


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
    if count is None or (published := setting.now) is None:
        return None
    delta = distance(parts["unit"].lower(), int(count))
    if parts["which"].lower() not in {"next", "coming", "following"}:
        return Days(published - delta + timedelta(1), published)
    # "over the next two days they fled" counts from a day in the story.
    if setting.direction == "past":
        return None
    return Days(published, published + delta)


def read_shift(parts: Parts, setting: Setting) -> Days | None:
    """Read "three days ago" from publication, "two weeks later" from the story.

    "three days ago" is 2024-10-29, "two years ago" all of 2022.
    """
    count, word, unit = to_number(parts["count"]), parts["shift"], parts["unit"].lower()
    is_of_now = word == "ago" or word.startswith("from")
    base = setting.published if is_of_now else _day_in_story(unit, setting)
    if count is None or base is None:
        return None
    return _shifted(base, unit, int(count), word)


def _shifted(base: date, unit: str, count: int, word: str) -> Days:
    """Return the unit that lies `count` of them from a day, in the word's direction."""
    sign = -1 if word in _BACKWARDS else 1
    moved = base + distance(unit, sign * count)
    # "two decades ago" is a year, not all the years that share its tens.
    return calendar_unit(moved, "year" if unit == "decade" else unit)


def read_event_shift(parts: Parts, setting: Setting) -> Days | None:
    """Read "two days after the vote" from the day that the text gave the vote."""
    count, event, unit = to_number(parts["count"]), setting.event, parts["unit"].lower()
    if count is None or event is None or unit == "hour":
        return None
    if unit == "day" and event.first != event.last:
        return None
    return _shifted(event.first, unit, int(count), parts["shift"])


def read_next_but_one(parts: Parts, setting: Setting) -> Days | None:
    """Read "the week before last", 2024-10-14 to 20, and "the day after tomorrow".

    "The Tuesday before last" is a week before the last one, 2024-10-22.
    """
    which, step = parts["which"], -1 if parts["shift"] == "before" else 1
    if weekday := parts.get("weekday"):
        found = read_weekday({"weekday": weekday, "which": which}, setting)
        return _moved(found, 7 * step) if found else None
    base = _day_in_story(parts["unit"], setting) if which == "that" else setting.now
    if base is None:
        return None
    shift = step + {"yesterday": -1, "tomorrow": 1, **_SHIFTS}.get(which, 0)
    return calendar_unit(base + distance(parts["unit"], shift), parts["unit"])


def _moved(days: Days, shift: int) -> Days:
    return Days(days.first + timedelta(shift), days.last + timedelta(shift))


def read_within(parts: Parts, setting: Setting) -> Days | None:
    """Read "within ten days" of a clause that looks ahead, from publication on."""
    count = to_number(parts["count"])
    if count is None or setting.published is None or setting.direction != "future":
        return None
    end = setting.published + distance(parts["unit"].lower(), int(count))
    return Days(setting.published, end)


def read_in_count(parts: Parts, setting: Setting) -> Days | None:
    """Read "in two months" of a clause that looks ahead: January 2025.

    Of another it tells how long something took: "lost a third in two months", as "in a
    day" mostly does.
    """
    count = to_number(parts["count"]) or 0
    is_ahead = count > 1 and setting.direction == "future"
    if setting.published is None or not is_ahead:
        return None
    return _shifted(setting.published, parts["unit"].lower(), int(count), "from now")


def read_day_number(parts: Parts, setting: Setting) -> Days | None:
    """Read "on the 15th" as the nearest 15th that the tense allows."""
    point = setting.now
    if point is None:
        return None
    months = [point + relativedelta(months=shift) for shift in (-1, 0, 1)]
    day = int(parts["day"])
    found = [days for m in months if (days := day_span(m.year, m.month, day))]
    return nearest_in_direction(found, setting)


def read_side_day(parts: Parts, setting: Setting) -> Days | None:
    """Read "the day before" and "the day after", seen from the date told before."""
    which = "previous" if parts["shift"] == "before" else "following"
    return unit_of_calendar(which, "day", setting)


def read_next_part(parts: Parts, setting: Setting) -> Days | None:
    """Read "the next morning": of the day after the one told before."""
    return unit_of_calendar(which_word(parts) or "", "day", setting)

"""Feasts and stretches of history: times that have a name, and their days."""

from datetime import date, timedelta

from dateutil.easter import easter

from kg.extract.times.calendar import Days, weekday_in, weekday_number, whole_months
from kg.tables import read_table

_TABLES: dict[str, dict[str, str]] = read_table(__package__, "named.yaml")
_TYPOGRAPHIC = str.maketrans("'", "’")


def _both_apostrophes(table: dict[str, str]) -> dict[str, str]:
    return table | {name.translate(_TYPOGRAPHIC): rule for name, rule in table.items()}


FEASTS = _both_apostrophes(_TABLES["feasts"])
PERIODS = {
    name: Days(*map(date.fromisoformat, bounds.split("/")))
    for name, bounds in _TABLES["periods"].items()
}


def feast_days(name: str, year: int) -> Days:
    """Return the day of a feast in one year: "Christmas Eve" of 2024 is 2024-12-24.

    `name` is a key of `FEASTS`; raises `KeyError` otherwise.
    """
    rule = FEASTS[name]
    if rule.startswith("easter"):
        day = easter(year) + timedelta(int(rule.split()[1]))
    elif " " in rule:
        at, name_of_day, month = rule.split()
        whole = whole_months(year, int(month))
        day = weekday_in(whole, weekday_number(name_of_day), int(at))
    else:
        day = date.fromisoformat(f"{year:04}-{rule}")
    return Days(day, day)

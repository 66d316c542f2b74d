"""Which rows are looked at, to be joined."""

from datetime import date, timedelta

from kg.store.joins.pairing import stretches

WINDOW = timedelta(days=4)


def test_stretches_join_what_touches_and_leave_out_what_is_between() -> None:
    told = [
        ("ada", date(2024, 5, 9), date(2024, 5, 9)),
        ("ada", date(2019, 1, 5), date(2019, 1, 8)),
        ("ada", date(2024, 5, 1), date(2024, 5, 2)),
        ("bo", date(2024, 5, 1), date(2024, 5, 1)),
        # Within what goes before.
        ("ada", date(2024, 4, 20), date(2024, 5, 20)),
    ]
    ada, bo = stretches(told, WINDOW)
    assert (ada["key"], bo["key"]) == ("ada", "bo")
    assert ada["days"] == [
        {"from": date(2019, 1, 1), "to": date(2019, 1, 12)},
        {"from": date(2024, 4, 16), "to": date(2024, 5, 24)},
    ]
    assert stretches(reversed(told), WINDOW) == [ada, bo]

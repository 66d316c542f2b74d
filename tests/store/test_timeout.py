"""A question that takes too long is given up, with one line."""

from dataclasses import replace

import pytest
from store.extractions import make_rows

from kg.errors import StoreError
from kg.settings import Settings
from kg.store import open_store

# Some 10^15 rows: no machine counts them in a second.
ENDLESS = """
MATCH (a), (b), (c), (d), (e), (f), (g), (h)
WHERE a.key + b.key + c.key + d.key + e.key + f.key + g.key + h.key = "none"
RETURN count(*) AS count
"""


def test_a_question_is_given_up_after_the_time_given(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        store.ingest([make_rows(name) for name in "abcd"])
    with open_store(replace(store_settings, timeout=0.5), create=False) as store:
        with pytest.raises(StoreError, match="^no answer within 0.5 seconds"):
            list(store.read_statement(ENDLESS, {}))
        assert list(store.read_statement("RETURN 1 AS one", {})) == [{"one": 1}]

"""Keys of bodies known by initials alone."""

import pytest

from kg.resolve.initials import key_in_state, without_state


@pytest.mark.parametrize(("key", "full"), [("gwb", "gwb (KEN)"), ("iwaa", "iwaa")])
def test_key_in_state_is_for_few_letters(key: str, full: str) -> None:
    assert key_in_state(key, "KEN") == full
    assert without_state(full) == key


def test_without_state_leaves_other_ids() -> None:
    assert without_state("Organization:gwb (KEN)") == "Organization:gwb"
    assert without_state("Organization:widget bank") == "Organization:widget bank"

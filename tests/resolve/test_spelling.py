"""Whether two words of a name are one."""

import pytest

from kg.resolve.spelling import is_respelt


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("antony", "anthony", True),
        ("benjamin", "binyamin", True),
        ("maria", "mario", False),
        ("jesus", "josue", False),
        ("omar", "omer", False),
        ("daniel", "samuel", False),
        ("roland", "ronald", False),
    ],
)
def test_is_respelt(one: str, other: str, expected: bool) -> None:
    assert is_respelt(one, other) is is_respelt(other, one) is expected

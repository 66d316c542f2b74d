"""Libraries that an extra brings."""

import pytest

import kg.extras
from kg.errors import ExtraError
from kg.extras import require


def test_a_library_that_is_there_passes() -> None:
    require("json", extra="notebooks")


def test_one_that_is_missing_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kg.extras, "find_spec", lambda _: None)
    with pytest.raises(ExtraError) as refused:
        require("pyvis", extra="notebooks")
    assert str(refused.value) == "This needs pyvis: pip install 'kg-news[notebooks]'"

"""Settings refuse what no engine could take."""

import pytest

from kg.errors import StoreError
from kg.settings import Settings


@pytest.mark.parametrize("heap", ["lots", "0g", "4", "4gb", "-Xmx4g", "4g -version"])
def test_settings_refuse_a_heap_that_is_no_size(heap):
    with pytest.raises(StoreError, match="KG_HEAP=.*expected a size such as 512m"):
        Settings(heap=heap)


def test_settings_read_the_heap_from_the_environment(monkeypatch):
    monkeypatch.setenv("KG_HEAP", "512m")
    assert Settings.from_env().heap == "512m"
    monkeypatch.setenv("KG_HEAP", "")
    assert Settings.from_env().heap is None

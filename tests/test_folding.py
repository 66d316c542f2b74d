"""Names that differ in case, accents, dots and hyphens alone are one."""

import pytest

from kg.folding import fold


@pytest.mark.parametrize(
    "name, folded",
    [
        ("U.S.", "us"),
        ("Choe Son-hui", "choe son hui"),
        ("  Erdoğan\n", "erdogan"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("L’Oréal", "loreal"),
        ("Kim–Putin", "kim putin"),
        ("...", ""),
    ],
)
def test_fold_gives_one_spelling(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_fold_keeps_different_names_apart() -> None:
    assert fold("North Korea") != fold("South Korea")


def test_fold_is_idempotent() -> None:
    assert fold(fold("Recep Tayyip Erdoğan-U.S.")) == fold("Recep Tayyip Erdoğan-U.S.")

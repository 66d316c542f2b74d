"""Names of organisations: keys that their spellings share, and whose body it is."""

import pytest

from kg.gazetteer.states import load_states
from kg.resolve.organisation_names import (
    body_of,
    is_body_of_state,
    is_known_body,
    is_of_some_state,
    leading_state,
    organisation_key,
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Quill Widgets Ltd.", "quill widgets"),
        ("Quill & Sons Co., Ltd.", "quill and sons"),
        ("Quill Widgets S.A. de C.V.", "quill widgets"),
        ("the Quill Company", "quill"),
        ("The Company", "company"),
        ("Quill, Reed and Co", "quill reed and co"),
        ("Quill UK", "quill uk"),
        ("Quill-Reed Corp.", "quill reed"),
        ("Ministry of Foreign Affairs of Kenya", "kenya foreign ministry"),
        ("Kenyan Foreign Ministry", "kenya foreign ministry"),
        ("Kenya's Ministry of Defence", "kenya defense ministry"),
        ("Ministry of Home Affairs and Labour", "home affairs and labor ministry"),
        ("Supreme Court of the Russian Federation", "russia supreme court"),
        ("American Quills", "american quills"),
        ("Football Federation of Kenya", "kenya football federation"),
        ("Kenyan Football Federation", "kenya football federation"),
        ("Nairobi Fire Brigade", "nairobi fire brigade"),
        ("Nairobi Police Department", "nairobi police department"),
        ("Nairobi High Court", "kenya high court"),
        ("Bank of Kenya", "bank of kenya"),
        ("US Federal Reserve", "federal reserve"),
        ("Kenyan Federal Reserve", "kenyan federal reserve"),
        ("Pentagon", "united states department of defense"),
        ("US Justice Department", "united states department of justice"),
        ("Justice Department", "united states department of justice"),
    ],
)
def test_organisation_key_is_the_same_for_usual_spellings(name: str, key: str) -> None:
    assert organisation_key(name) == key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Interior Ministry", True),
        ("Ministry of the Interior", True),
        ("Ministry of Quills", True),
        ("Kenyan Ministry of Quills", False),
        ("Supreme Court", True),
        ("Kenyan Supreme Court", False),
        ("Quill Court", False),
        ("Labour", False),
        ("Investigative Committee", True),
        ("Labour Party", True),
        ("NAVY", False),
        ("National Bank", True),
        ("Board of Directors", True),
        ("International Bar Association", False),
        ("Bank", False),
        ("Quill Football Club", False),
        ("Kenyan Football Federation", False),
    ],
)
def test_is_of_some_state_means_names_that_every_state_may_use(
    name: str, expected: bool
) -> None:
    assert is_of_some_state(name) is expected


def test_body_of_puts_the_state_first_and_knows_the_gazetteers_bodies() -> None:
    assert body_of("Kenya", "justice department") == "kenya justice department"
    known = "united states department of justice"
    assert body_of("United States", "justice department") == known


@pytest.mark.parametrize(
    ("state", "key", "expected"),
    [
        ("United States", "congress", True),
        ("United States", "house budget committee", True),
        ("United States", "justice department", True),
        ("United States", "budget committee", False),
        ("Kenya", "senate", False),
    ],
)
def test_is_known_body_knows_the_gazetteers_chambers(
    state: str, key: str, expected: bool
) -> None:
    assert is_known_body(state, key) is expected


def test_leading_state_takes_the_longest_name() -> None:
    guinea, bissau = (load_states()[id_] for id_ in ("GIN", "GNB"))
    assert leading_state(["Guinea", "officials"]) == (guinea, 1)
    assert leading_state(["Guinea", "Bissau", "officials"]) == (bissau, 2)
    assert leading_state(["Leeds", "officials"]) == (None, 1)


def test_is_body_of_state_needs_the_noun_alone() -> None:
    assert is_body_of_state("Kenyan Court")
    assert not is_body_of_state("Kenyan Quills")

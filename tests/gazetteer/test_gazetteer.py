"""States, leaders, organisations and given names known beforehand."""

from datetime import date

import pytest

from kg.gazetteer.cities import is_city, regions_with_town, towns_of_namesake
from kg.gazetteer.family_names import is_common_family_name
from kg.gazetteer.given_names import gender_of_given_name
from kg.gazetteer.leaders import leader_by_name, leader_by_surname, leader_with_title
from kg.gazetteer.organisations import organisation_named
from kg.gazetteer.states import (
    find_state,
    load_states,
    state_named,
    wikidata_of_american_state,
)


@pytest.mark.parametrize(
    ("text", "id_", "form"),
    [
        ("the United States", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("Britain", "GBR", "name"),
        ("DPRK", "PRK", "name"),
        ("Türkiye", "TUR", "name"),
        ("Ivory Coast", "CIV", "name"),
        ("South Korean", "KOR", "demonym"),
        ("Danes", "DNK", "demonym"),
        ("French", "FRA", "demonym"),
        ("Nigerien", "NER", "demonym"),
        ("Kiev", "UKR", "capital"),
        ("Nairobi", "KEN", "capital"),
        ("Kremlin", "RUS", "metonym"),
        ("Soviet", "SUN", "demonym"),
        ("N. Korea", "PRK", "name"),
        ("S Korea", "KOR", "name"),
        ("S.Africa", "ZAF", "name"),
        ("N. Koreans", "PRK", "demonym"),
    ],
)
def test_find_state_knows_every_way_to_name_one(text: str, id_: str, form: str) -> None:
    found = find_state(text)
    assert found is not None
    assert (found[0].id, found[1]) == (id_, form)


@pytest.mark.parametrize("text", ["us", "Us", "Korean", "russia", "Male", "", "It"])
def test_find_state_leaves_other_words_alone(text: str) -> None:
    assert find_state(text) is None


def test_states_that_are_no_more_have_no_iso_code() -> None:
    former, current = state_named("Soviet Union"), state_named("Russia")
    assert former is not None and former.iso3 is None
    assert current is not None and current.iso3 == "RUS"


def test_every_name_of_a_state_leads_back_to_it() -> None:
    lost = [
        (state.id, name)
        for state in load_states().values()
        for name in (state.name, *state.demonyms, *state.metonyms)
        if (found := state_named(name)) is None or found.id != state.id
    ]
    assert [each for each in lost if each[1][0].isupper()] == []


def test_leader_by_surname_takes_who_was_in_office_then() -> None:
    states = frozenset({"GBR"})
    then = leader_by_surname("Johnson", date(2021, 5, 1), states)
    assert then is not None and then.name == "Boris Johnson"
    assert leader_by_surname("Johnson", date(2024, 11, 1), states) is None


def test_leader_by_surname_needs_the_state_for_a_common_name() -> None:
    day = date(2024, 11, 1)
    assert leader_by_surname("Harris", day, frozenset()) is None
    found = leader_by_surname("Harris", day, frozenset({"USA"}))
    assert found is not None and found.name == "Kamala Harris"


def test_leader_by_surname_takes_the_leader_of_a_state_that_is_spoken_of() -> None:
    day = date(2019, 9, 30)
    found = leader_by_surname("Obama", day, frozenset({"USA"}))
    assert found is not None and found.name == "Barack Obama"
    assert leader_by_surname("Obama", day, frozenset()) is None


def test_leader_by_surname_needs_a_day() -> None:
    assert leader_by_surname("Putin", None, frozenset({"RUS"})) is None


def test_leader_by_name_knows_long_and_short_forms() -> None:
    for name in ("Vladimir Putin", "Vladimir Vladimirovich Putin"):
        leader = leader_by_name(name)
        assert leader is not None and leader.state == "RUS"
    both = [leader_by_name(f"Claudia Sheinbaum{rest}") for rest in ("", " Pardo")]
    assert both[0] is not None and both[0] == both[1]
    assert leader_by_name("Ada Lovelace") is None


def test_leader_with_title_follows_the_calendar() -> None:
    before = leader_with_title("USA", "president", date(2024, 6, 1))
    after = leader_with_title("USA", "president", date(2025, 6, 1))
    assert before is not None and before.name == "Joe Biden"
    assert after is not None and after.name == "Donald Trump"
    assert leader_with_title("USA", "chancellor", date(2024, 6, 1)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NATO", "North Atlantic Treaty Organization"),
        ("U.N. Security Council", "United Nations Security Council"),
        ("the Pentagon", "United States Department of Defense"),
        ("WHO", "World Health Organization"),
    ],
)
def test_organisation_named_knows_acronyms_and_short_names(
    text: str, name: str
) -> None:
    found = organisation_named(text)
    assert found is not None and found.name == name


def test_organisation_named_takes_no_word_for_an_acronym() -> None:
    assert organisation_named("Who") is None


def test_gender_of_given_name_leaves_shared_names_open() -> None:
    assert gender_of_given_name("Mary") == "feminine"
    assert gender_of_given_name("Volodymyr") == "masculine"
    assert gender_of_given_name("Leslie") is None
    assert gender_of_given_name("Qwx") is None


def test_is_city_knows_large_cities_that_no_person_is_called_like() -> None:
    assert [is_city(name) for name in ("Kharkiv", "goma", "Houston", "Quill")] == [
        True,
        True,
        False,
        False,
    ]


def test_towns_of_namesake_part_the_two_georgias() -> None:
    towns = towns_of_namesake("GEO")
    assert towns is not None
    assert "batumi" in towns.state
    assert "savannah" in towns.american
    assert towns_of_namesake("FRA") is None


def test_load_states_have_wikidata_ids_but_for_two_of_the_past() -> None:
    without = {state.id for state in load_states().values() if state.wikidata is None}
    assert without == {"VDR", "OTT"}
    ids = [state.wikidata for state in load_states().values() if state.wikidata]
    assert len(ids) == len(set(ids))
    assert load_states()["RUS"].wikidata == "Q159"


def test_wikidata_of_american_state_leaves_names_that_others_share() -> None:
    assert wikidata_of_american_state("Oklahoma") == "Q1649"
    assert wikidata_of_american_state("Georgia") is None


@pytest.mark.parametrize(
    ("name", "is_common"),
    [("Smith", True), ("Kim", True), ("Hussein", True), ("Thorsby", False)],
)
def test_is_common_family_name(name: str, is_common: bool) -> None:
    assert is_common_family_name(name) is is_common


def test_regions_with_town_tells_which_town_goes_without_one() -> None:
    perth, valencia = regions_with_town("perth"), regions_with_town("valencia")
    assert perth is not None and perth.known == "AUS" and "GBR" in perth.regions
    assert valencia is not None and valencia.known == ""
    assert regions_with_town("mombasa") is None


@pytest.mark.parametrize("text", ["Louise Arbour", "UN Envoy", "UN Secretary General"])
def test_no_person_and_no_office_is_an_organisation(text):
    assert organisation_named(text) is None


def test_a_party_is_one_by_its_initials_wherever_it_is_spoken_of():
    party = organisation_named("BJP")
    assert party is not None
    assert party == organisation_named("Bharatiya Janata Party")

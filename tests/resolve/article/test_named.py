"""Names of states, places, groups and weapons."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import Resolved
from kg.resolve.article.named import link_other_names

Resolve = Callable[..., Resolved]
Linked = Callable[..., Linking]
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}


def test_link_other_names_joins_a_states_name_demonym_and_government(
    resolve: Resolve,
) -> None:
    text = "Kenya and Kenyan troops left, Nairobi said. "
    [state] = resolve(
        text,
        ("Kenya", LOC),
        ("Kenyan", DEMONYM),
        ("Nairobi", LOC | {"form": "metonym"}),
    ).entities
    assert (state.id, state.iso3, len(state.mentions)) == ("State:KEN", "KEN", 3)


def test_link_other_names_keeps_a_capital_that_is_a_place(resolve: Resolve) -> None:
    [place] = resolve("It rained in Nairobi. ", ("Nairobi", LOC)).entities
    assert (place.id, place.type) == ("Location:nairobi", "Location")


def test_link_other_names_takes_georgia_for_the_american_one_among_americans(
    resolve: Resolve,
) -> None:
    text = "Georgia and the United States "
    assert resolve(text, ("Georgia", LOC)).entities[0].id == "State:GEO"
    both = resolve(text, ("Georgia", LOC), ("United States", LOC))
    assert both.entities[0].id == "Location:georgia"


def test_link_other_names_goes_on_with_an_american_town(resolve: Resolve) -> None:
    text = "It rained in Lebanon, Ohio. Lebanon has one bridge. "
    names = (("Lebanon", LOC), ("Ohio", LOC), ("Lebanon", 1, LOC))
    assert {each.id for each in resolve(text, *names).entities} == {
        "Location:lebanon ohio",
        "Location:ohio",
    }


def test_link_other_names_takes_one_name_for_two_places(resolve: Resolve) -> None:
    text = "Georgia's governor left. Georgia's prime minister met him. Georgia won. "
    names = (("Georgia", LOC), ("Georgia", 1, LOC), ("Georgia", 2, LOC))
    mentions = {e.id: len(e.mentions) for e in resolve(text, *names).entities}
    assert mentions == {"Location:georgia": 1, "State:GEO": 2}


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("It rained in Cairo, Ill., all day. ", "Cairo", "Location:cairo illinois"),
        ("It rained in Cairo, IL. ", "Cairo", "Location:cairo illinois"),
        ("It rained in Lima, New Mexico. ", "Lima", "Location:lima new mexico"),
        ("It rained in London, Ontario. ", "London", "Location:london ontario"),
        ("It rained in Rome, Georgia. ", "Rome", "Location:rome georgia"),
        ("It rained in Tbilisi, Georgia. ", "Tbilisi", "Location:tbilisi"),
        ("They met in Lima, Texas and Ohio. ", "Lima", "Location:lima"),
        ("They met in Lima, Texas, Ohio. ", "Lima", "Location:lima"),
        ("They met in Lima, New York. ", "Lima", "Location:lima"),
        ("It rained in Mombasa, Texas. ", "Mombasa", "Location:mombasa"),
        ("It rained in Lima, Fields said. ", "Lima", "Location:lima"),
    ],
)
def test_link_other_names_tells_a_town_from_a_capital_of_its_name(
    resolve: Resolve, text: str, name: str, id_: str
) -> None:
    assert [e.id for e in resolve(text, (name, LOC)).entities] == [id_]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rhine", "River Rhine"),
        ("Mt. Etna", "Etna"),
        ("Quill", "Quill Province"),
        ("Nord-Quill", "North Quill"),
    ],
)
def test_link_other_names_joins_the_usual_names_of_a_place(
    resolve: Resolve, one: str, other: str
) -> None:
    text = f"It rained at {one}. {other} was dry. "
    at = one.count(other) if other in one else 0
    assert len(resolve(text, (one, LOC), (other, at, LOC)).entities) == 1


def test_link_other_names_leaves_a_province_told_by_where_it_lies(
    resolve: Resolve,
) -> None:
    [place] = resolve(
        "It rained in Northern Province. ", ("Northern Province", LOC)
    ).entities
    assert place.id == "Location:northern province"


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        # A town far larger than its namesakes goes without its region.
        ("It rained in Aurora, Ore., all day. ", "Location:aurora oregon"),
        ("It rained in Aurora, Illinois. ", "Location:aurora illinois"),
        ("It rained in Aurora. ", "Location:aurora"),
        ("It rained in Aurora, a town of Illinois. ", "Location:aurora illinois"),
        ("It rained in Perth, Australia. ", "Location:perth"),
        ("It rained in Perth, Scotland. ", "Location:perth scotland"),
        ("It rained in Perth, Ontario. ", "Location:perth ontario"),
        ("It rained in Valencia, Spain. ", "Location:valencia spain"),
        ("It rained in Valencia, Spain said. ", "Location:valencia spain"),
        ("It rained in Valencia, Venezuela. ", "Location:valencia venezuela"),
        ("Spain had floods in Valencia. ", "Location:valencia spain"),
        ("Spain and Venezuela spoke of Valencia. ", "Location:valencia"),
        ("It rained in Mombasa, Kenya. ", "Location:mombasa"),
        ("It rained in Cartagena. ", "Location:cartagena"),
        ("Spain had floods in Cartagena. ", "Location:cartagena spain"),
        ("Spain's Cartagena was dry. ", "Location:cartagena spain"),
        ("Spain and Venezuela spoke of Cartagena. ", "Location:cartagena"),
        ("It rained in Cartagena in southern Spain. ", "Location:cartagena spain"),
        ("It rained in Wayne County, Illinois. ", "Location:wayne county illinois"),
        ("Illinois had floods in Wayne County. ", "Location:wayne county illinois"),
        ("It rained in Wayne County. ", "Location:wayne county"),
        # Of two states, that right before it counts.
        ("Spain left Venezuela's Valencia. ", "Location:valencia venezuela"),
    ],
)
def test_link_other_names_tells_towns_of_one_name_apart(
    resolve: Resolve, text: str, id_: str
) -> None:
    regions = ("Illinois", "Spain", "Venezuela")
    towns = ("Aurora", "Perth", "Valencia", "Mombasa", "Cartagena", "Wayne County")
    found = [name for name in (*towns, *regions) if name in text]
    names = [(name, LOC) for name in sorted(found, key=text.index)]
    assert id_ in [each.id for each in resolve(text, *names).entities]


def test_link_other_names_shows_a_town_as_the_article_does(resolve: Resolve) -> None:
    told = resolve("It rained in Aurora, Ill. ", ("Aurora", LOC)).entities
    text = "It rained in Aurora. Illinois was dry. "
    inferred = resolve(text, ("Aurora", LOC), ("Illinois", LOC)).entities
    names = {each.name for each in (*told, *inferred) if "aurora" in each.id}
    assert names == {"Aurora, Illinois", "Aurora"}


def test_link_other_names_shows_no_place_in_capitals(resolve: Resolve) -> None:
    text = "PORT QUILL — Rain fell. "
    [place] = resolve(text, ("PORT QUILL", {"label": "LOC"})).entities
    assert (place.id, place.name) == ("Location:port quill", "Port Quill")


def test_link_other_names_keeps_two_towns_of_one_article(resolve: Resolve) -> None:
    text = "From Aurora, Colorado, to Aurora, Illinois. Aurora has a bridge. "
    names = (("Aurora", LOC), ("Aurora", 1, LOC), ("Aurora", 2, LOC))
    found = {e.id: len(e.mentions) for e in resolve(text, *names).entities}
    assert found == {"Location:aurora colorado": 1, "Location:aurora illinois": 2}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Strait of Quill", "Quill Strait"),
        ("Quill Straits", "Quill Strait"),
        ("Washington, D.C.", "Washington DC"),
        ("Kiev", "Kyiv"),
        ("St. Quill", "Saint Quill"),
        ("Mt. Quill", "Mount Quill"),
        ("South-East Asia", "Southeast Asia"),
        ("Quill & Reed", "Quill and Reed"),
        ("al-Quill", "Quill"),
        ("River Quill", "Quill River"),
        ("Kharkov", "Kharkiv"),
    ],
)
def test_link_other_names_knows_a_place_by_usual_spellings(
    resolve: Resolve, one: str, other: str
) -> None:
    [place] = resolve(
        f"{one} or {other}. ", (one, LOC), (f"{other}. "[:-2], LOC)
    ).entities
    assert len(place.mentions) == 2


def test_link_other_names_reads_an_american_state_in_short(resolve: Resolve) -> None:
    [state] = resolve("It rained in Calif. ", ("Calif.", LOC)).entities
    assert (state.id, state.name) == ("Location:california", "California")


@pytest.mark.parametrize(
    ("text", "names", "id_"),
    [
        (
            "Reed County voted, and Georgia counts. ",
            ["Reed County", "Georgia"],
            "Location:georgia",
        ),
        ("Georgia's governor sued. ", ["Georgia"], "Location:georgia"),
        (
            "Rain fell in Savannah, Georgia. ",
            ["Savannah", "Georgia"],
            "Location:georgia",
        ),
        ("Georgia and Ohio voted. ", ["Georgia", "Ohio"], "Location:georgia"),
        ("Georgia's parliament met in Ohio. ", ["Georgia", "Ohio"], "State:GEO"),
        ("Batumi is in Georgia. ", ["Batumi", "Georgia"], "State:GEO"),
        (
            "Georgia Senator Quill met. Ghana and Georgia. ",
            ["Georgia"],
            "Location:georgia",
        ),
        (
            "A man of Lebanon, Ohio, left. ",
            ["Lebanon", "Ohio"],
            "Location:lebanon ohio",
        ),
    ],
)
def test_link_other_names_tells_namesakes_by_what_is_around(
    resolve: Resolve, text: str, names: list[str], id_: str
) -> None:
    found = resolve(text, *((name, LOC) for name in names)).entities
    assert id_ in {entity.id for entity in found}


def test_link_other_names_types_weapons_and_treaties(resolve: Resolve) -> None:
    text = "A Shahed-136 fell under the Oslo Accords. "
    resolved = resolve(
        text, ("Shahed-136", {"label": "WEAPON"}), ("Oslo Accords", {"label": "OTHER"})
    )
    assert [entity.type for entity in resolved.entities] == ["Weapon", "Other"]


@pytest.mark.parametrize(
    ("word", "fields", "id_"),
    [
        ("Kenyan", DEMONYM, "State:KEN"),
        ("Mombasa", LOC, "Location:mombasa"),
        ("City of Mombasa", LOC, "Location:mombasa"),
        ("West Bank", {"label": "ORG"}, "Location:west bank"),
        ("West Quill", {"label": "ORG"}, "Organization:west quill"),
        ("NATO", LOC, "Organization:north atlantic treaty organization"),
        ("Widgeteers", {"label": "NORP"}, "Group:widgeteers"),
        ("NATO", {"label": "NORP"}, "Organization:north atlantic treaty organization"),
        ("Quill Bank", {"label": "ORG"}, "Organization:quill bank"),
        ("Widget-7", {"label": "WEAPON"}, "Weapon:widget 7"),
    ],
)
def test_link_other_names_gives_each_label_its_type(
    linked: Linked, word: str, fields: dict[str, Any], id_: str
) -> None:
    linking = linked(f"{word} here", (word, fields))
    assert [chain.id for chain in linking.chains_of(0)] == [id_]


@pytest.mark.parametrize(
    ("word", "fields"),
    [
        ("Widgetish", {"label": "NORP"}),
        ("Mombasa", LOC | {"form": "nominal"}),
        ("It", LOC | {"form": "pronoun"}),
        ("Ada", {"label": None}),
    ],
)
def test_link_other_names_leaves_adjectives_and_what_is_no_name(
    linked: Linked, word: str, fields: dict[str, Any]
) -> None:
    linking = linked(f"{word} here", (word, fields))
    assert linking.links == {}


def test_link_other_names_leaves_persons_to_others(linked: Linked) -> None:
    linking = linked("Ada Quill and Kenya", ("Ada Quill",), ("Kenya", LOC))
    linking.links.clear()
    link_other_names(linking)
    assert list(linking.links) == [1]


def test_link_other_names_takes_a_speaking_adjective_for_a_group(
    linked: Linked,
) -> None:
    linking = linked("Widgetish said", ("Widgetish", {"label": "NORP", "speaks": True}))
    assert [chain.id for chain in linking.chains_of(0)] == ["Group:widgetish"]


def test_link_other_names_keeps_georgia_a_state_beside_russia(linked: Linked) -> None:
    names = ("Georgia", "Russia", "United States")
    text = "Georgia, Russia and the United States"
    linking = linked(text, *((name, LOC) for name in names))
    assert [chain.id for chain in linking.chains_of(0)] == ["State:GEO"]


def test_link_other_names_joins_a_thing_with_the_end_of_its_name(
    resolve: Resolve,
) -> None:
    other = {"label": "OTHER"}
    text = "Hurricane Ida grew. Ida hit Quill Pact. "
    names = [("Hurricane Ida", other), ("Ida", 1, other), ("Quill Pact", other)]
    storm, pact = resolve(text, *names).entities
    assert (storm.id, len(storm.mentions)) == ("Other:hurricane ida", 2)
    assert pact.id == "Other:quill pact"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many Kenyans agree. ", ["Group:kenyans"]),
        ("Kenyans agree. ", ["Group:kenyans"]),
        ("The Kenyans agree. ", ["State:KEN"]),
        ("They jailed two Kenyans. ", ["Group:kenyans"]),
        ("They jailed two Japanese. ", ["Group:japanese"]),
        ("Tens of Japanese fled. ", ["Group:japanese"]),
        ("The Japanese agree. ", ["State:JPN"]),
    ],
)
def test_link_other_names_tells_some_of_a_people_from_the_state(
    resolve: Resolve, text: str, expected: list[str]
) -> None:
    word = "Kenyans" if "Kenyans" in text else "Japanese"
    entities = resolve(text, (word, DEMONYM | {"number": "plural"})).entities
    assert [entity.id for entity in entities] == expected


def test_link_other_names_takes_the_people_up_soon_after_some_of_it(
    resolve: Resolve,
) -> None:
    text = (
        "Some Kenyans fled. The Kenyans ran. " + "It rained. " * 4 + "The Kenyans met."
    )
    kenyans = DEMONYM | {"number": "plural"}
    specs = [("Kenyans", number, kenyans) for number in range(3)]
    people, state = resolve(text, *specs).entities
    assert (people.id, len(people.mentions)) == ("Group:kenyans", 2)
    assert state.id == "State:KEN"


def test_link_other_names_takes_those_counted_up_anywhere(resolve: Resolve) -> None:
    text = "They held two Kenyans. " + "It rained. " * 6 + "The Kenyans ran."
    kenyans = DEMONYM | {"number": "plural"}
    specs = [("Kenyans", number, kenyans) for number in range(2)]
    [people] = resolve(text, *specs).entities
    assert (people.id, len(people.mentions)) == ("Group:kenyans", 2)


def test_link_other_names_gives_a_parliament_to_its_state(resolve: Resolve) -> None:
    text = "Kenya rose. Kenya sat in Parliament. "
    specs = [("Kenya", LOC), ("Kenya", 1, LOC), ("Parliament", LOC)]
    ids = [entity.id for entity in resolve(text, *specs).entities]
    assert ids == ["State:KEN", "Organization:kenya parliament"]


@pytest.mark.parametrize(
    ("name", "wikidata"),
    [("Kenya", "Q114"), ("Oklahoma", "Q1649"), ("Mombasa", None)],
)
def test_link_other_names_keeps_the_wikidata_id_of_states(
    resolve: Resolve, name: str, wikidata: str | None
) -> None:
    [entity] = resolve(f"{name} here. ", (name, LOC)).entities
    assert entity.wikidata == wikidata

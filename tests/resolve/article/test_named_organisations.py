"""Names of organisations: acronyms, short forms and governments."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import Resolved
from kg.resolve.article.named_organisations import (
    link_organisation,
    organisation_names,
    without_article,
)

Resolve = Callable[..., Resolved]
Linked = Callable[..., Linking]
ORG: dict[str, Any] = {"label": "ORG", "gender": "neuter"}


def test_organisation_names_links_an_acronym_that_the_text_explains(
    resolve: Resolve,
) -> None:
    text = "The Global Widget Board (GWB) met. GWB left. "
    specs = [("Global Widget Board", ORG), ("GWB", ORG), ("GWB", 1, ORG)]
    [board] = resolve(text, *specs).entities
    assert board.id == "Organization:global widget board"


def test_organisation_names_prefers_a_name_that_is_not_all_capitals(
    resolve: Resolve,
) -> None:
    text = "WIDGETON lost. Widgeton wept. "
    [club] = resolve(text, ("WIDGETON", ORG), ("Widgeton", ORG)).entities
    assert (club.name, len(club.mentions)) == ("Widgeton", 2)


@pytest.mark.parametrize(
    ("full", "short", "number"),
    [
        ("Supreme Court of Ghana", "Supreme Court", 1),
        ("House of Elders", "House", 1),
        ("Oryx Institute for Widget Research", "Oryx Institute", 1),
        ("Oryx Widgets for Kenya", "Oryx Widgets", 2),
        ("Oryx Motor Company", "Oryx", 1),
        ("OKV Motor Company", "OKV", 2),
        ("League of Writers", "League", 2),
    ],
)
def test_organisation_names_joins_the_first_words_of_an_organisation(
    resolve: Resolve, full: str, short: str, number: int
) -> None:
    text = f"{full} spoke. Later {short} left. "
    resolved = resolve(text, (full, ORG), (short, 1, ORG))
    assert len(resolved.entities) == number


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("GWB left Kenya. Kenya slept. ", "Organization:gwb (KEN)"),
        ("IWAA left Kenya. Kenya slept. ", "Organization:iwaa"),
        ("GWB left Kenya. It slept. ", "Organization:gwb"),
    ],
)
def test_link_organisation_takes_few_initials_for_those_of_a_body_in_the_state(
    resolve: Resolve, text: str, id_: str
) -> None:
    states = [("Kenya", nth, {"label": "LOC"}) for nth in range(text.count("Kenya"))]
    found = resolve(text, (text.split()[0], ORG), *states).entities
    assert id_ in {entity.id for entity in found}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's Widget Ministry met Ghana. Later the Widget Ministry left. ",
        "Ghana and the Widget Ministry in Nairobi met. Widget Ministry left Ghana. ",
    ],
)
def test_link_organisation_goes_on_with_the_body_whose_owner_was_told(
    resolve: Resolve, text: str
) -> None:
    places = [(name, {"label": "LOC"}) for name in ("Ghana", "Kenya", "Nairobi")]
    specs = [("Widget Ministry", ORG), ("Widget Ministry", 1, ORG)]
    specs += [place for place in places if place[0] in text]
    found = resolve(text, *sorted(specs, key=lambda x: text.index(x[0]))).entities
    bodies = {each.id for each in found if each.type == "Organization"}
    assert bodies == {"Organization:kenya widget ministry"}


def test_link_organisation_takes_no_owner_where_two_have_such_a_body(
    resolve: Resolve,
) -> None:
    text = "Kenya's Widget Ministry met Ghana's Widget Ministry. Widget Ministry left. "
    places = [(name, {"label": "LOC"}) for name in ("Kenya", "Ghana")]
    bodies = [("Widget Ministry", nth, ORG) for nth in range(3)]
    found = resolve(text, places[0], bodies[0], places[1], *bodies[1:]).entities
    assert len({each.id for each in found if each.type == "Organization"}) == 3


def test_organisation_names_leaves_first_words_that_two_organisations_share(
    resolve: Resolve,
) -> None:
    text = "High Court of Ghana met High Court of Kenya. High Court spoke. "
    names = ("High Court of Ghana", "High Court of Kenya")
    short = ("High Court", 2, ORG)
    resolved = resolve(text, *((name, ORG) for name in names), short)
    assert len(resolved.entities) == 3


@pytest.mark.parametrize(
    ("full", "short", "number"),
    [
        ("Quill Foods", "Quill", 1),
        ("Oryx Reed Partners", "Oryx Reed", 1),
        ("Quill Kenya", "Quill", 2),
        ("Quill Library House", "Quill", 2),
        ("Union Foods", "Union", 2),
        ("Oslo Foods", "Oslo", 2),
    ],
)
def test_organisation_names_leaves_out_what_a_company_makes(
    resolve: Resolve, full: str, short: str, number: int
) -> None:
    text = f"{full} spoke. Later {short} left. "
    assert len(resolve(text, (full, ORG), (short, 1, ORG)).entities) == number


def test_organisation_names_takes_what_is_named_before_for_another(
    resolve: Resolve,
) -> None:
    text = "Quill spoke. Quill Foods left. "
    resolved = resolve(text, ("Quill", ORG), ("Quill Foods", ORG))
    assert len(resolved.entities) == 2


def test_organisation_names_knows_organisations_by_every_name(resolve: Resolve) -> None:
    text = "NATO and the North Atlantic Treaty Organization "
    resolved = resolve(text, ("NATO", ORG), ("North Atlantic Treaty Organization", ORG))
    assert len(resolved.entities) == 1


def test_organisation_names_maps_folded_names_to_canonical_ones(
    linked: Linked,
) -> None:
    text = "The Global Widget Board (GWB) met Ada Quill and the council. "
    linking = linked(
        text,
        ("The Global Widget Board", ORG),
        ("GWB", ORG),
        ("Ada Quill",),
        ("the council", ORG | {"form": "nominal"}),
    )
    assert organisation_names(linking) == {
        "the global widget board": "Global Widget Board",
        "gwb": "Global Widget Board",
    }


@pytest.mark.parametrize("gap", [", ", " and ", " met ("])
def test_organisation_names_needs_the_bracket_before_an_acronym(
    linked: Linked, gap: str
) -> None:
    text = f"Widget Board{gap}GWB"
    linking = linked(text, ("Widget Board", ORG), ("GWB", ORG))
    assert organisation_names(linking)["gwb"] == "GWB"


@pytest.mark.parametrize(
    ("name", "id_", "reason"),
    [
        ("the Widget Board", "Organization:widget board", "name"),
        ("GWB", "Organization:widget board", "known as"),
        ("Quill Bank", "Organization:quill bank", "name"),
    ],
)
def test_link_organisation_says_under_which_name_it_is_known(
    linked: Linked, name: str, id_: str, reason: str
) -> None:
    linking = linked(f"{name} met", (name, ORG | {"form": "nominal"}))
    names = dict.fromkeys(("the widget board", "gwb"), "Widget Board")
    link_organisation(linking, 0, names)
    [link] = linking.links[0]
    assert (link.chain.id, link.reason) == (id_, reason)


def test_link_organisation_knows_the_state_that_a_body_serves(linked: Linked) -> None:
    linking = linked("Pentagon and Quill Bank", ("Pentagon", ORG), ("Quill Bank", ORG))
    pentagon, bank = (linking.only_chain_of(index) for index in (0, 1))
    assert pentagon is not None and pentagon.states == {"USA"}
    assert bank is not None and bank.states == set()


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kenyan government", "State:KEN"),
        ("Kenyan university", "Organization:kenyan university"),
    ],
)
def test_link_organisation_takes_a_government_for_its_state(
    linked: Linked, name: str, id_: str
) -> None:
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    linking = linked(f"{name} met", (name, ORG), kenyan)
    assert [chain.id for chain in linking.chains_of(0)] == [id_]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank", "Bank"),
        ("the Bank", "Bank"),
        ("Theatre", "Theatre"),
        ("Bank of the Sea", "Bank of the Sea"),
    ],
)
def test_without_article_takes_off_the_first_word_alone(
    text: str, expected: str
) -> None:
    assert without_article(text) == expected


@pytest.mark.parametrize(
    ("full", "initials", "number"),
    [
        ("Global Widget Board", "GWB", 1),
        ("Council of Widget Owners", "CWO", 1),
        ("Global Widget Board", "GWC", 2),
        ("Widget Board", "WB", 2),
    ],
)
def test_organisation_names_joins_initials_that_one_name_has(
    resolve: Resolve, full: str, initials: str, number: int
) -> None:
    text = f"{full} met. Later {initials} left. "
    assert len(resolve(text, (full, ORG), (initials, ORG)).entities) == number


def test_organisation_names_leaves_initials_that_two_names_have(
    resolve: Resolve,
) -> None:
    names = ("Global Widget Board", "Great Weasel Bank", "GWB")
    text = "Global Widget Board met Great Weasel Bank, and GWB left. "
    assert len(resolve(text, *((name, ORG) for name in names)).entities) == 3


@pytest.mark.parametrize(
    ("text", "names", "id_"),
    [
        ("Kenya's Interior Ministry", ["Kenya"], "kenya interior ministry"),
        ("Interior Ministry of Kenya", ["Kenya"], "kenya interior ministry"),
        ("Interior Ministry", [], "interior ministry HERE"),
        ("Defense Department", [], "united states department of defense"),
        ("Kenya's Defense Department", ["Kenya"], "kenya defense department"),
        ("Human Rights Council", [], "united nations human rights council"),
        ("Security Council", [], "united nations security council"),
    ],
)
def test_link_organisation_gives_a_states_body_to_its_state(
    linked: Linked, here: Callable[[str], str], text: str, names: list[str], id_: str
) -> None:
    body = next(part for part in (text.partition("'s ")[2], text) if part)
    body = body.partition(" of ")[0]
    places = [(name, {"label": "LOC"}) for name in names]
    linking = linked(f"{text} met", (body, ORG), *places)
    found = next(each for each in linking.chains.values() if each.type != "State")
    assert here(found.id) == f"Organization:{id_}"


def test_link_organisation_keeps_the_bodies_of_two_states_apart(
    resolve: Resolve,
) -> None:
    text = "Kenya's Interior Ministry met Ghana's Interior Ministry. "
    specs = [("Interior Ministry", 0, ORG), ("Interior Ministry", 1, ORG)]
    places = [("Kenya", {"label": "LOC"}), ("Ghana", {"label": "LOC"})]
    ids = {entity.id for entity in resolve(text, *specs, *places).entities}
    assert {f"Organization:{s} interior ministry" for s in ("kenya", "ghana")} <= ids


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Interior Ministry", "kenya interior ministry"),
        ("Parliament", "kenya parliament"),
        ("Court", "court HERE"),
        ("Justice Department", "kenya justice department"),
    ],
)
def test_link_organisation_takes_the_state_that_the_article_speaks_of(
    resolve: Resolve, here: Callable[[str], str], name: str, id_: str
) -> None:
    text = f"Kenya met Ghana. Kenya won. Kenya left. {name} knew. "
    places = [("Kenya", n, {"label": "LOC"}) for n in range(3)]
    resolved = resolve(text, *places, ("Ghana", {"label": "LOC"}), (name, ORG))
    ids = [here(entity.id) for entity in resolved.entities]
    assert f"Organization:{id_}" in ids


def test_link_organisation_takes_an_unmarked_government_for_its_state(
    linked: Linked,
) -> None:
    linking = linked("The U.S. Government met", ("The U.S. Government", ORG))
    assert [chain.id for chain in linking.chains_of(0)] == ["State:USA"]


@pytest.mark.parametrize(
    ("before", "id_"),
    [
        ("the chief widget officer", "chief widget officer"),
        ("the chief of widget offices", "chief of widget offices"),
        ("the widget officer", "cwo"),
        ("chief and the widget-officer", "chief and the widget officer"),
    ],
)
def test_organisation_names_take_the_words_that_an_acronym_stands_for(
    linked: Linked, before: str, id_: str
) -> None:
    linking = linked(f"It was {before} (CWO) who left", ("CWO", ORG))
    assert [chain.id for chain in linking.chains_of(0)] == [f"Organization:{id_}"]


@pytest.mark.parametrize(
    ("name", "short", "number"),
    [
        ("Ministry of Fish", "MoF", 1),
        ("Ministry of Tourism", "Mitur", 1),
        ("The Widget Board", "WiBo", 1),
        ("Ministry of Tourism", "Oryx", 2),
        ("Ministry of Tourism", "Sturm", 2),
    ],
)
def test_organisation_names_joins_a_short_form_in_brackets(
    resolve: Resolve, name: str, short: str, number: int
) -> None:
    text = f"Then {name} ({short}) met. "
    assert len(resolve(text, (name, ORG), (short, ORG)).entities) == number


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Government of Kenya", "State:KEN"),
        ("Governments of the Republic of Kenya", "State:KEN"),
        ("the Royal Government of Kenya", "State:KEN"),
        ("Administration of Kenya Ports", "Organization:administration of kenya ports"),
    ],
)
def test_link_organisation_takes_the_government_of_a_state_for_it(
    resolve: Resolve, name: str, expected: str
) -> None:
    resolved = resolve(f"Then {name} paid. ", (name, ORG))
    assert [each.id for each in resolved.entities] == [expected]

"""Names of persons: full, short and of leaders."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.extract.findings import Argument
from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import Resolved
from kg.resolve.article.named_people import link_people

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]


def test_link_people_links_a_surname_to_the_full_name(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill spoke. Quill left. "
    resolved = resolve(text, ("Ada Quill",), ("Quill", 1))
    [entity] = resolved.entities
    assert (entity.id, entity.name) == ("Person:ada quill", "Ada Quill")
    assert len(entity.mentions) == 2


@pytest.mark.parametrize(
    ("full", "short"),
    [
        *(
            ("Choe Son Hui", "Choe"),
            ("Xi Jinping", "Xi"),
            ("Nguyen Phu Trong", "Nguyen"),
        ),
        *(("Inés Robledo Vidal", "Robledo"), ("Inés Robledo Vidal", "Inés Robledo")),
        *(("Samir Abdelkader", "Abdelkader"), ("Samir Abdul Kader", "Kader")),
    ],
)
def test_link_people_knows_family_names_that_are_not_last(
    resolve: Resolve, full: str, short: str
) -> None:
    text = f"{full} spoke. Later {short} left. "
    assert len(resolve(text, (full,), (short, 1)).entities) == 1


@pytest.mark.parametrize(
    ("full", "short", "id_"),
    [
        # The article goes on with the first of two family names, or the last.
        ("Inés Robledo Vidal", "Robledo", "Person:ines robledo"),
        ("Inés Robledo Vidal", "Vidal", "Person:ines robledo vidal"),
        ("Inés Robledo Vidal", "Inés Robledo", "Person:ines robledo vidal"),
        # A second given name, and an Asian one.
        ("Ada Eve Quill", "Eve", "Person:ada eve quill"),
        ("Choe Son Hui", "Son", "Person:choe son hui"),
    ],
)
def test_link_people_knows_which_family_name_is_in_use(
    resolve: Resolve, full: str, short: str, id_: str
) -> None:
    text = f"{full} spoke. Later {short} left. "
    found = resolve(text, (full,), (short, 1)).entities
    assert id_ in [each.id for each in found]


def test_link_people_takes_a_title_for_more_than_the_last_name(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Inés Robledo Vidal met Bo Robledo. Mayor Robledo left. Robledo ate. "
    mayor = {"title": "Mayor"}
    first, second = ("Inés Robledo Vidal", mayor), ("Bo Robledo",)
    shorter = ("Robledo", 2, mayor), ("Robledo", 3)
    resolved = resolve(text, first, second, *shorter)
    [full] = ids_of(resolved, text, "Inés Robledo Vidal")
    assert [ids_of(resolved, text, "Robledo", nth) for nth in (2, 3)] == [(full,)] * 2


@pytest.mark.parametrize("short", ["J. B. Quill", "J.B. Quill"])
def test_link_people_knows_who_has_initials(resolve: Resolve, short: str) -> None:
    text = f"{short} spoke. John B. Quill left. G. O. Quill met him. "
    names = ((short,), ("John B. Quill",), ("G. O. Quill",))
    assert len(resolve(text, *names).entities) == 2


def test_link_people_keeps_namesakes_apart(resolve: Resolve) -> None:
    text = "Ada Quill met Bob Quill. "
    assert len(resolve(text, ("Ada Quill",), ("Bob Quill",)).entities) == 2


def test_link_people_knows_who_is_called_like_a_capital(resolve: Resolve) -> None:
    text = "Queen Sofia spoke. "
    [entity] = resolve(text, ("Sofia", {"title": "Queen"})).entities
    assert entity.name == "Sofia"


def test_link_people_takes_no_number_for_a_person(resolve: Resolve) -> None:
    text = "OFFICIAL ONE: No. ADA QUILL: Yes. "
    [entity] = resolve(text, ("ONE",), ("ADA QUILL",)).entities
    assert entity.name == "Ada Quill"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Minister Robert C. Quill’s Remarks", "Robert Quill"),
        ("Robert Quill and Richard Quill Meet", "Quill"),
        ("Oslo Quill Remarks", "Quill"),
        ("Mary Ann Quill Speaks", "Mary Ann Quill"),
        ("Robert “Quill” Reed", "Quill"),
        (None, "Quill"),
    ],
)
def test_link_people_finds_a_full_name_in_the_title(
    resolve: Resolve, title: str | None, name: str
) -> None:
    text = "MINISTER QUILL: Welcome. "
    [entity] = resolve(text, ("QUILL",), title=title).entities
    assert entity.name == name


@pytest.mark.parametrize(
    ("title", "name"), [("Jill Biden", "Jill Biden"), ("Joe Biden", "Joe Biden")]
)
def test_link_people_believes_the_title_before_the_office(
    resolve: Resolve, title: str, name: str
) -> None:
    text = "The US said Biden was in Iowa. "
    names = ("US", {"label": "GPE"}), ("Biden",)
    resolved = resolve(text, *names, published=date(2022, 1, 1), title=title)
    assert name in {entity.name for entity in resolved.entities}


def test_link_people_knows_a_given_name_in_short(resolve: Resolve) -> None:
    text = "Antony J. Quill spoke. Welcome, Tony Quill. Tony and Quill left. "
    names = ("Antony J. Quill",), ("Tony Quill",), ("Tony", 1), ("Quill", 2)
    [entity] = resolve(text, *names).entities
    assert (entity.name, len(entity.mentions)) == ("Antony J. Quill", 4)


@pytest.mark.parametrize(
    "text",
    [
        "Robert Quill died. His son, Bobby Quill, spoke. ",
        "Robert Quill met Bobby Quill. ",
    ],
)
def test_link_people_keeps_father_and_son_apart(resolve: Resolve, text: str) -> None:
    assert len(resolve(text, ("Robert Quill",), ("Bobby Quill",)).entities) == 2


def test_link_people_heeds_a_title_among_namesakes(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill met Bob Quill. Mr. Quill left. "
    bob = {"gender": "masculine"}
    mr = {"title": "Mr.", "gender": "masculine"}
    resolved = resolve(
        text,
        ("Ada Quill", {"gender": "feminine"}),
        ("Bob Quill", bob),
        ("Quill", 2, mr),
    )
    assert ids_of(resolved, text, "Quill", 2) == ("Person:bob quill",)


def test_link_people_reads_a_title_with_or_without_its_full_stop(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Dr. Ada Quill met Bob Quill. Dr Quill left. "
    names = (("Ada Quill", {"title": "Dr."}), ("Bob Quill", {"title": "Mayor"}))
    resolved = resolve(text, *names, ("Quill", 2, {"title": "Dr"}))
    assert ids_of(resolved, text, "Quill", 2) == ("Person:ada quill",)


def test_link_people_takes_a_lone_surname_for_the_leader_of_the_day(
    resolve: Resolve, here: Callable[[str], str]
) -> None:
    day = date(2024, 11, 1)
    [leader] = resolve("Macron spoke. ", ("Macron",), published=day).entities
    assert leader.id == "Person:emmanuel macron"
    [nobody] = resolve("Macron spoke. ", ("Macron",)).entities
    assert here(nobody.id) == "Person:macron HERE"


def test_link_people_gives_spellings_in_two_articles_one_id(
    resolve: Resolve,
) -> None:
    ids = {
        resolve(f"{name} spoke. ", (name,)).entities[0].id
        for name in ("Volodymyr Zelensky", "Volodymyr Zelenskyy")
    }
    assert len(ids) == 1


def test_link_people_links_names_of_persons_alone(linked: Linked) -> None:
    text = "Ada Quill, the judge, and Quill Bank"
    judge = ("the judge", {"form": "nominal"})
    bank = ("Quill Bank", {"label": "ORG"})
    linking = linked(text, ("Ada Quill",), judge, bank)
    linking.links.clear()
    link_people(linking)
    assert list(linking.links) == [0]


def test_link_people_prefers_the_nearest_of_two_full_names(linked: Linked) -> None:
    text = "Ada Quill left. Bob Quill sat. Quill ate. Cy Quill came. "
    names = [(name,) for name in ("Ada Quill", "Bob Quill", "Cy Quill")]
    linking = linked(text, *names, ("Quill", 2))
    assert [chain.key for chain in linking.chains_of(2)] == ["bob quill"]


@pytest.mark.parametrize(
    ("title", "gender", "expected"),
    [("Mr.", "masculine", "ada quill"), ("Mr.", None, "bob quill")],
)
def test_link_people_heeds_the_gender_of_a_title(
    linked: Linked, title: str, gender: str | None, expected: str
) -> None:
    text = "Ada Quill left. Bob Quill sat. Mr. Quill ate. "
    linking = linked(
        text,
        ("Ada Quill", {"gender": "masculine"}),
        ("Bob Quill", {"gender": "feminine"}),
        ("Quill", 2, {"title": title, "gender": gender}),
    )
    assert [chain.key for chain in linking.chains_of(2)] == [expected]


def test_link_people_learns_offices_gender_and_state(linked: Linked) -> None:
    text = "Kenya's Sen. Vex Quill, a judge, met Vex Stone. "
    judge = Argument(start=24, end=31, text="a judge", head=26)
    fields = {"title": "Sen.", "gender": "feminine", "appositive": judge}
    kenya = ("Kenya", {"label": "LOC"})
    linking = linked(text, kenya, ("Vex Quill", fields), ("Vex Stone",))
    quill, stone = (linking.only_chain_of(index) for index in (1, 2))
    assert quill is not None and stone is not None
    assert {"senator", "judge"} <= quill.words
    assert (quill.gender, quill.states) == ("feminine", {"KEN"})
    assert (stone.words, stone.gender, stone.states) == (set(), None, set())


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Vexa Quillova", "feminine"),
        ("Vexa Quillov", "masculine"),
        ("Vexa Quill", None),
        ("Mary Quillov", "feminine"),
    ],
)
def test_link_people_tells_gender_by_given_name_then_by_ending(
    linked: Linked, name: str, gender: str | None
) -> None:
    chain = linked(f"{name} left", (name,)).only_chain_of(0)
    assert chain is not None and chain.gender == gender


@pytest.mark.parametrize(
    ("title", "gender", "state", "is_leader"),
    [
        ("Dr.", None, False, False),
        ("Dr.", None, True, True),
        ("Ms.", "feminine", True, False),
        ("Mr.", "masculine", True, True),
        ("President", None, False, True),
    ],
)
def test_link_people_takes_a_namesake_for_no_leader(
    resolve: Resolve, title: str, gender: str | None, state: bool, is_leader: bool
) -> None:
    names = [("Macron", {"title": title, "gender": gender}), ("Macron", 1)]
    names += [("France", {"label": "LOC"})] if state else []
    text = f"{title} Macron spoke. Macron left. In France it rained. "
    resolved = resolve(text, *names, published=date(2024, 11, 6))
    [person] = {e.id for e in resolved.entities if e.type == "Person"}
    assert (person == "Person:emmanuel macron") is is_leader


@pytest.mark.parametrize(
    ("title", "is_leader"),
    [
        ("President", True),
        ("Chair General", True),
        ("Ambassador", False),
        ("Foreign Minister", False),
        ("Prime Minister", True),
    ],
)
def test_link_people_takes_nobody_of_another_office_for_a_leader(
    resolve: Resolve, ids_of: IdsOf, title: str, is_leader: bool
) -> None:
    text = f"Emmanuel Macron of France ate. {title} Macron spoke. "
    names = ("Emmanuel Macron",), ("Macron", 1, {"title": title})
    resolved = resolve(text, *names, published=date(2024, 11, 6))
    [person] = ids_of(resolved, text, "Macron", 1)
    assert (person == "Person:emmanuel macron") is is_leader


@pytest.mark.parametrize("before", ["nurse", "A woman named"])
def test_link_people_takes_somebody_described_for_no_leader(
    resolve: Resolve, before: str
) -> None:
    text = f"{before} Macron spoke. "
    resolved = resolve(text, ("Macron", 0), published=date(2024, 11, 6))
    assert resolved.entities[0].id != "Person:emmanuel macron"


@pytest.mark.parametrize(
    ("full", "age", "meant"),
    [
        ("Bo Quill and his father, Ed Quill,", "younger", "bo quill"),
        ("Bo Quill and his father, Ed Quill,", "elder", "ed quill"),
        ("Bo Quill and Ed Quill,", "younger", None),
    ],
)
def test_link_people_tells_the_younger_namesake_from_the_elder(
    resolve: Resolve, ids_of: IdsOf, full: str, age: str, meant: str | None
) -> None:
    text = f"{full} left. The {age} Quill spoke. "
    resolved = resolve(text, ("Bo Quill", 0), ("Ed Quill", 0), ("Quill", 2))
    [found] = ids_of(resolved, text, "Quill", 2)
    assert found.startswith(f"Person:{meant or 'quill'}")


def test_link_people_gives_leaders_their_state_while_in_office(linked: Linked) -> None:
    name = ("Emmanuel Macron",)
    states = [
        chain.states
        for day in (date(2024, 11, 1), date(2004, 11, 1), None)
        for chain in linked("Emmanuel Macron", name, published=day).chains_of(0)
    ]
    assert states == [{"FRA"}, set(), set()]


def test_apposition_tells_state_and_gender(linked: Linked) -> None:
    text = "Vex Quill, a Kenyan mother of two, sat. "
    described = Argument(start=11, end=33, text=text[11:33], head=text.index("mother"))
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    linking = linked(text, ("Vex Quill", {"appositive": described}), kenyan)
    chain = linking.chains["Person:vex quill"]
    assert (chain.gender, chain.states) == ("feminine", {"KEN"})


@pytest.mark.parametrize(
    ("noun", "gender"), [("mother", "feminine"), ("spokesman", "masculine")]
)
def test_apposition_outweighs_a_given_name_but_for_its_man(
    linked: Linked, noun: str, gender: str
) -> None:
    given = "Bob" if noun == "mother" else "Vex"
    text = f"{given} Quill, a {noun}, sat. "
    at = text.index("a ")
    described = Argument(
        start=at, end=at + 2 + len(noun), text=f"a {noun}", head=text.index(noun)
    )
    linking = linked(text, (f"{given} Quill", {"appositive": described}))
    assert linking.chains[f"Person:{given.lower()} quill"].gender == gender


def test_apposition_tells_no_state_after_its_noun(linked: Linked) -> None:
    text = "Vex Quill, envoy to Kenya, sat. "
    described = Argument(start=11, end=25, text=text[11:25], head=text.index("envoy"))
    kenya = ("Kenya", {"label": "LOC"})
    linking = linked(text, ("Vex Quill", {"appositive": described}), kenya)
    assert linking.chains["Person:vex quill"].states == set()


@pytest.mark.parametrize(
    ("text", "names", "ids"),
    [
        ("Secretary left. ", [("Secretary", {})], []),
        ("Mr. King left. ", [("King", {"title": "Mr."})], ["Person:king HERE"]),
        (
            "Ada King sat. King left. ",
            [("Ada King", {}), ("King", 1, {})],
            ["Person:ada king"],
        ),
        (
            "US President Ada Quill left. ",
            [("US President Ada Quill", {})],
            ["Person:ada quill"],
        ),
    ],
)
def test_link_people_takes_no_office_for_a_person(
    resolve: Resolve,
    here: Callable[[str], str],
    text: str,
    names: list[tuple[object, ...]],
    ids: list[str],
) -> None:
    assert [here(entity.id) for entity in resolve(text, *names).entities] == ids


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        (None, "Person:quill HERE"),
        ("Ms.", "Person:quill HERE"),
        ("Minister", "Person:quill"),
    ],
)
def test_link_people_keeps_a_lone_name_without_office_in_its_article(
    resolve: Resolve, here: Callable[[str], str], title: str | None, id_: str
) -> None:
    text = "They met. Ms. Quill sat. Quill left. "
    names = [("Quill", {"title": title}), ("Quill", 1)]
    [entity] = resolve(text, *names).entities
    assert (here(entity.id), len(entity.mentions)) == (id_, 2)


def test_link_people_takes_two_family_names_with_a_hyphen_for_nobody(
    resolve: Resolve,
) -> None:
    text = "Ada Quill met Bob Reed. The Quill-Reed talks ended. "
    names = (("Ada Quill",), ("Bob Reed",), ("Quill-Reed",))
    assert [e.id for e in resolve(text, *names).entities] == [
        "Person:ada quill",
        "Person:bob reed",
    ]
    text = "Ada Quill-Reed met Bob Reed. Quill-Reed left. "
    names = (("Ada Quill-Reed",), ("Bob Reed",), ("Quill-Reed", 1))
    [ada, _] = resolve(text, *names).entities
    assert len(ada.mentions) == 2


def test_link_people_parts_namesakes_by_their_initials(resolve: Resolve) -> None:
    text = "Ada B. Quill met Ada C. Quill. Ada C. Quill left. "
    names = (("Ada B. Quill",), ("Ada C. Quill",), ("Ada C. Quill", 1))
    found = {each.id: len(each.mentions) for each in resolve(text, *names).entities}
    assert found == {"Person:ada b quill": 1, "Person:ada c quill": 2}


@pytest.mark.parametrize(("kin", "name"), [("Sisters", "Ada Quill"), ("Then", "Ada")])
def test_link_people_lends_kin_the_family_name_that_is_told_once(
    resolve: Resolve, kin: str, name: str
) -> None:
    text = f"{kin} Ada and Eve Quill sang. "
    resolved = resolve(text, ("Ada",), ("Eve Quill",))
    assert resolved.entities[0].name == name

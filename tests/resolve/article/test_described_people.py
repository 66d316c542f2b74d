"""Which person a phrase means: by title, office, place and age."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kg.extract.findings import Argument
from kg.resolve.article.chains import Linking
from kg.resolve.article.described_people import described_person
from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
NOMINAL: dict[str, Any] = {"form": "nominal"}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}
SUBJECT: dict[str, Any] = {"is_subject": True}
GROUP: dict[str, Any] = {
    "form": "nominal", "label": "GROUP", "gender": "neuter", "number": "plural",
}  # fmt: skip


def test_described_person_finds_a_person_by_title(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Foreign Minister Ada Quill met Judge Bob Reed. The foreign minister left. "
    resolved = resolve(
        text,
        ("Ada Quill", {"title": "Foreign Minister"}),
        ("Bob Reed", {"title": "Judge"}),
        (
            "The foreign minister",
            NOMINAL | {"lemma": "minister", "modifiers": ("foreign",)},
        ),
    )
    assert ids_of(resolved, text, "The foreign minister") == ("Person:ada quill",)


@pytest.mark.parametrize(
    ("verb", "is_quill"),
    [("met", False), ("has met", False), ("was", True), ("was named", True)],
)
def test_described_person_is_no_object_of_what_he_does(
    resolve: Resolve, ids_of: IdsOf, verb: str, is_quill: bool
) -> None:
    text = f"President Ada Quill left. Quill {verb} the president. "
    names = (
        ("Ada Quill", {"title": "President"}),
        ("Quill", 1, {"is_subject": True}),
        ("the president", NOMINAL | {"lemma": "president"}),
    )
    found = ids_of(resolve(text, *names), text, "the president")
    assert found == (("Person:ada quill",) if is_quill else ())


def test_described_person_shares_an_article_between_two_titles(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = (
        "Secretary Ada Quill met President Bob Reed. The secretary and president ate. "
    )
    specs = (
        ("Ada Quill", {"title": "Secretary"}),
        ("Bob Reed", {"title": "President"}),
        ("The secretary", NOMINAL | {"lemma": "secretary"}),
        ("president", NOMINAL | {"lemma": "president"}),
    )
    assert ids_of(resolve(text, *specs), text, "president") == ("Person:bob reed",)
    apart = text.replace(" and ", " saw ")
    assert ids_of(resolve(apart, *specs), apart, "president") == ()


def test_described_person_heeds_the_state_in_a_description(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Kenyan President Ada Quill left. The Ghanaian president stayed. "
    specs: list[tuple[Any, ...]] = [
        ("Kenyan", DEMONYM),
        ("Ada Quill", {"title": "President"}),
        ("Ghanaian", DEMONYM),
        (
            "The Ghanaian president",
            NOMINAL
            | {
                "lemma": "president",
                "modifiers": ("ghanaian",),
                "head": text.index("president"),
            },
        ),
    ]
    resolved = resolve(text, *specs)
    argument = Argument(
        start=text.index("The Ghanaian"),
        end=text.index(" stayed"),
        text="The Ghanaian president",
        head=text.index("president"),
    )
    assert resolved.at(argument) == ()


@pytest.mark.parametrize(
    ("title", "expected"), [("Sen.", ("Person:ada quill",)), ("Gov.", ())]
)
def test_noun_means_whose_title_is_its_abbreviation(
    resolve: Resolve, ids_of: IdsOf, title: str, expected: tuple[str, ...]
) -> None:
    text = f"{title} Ada Quill voted. The senator said so. "
    noun = NOMINAL | {"lemma": "senator"}
    resolved = resolve(text, ("Ada Quill", {"title": title}), ("The senator", noun))
    assert ids_of(resolved, text, "The senator") == expected


@pytest.mark.parametrize(
    ("party", "expected"), [("green", ("Person:ada quill",)), ("liberal", ())]
)
def test_nominee_means_who_runs_for_that_party(
    resolve: Resolve, ids_of: IdsOf, party: str, expected: tuple[str, ...]
) -> None:
    text = "Green candidate Ada Quill won. The nominee said so. "
    noun = NOMINAL | {"lemma": "nominee", "modifiers": (party,)}
    ada = {"title": "Green candidate"}
    resolved = resolve(text, ("Ada Quill", ada), ("The nominee", noun))
    assert ids_of(resolved, text, "The nominee") == expected


@pytest.mark.parametrize(
    ("gender", "found"), [("feminine", ("Person:ada quill",)), ("masculine", ())]
)
def test_age_means_the_subject_before(
    resolve: Resolve, ids_of: IdsOf, gender: str, found: tuple[str, ...]
) -> None:
    text = "Ada Quill spoke of parents. The 34-year-old pilot laughed. "
    resolved = resolve(
        text,
        ("Ada Quill", SUBJECT | {"gender": "feminine"}),
        ("parents", GROUP | {"lemma": "parent"}),
        (
            "The 34-year-old pilot",
            NOMINAL | SUBJECT | {"lemma": "pilot", "gender": gender},
        ),
    )
    assert ids_of(resolved, text, "The 34-year-old pilot") == found


def found(linking: Linking, index: int) -> list[tuple[str, str]]:
    """Return the keys of the persons that a phrase means, with the reasons."""
    links = described_person(linking, index)
    return [(link.chain.key, link.reason) for link in links]


@pytest.mark.parametrize(
    ("phrase", "fields", "expected"),
    [
        ("The minister", {"lemma": "minister"}, [("ada quill", "title")]),
        ("Her minister", {"lemma": "minister"}, [("ada quill", "title")]),
        ("A minister", {"lemma": "minister"}, []),
        ("minister", {"lemma": "minister"}, []),
        ("The judge", {"lemma": "judge"}, []),
        (
            "The prime minister",
            {"lemma": "minister", "modifiers": ("prime",)},
            [],
        ),
        (
            "The tired minister",
            {"lemma": "minister", "modifiers": ("tired",)},
            [("ada quill", "title")],
        ),
    ],
)
def test_described_person_has_the_title_of_a_definite_phrase(
    linked: Linked,
    phrase: str,
    fields: dict[str, Any],
    expected: list[tuple[str, str]],
) -> None:
    text = f"Minister Ada Quill left. {phrase} sat. "
    ada = ("Ada Quill", {"title": "Minister"})
    linking = linked(text, ada, (phrase, NOMINAL | fields))
    assert found(linking, 1) == expected


@pytest.mark.parametrize(
    ("sentence", "gender", "expected"),
    [
        (1, "feminine", [("ada quill", "gender")]),
        (2, "feminine", []),
        (1, "masculine", []),
    ],
)
def test_described_person_takes_the_woman_for_one_just_before(
    linked: Linked, sentence: int, gender: str, expected: list[tuple[str, str]]
) -> None:
    text = "Ms. Ada Quill left. The woman sat. "
    ada = ("Ada Quill", {"title": "Ms.", "gender": "feminine", "sentence": 0})
    woman = NOMINAL | {"lemma": "woman", "gender": gender, "sentence": sentence}
    assert found(linked(text, ada, ("The woman", woman)), 1) == expected


@pytest.mark.parametrize(
    ("day", "modifiers", "expected"),
    [
        (date(2024, 11, 1), (), ["in office: President of FRA"]),
        (date(2024, 11, 1), ("former",), []),
        (None, (), []),
    ],
)
def test_described_person_is_in_office_on_the_day(
    linked: Linked,
    day: date | None,
    modifiers: tuple[str, ...],
    expected: list[str],
) -> None:
    text = "The French president sat. "
    fields = {"lemma": "president", "head": 11, "modifiers": modifiers}
    phrase = ("The French president", NOMINAL | fields)
    linking = linked(text, phrase, ("French", DEMONYM), published=day)
    assert [reason for _, reason in found(linking, 0)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The president sat. Rain fell. It rained. Emmanuel Macron left.", True),
        ("The president of a club sat. Emmanuel Macron left.", False),
        ("The president sat. Rain fell. It rained. Ada Quill left.", False),
    ],
)
def test_described_person_is_the_one_in_office_whom_the_article_names(
    linked: Linked, text: str, expected: bool
) -> None:
    named = "Ada Quill" if "Quill" in text else "Emmanuel Macron"
    phrase = ("The president", NOMINAL | {"lemma": "president", "head": 4})
    name = (named, {"sentence": 3})
    linking = linked(text, phrase, name, published=date(2024, 11, 1))
    reasons = [reason for _, reason in found(linking, 0)]
    assert ("in office: President of FRA" in reasons) is expected


@pytest.mark.parametrize(
    ("demonym", "title", "expected"),
    [
        ("Kenyan", None, [("vex quill", "named right afterwards")]),
        ("Ghanaian", None, []),
        ("Kenyan", "Judge", []),
    ],
)
def test_described_person_is_named_right_afterwards(
    linked: Linked,
    demonym: str,
    title: str | None,
    expected: list[tuple[str, str]],
) -> None:
    text = f"The {demonym} clerk sat. Kenya's Vex Quill ate. "
    clerk = NOMINAL | {"lemma": "clerk", "head": text.index("clerk")}
    linking = linked(
        text,
        (f"The {demonym} clerk", clerk),
        (demonym, DEMONYM),
        ("Kenya's", {"label": "LOC"}),
        ("Vex Quill", {"title": title}),
    )
    for chain in linking.chains_of(3):
        chain.states.add("KEN")
    assert found(linking, 0) == expected


def test_described_person_named_right_afterwards_is_new(linked: Linked) -> None:
    text = "Vex Quill ran. The Kenyan clerk sat. Vex Quill ate. "
    clerk = NOMINAL | {"lemma": "clerk", "head": text.index("clerk")}
    linking = linked(
        text,
        ("Vex Quill",),
        ("The Kenyan clerk", clerk),
        ("Kenyan", DEMONYM),
        ("Vex Quill", 1),
    )
    for chain in linking.chains_of(0):
        chain.states.add("KEN")
    assert found(linking, 1) == []


def described(text: str, phrase: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    head = text.index(phrase) + phrase.rindex(" ") + 1
    return phrase, NOMINAL | {"speaks": True, "head": head} | fields


@pytest.mark.parametrize(
    ("after", "name", "expected"),
    [
        # The same title, within three sentences.
        ("Envoy Ada Quill sat", {"title": "Envoy"}, True),
        ("It rained. So. Envoy Ada Quill sat", {"title": "Envoy"}, True),
        ("So. So. So. Envoy Ada Quill sat", {"title": "Envoy"}, False),
        # A title of another kind.
        ("Judge Ada Quill sat", {"title": "Judge"}, False),
        # No title: the name opens the next sentence.
        ("Ada Quill sat", {}, True),
        ("Ms Ada Quill sat", {"title": "Ms"}, True),
        ("So. Ada Quill sat", {}, False),
    ],
)
def test_described_person_is_whom_the_text_names_next(
    resolve: Resolve, ids_of: IdsOf, after: str, name: dict[str, Any], expected: bool
) -> None:
    text = f"Kenya's envoy said so. {after}. "
    phrase = described(text, "Kenya's envoy", lemma="envoy")
    kenya = ("Kenya", {"label": "LOC"})
    resolved = resolve(text, phrase, kenya, ("Ada Quill", SUBJECT | name))
    found = ids_of(resolved, text, "envoy")
    assert (found == ("Person:ada quill",)) is expected


def test_described_person_is_nobody_whom_the_text_has_named(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill sat. Kenya's envoy said so. Ada Quill left. "
    names = (("Ada Quill", SUBJECT), ("Ada Quill", 1, SUBJECT))
    phrase = described(text, "Kenya's envoy", lemma="envoy")
    resolved = resolve(text, phrase, ("Kenya", {"label": "LOC"}), *names)
    assert ids_of(resolved, text, "envoy") != ("Person:ada quill",)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("left", ("Person:ada quill",)),
        ("in that case left", ()),
        ("who sat left", ()),
    ],
)
def test_described_person_is_nobody_before_whom_the_phrase_tells_apart(
    resolve: Resolve, ids_of: IdsOf, rest: str, expected: tuple[str, ...]
) -> None:
    text = f"Judge Ada Quill came. The judge {rest}. "
    judge = ("The judge", NOMINAL | {"lemma": "judge"})
    resolved = resolve(text, ("Ada Quill", {"title": "Judge"}), judge)
    assert ids_of(resolved, text, "The judge") == expected


@pytest.mark.parametrize(
    ("title", "noun", "is_meant"),
    [
        ("Sen.", "lawmaker", True),
        ("Pope", "pontiff", True),
        ("Queen", "monarch", True),
        ("Judge", "lawmaker", False),
    ],
)
def test_described_person_goes_by_other_words_for_a_title(
    resolve: Resolve, ids_of: IdsOf, title: str, noun: str, is_meant: bool
) -> None:
    text = f"{title} Ada Quill sat. The {noun} left. "
    phrase = (f"The {noun}", NOMINAL | {"lemma": noun})
    resolved = resolve(text, ("Ada Quill", {"title": title}), phrase)
    assert (ids_of(resolved, text, f"The {noun}") == ("Person:ada quill",)) is is_meant


@pytest.mark.parametrize(
    ("opening", "title", "speaks", "expected"),
    [
        ("", "Judge", True, True),
        ("Bob Reed sat. ", "Judge", True, False),
        ("", "Mayor", True, False),
        ("", "Judge", False, False),
    ],
)
def test_described_person_of_the_opening_is_named_after_it(
    linked: Linked, opening: str, title: str, speaks: bool, expected: bool
) -> None:
    text = f"{opening}A judge ruled. It rained. {title} Ada Quill spoke. "
    names = [("Bob Reed",)] if opening else []
    judge = described(text, "A judge", lemma="judge", number="singular")
    quill = ("Ada Quill", {"title": title, "speaks": speaks} | SUBJECT)
    linking = linked(text, *names, judge, quill)
    reasons = [reason for _, reason in found(linking, len(names))]
    assert ("named after the opening" in reasons) is expected


@pytest.mark.parametrize(
    ("title", "noun", "expected"),
    [
        ("Deputy Governor", {"lemma": "governor"}, ()),
        ("Governor", {"lemma": "governor"}, ("Person:ada quill",)),
        (
            "Deputy Governor",
            {"lemma": "governor", "modifiers": ("deputy",)},
            ("Person:ada quill",),
        ),
    ],
)
def test_described_person_with_the_title_is_no_deputy(
    resolve: Resolve,
    ids_of: IdsOf,
    title: str,
    noun: dict[str, Any],
    expected: tuple[str, ...],
) -> None:
    text = f"{title} Ada Quill sat. The governor left. "
    names = ("Ada Quill", {"title": title})
    resolved = resolve(text, names, ("The governor", NOMINAL | noun))
    assert ids_of(resolved, text, "The governor") == expected


def accused(
    linked: Linked, modifiers: tuple[str, ...] = (), *more: tuple[Any, ...]
) -> list[tuple[str, str]]:
    text = "Ada Quill and Bob Reed were charged. The gunman fled. "
    noun = NOMINAL | {"lemma": "gunman", "modifiers": modifiers}
    named = ("Ada Quill", {"kinds": ("accused",)})
    linking = linked(text, named, *more, ("The gunman", noun))
    index = len(linking.candidates) - 1
    return [(link.chain.id, link.reason) for link in described_person(linking, index)]


def test_described_person_is_the_one_who_is_accused(linked: Linked) -> None:
    quill = [("Person:ada quill", "accused")]
    assert accused(linked) == quill
    assert accused(linked, ("alleged",)) == quill
    assert accused(linked, ("second",)) == []


def test_described_person_is_none_of_two_who_are_accused(linked: Linked) -> None:
    assert accused(linked, (), ("Bob Reed", {"kinds": ("accused",)})) == []


SPEAKS: dict[str, Any] = {"speaks": True}
OFFICIAL = NOMINAL | SPEAKS | {"label": "PERSON", "lemma": "official"}


@pytest.mark.parametrize(
    ("phrase", "fields", "expected"),
    [
        ("The official", {}, ("Person:ada quill",)),
        # "His aide" and an official of one who spoke are somebody else.
        ("An official", {}, ()),
        ("Quill's official", {}, ()),
        ("The official", {"speaks": False}, ()),
        ("The official", {"quotation": 1}, ()),
        ("The official", {"gender": "masculine"}, ()),
        # In her own words it is another one.
        ("The official", {"said_by": (0,)}, ()),
    ],
)
def test_described_person_who_speaks_is_the_one_who_spoke_last(
    resolve: Resolve,
    ids_of: IdsOf,
    phrase: str,
    fields: dict[str, Any],
    expected: tuple[str, ...],
) -> None:
    text = f"Ada Quill said so. {phrase} added that. "
    quill = SPEAKS | {"gender": "feminine"}
    resolved = resolve(text, ("Ada Quill", quill), (phrase, OFFICIAL | fields))
    assert ids_of(resolved, text, phrase) == expected


@pytest.mark.parametrize(
    ("title", "expected"), [(None, ("Person:bob reed",)), ("Judge", ())]
)
def test_described_person_is_no_judge_where_another_spoke_too(
    resolve: Resolve, ids_of: IdsOf, title: str | None, expected: tuple[str, ...]
) -> None:
    text = "Ada Quill said so. Bob Reed denied it. The official added that. "
    reed = SPEAKS | {"title": title}
    resolved = resolve(
        text, ("Ada Quill", SPEAKS), ("Bob Reed", reed), ("The official", OFFICIAL)
    )
    assert ids_of(resolved, text, "The official") == expected


@pytest.mark.parametrize(("body", "type_"), [("Arta", "Person"), ("Borea", "Group")])
def test_described_person_is_of_no_other_body_than_who_spoke(
    resolve: Resolve, ids_of: IdsOf, body: str, type_: str
) -> None:
    text = f"Arta chief Ada Quill said so. The {body} official added that. "
    resolved = resolve(
        text,
        ("Ada Quill", SPEAKS | {"title": "Arta chief"}),
        (f"The {body} official", OFFICIAL),
        (body, 1 if body == "Arta" else 0, {"label": "ORG", "gender": "neuter"}),
    )
    [found] = ids_of(resolved, text, f"The {body} official")
    assert found.split(":")[0] == type_


@pytest.mark.parametrize(
    ("nation", "speaks", "expected"),
    [
        ("A", False, ("Person:ada quill",)),
        ("A", True, ()),
        ("Ghanaian", False, ()),
    ],
)
def test_described_person_in_the_words_of_one_without_a_state(
    resolve: Resolve,
    ids_of: IdsOf,
    nation: str,
    speaks: bool,
    expected: tuple[str, ...],
) -> None:
    """In no mouth are words put by such a guess."""
    text = f'Kenyan Minister Ada Quill left. {nation} Envoy Bo Reed: "the minister". '
    demonym = {"label": "NORP", "form": "demonym"}
    phrase = {
        **{"form": "nominal", "lemma": "minister", "quotation": 0},
        **{"said_by": (text.index("Bo Reed"),), "speaks": speaks},
    }
    resolved = resolve(
        text,
        ("Kenyan", demonym),
        ("Ada Quill", {"title": "Minister"}),
        *([("Ghanaian", demonym)] if nation == "Ghanaian" else []),
        ("Bo Reed", {"title": "Envoy"}),
        ("the minister", phrase),
    )
    assert ids_of(resolved, text, "the minister") == expected


@pytest.mark.parametrize("other", [True, False])
def test_age_alone_means_nobody_where_two_were_named(
    resolve: Resolve, ids_of: IdsOf, other: bool
) -> None:
    text = "Ada Quill met Bob Reed. The 22-year-old laughed. "
    old = NOMINAL | SUBJECT | {"lemma": "old", "gender": None}
    names = [("Ada Quill", SUBJECT), *([("Bob Reed",)] if other else [])]
    resolved = resolve(text, *names, ("The 22-year-old", old))
    expected = () if other else ("Person:ada quill",)
    assert ids_of(resolved, text, "The 22-year-old") == expected


@pytest.mark.parametrize(
    "title", ["The governor's spokesman", "spokesman for the governor"]
)
def test_described_person_is_not_who_works_for_one(
    resolve: Resolve, ids_of: IdsOf, title: str
) -> None:
    text = f"Governor Bob Reed left. {title} Ada Quill spoke. The governor won. "
    governor = {"form": "nominal", "label": "PERSON", "lemma": "governor"}
    names = (("Bob Reed", {"title": "Governor"}), ("Ada Quill", {"title": title}))
    resolved = resolve(
        text, *names, ("The governor", text.count("The governor") - 1, governor)
    )
    assert ids_of(resolved, text, "The governor won") == ("Person:bob reed",)

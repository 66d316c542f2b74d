"""Whom and what third-person pronouns mean."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.extract.findings import Argument
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.entities import Resolved
from kg.resolve.article.pronoun_antecedents import antecedents, link_pronoun

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
SUBJECT: dict[str, Any] = {"is_subject": True}
QUILL, STONE = ("Person:ada quill",), ("Person:eve stone",)
SHE: dict[str, Any] = {
    **{"form": "pronoun", "label": None, "lemma": "she"},
    **{"gender": "feminine", "is_subject": True},
}
HER = SHE | {"lemma": "her", "is_subject": False}
HE = SHE | {"gender": "masculine", "lemma": "he"}
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
THEY = SHE | {"gender": None, "lemma": "they", "number": "plural"}
IT = SHE | {"gender": "neuter", "lemma": "it"}


@pytest.mark.parametrize(
    ("quill", "stone", "expected"),
    [(SUBJECT, {}, QUILL), ({}, SUBJECT, STONE)],
)
def test_pronoun_goes_on_with_the_subject(
    resolve: Resolve,
    ids_of: IdsOf,
    quill: dict[str, Any],
    stone: dict[str, Any],
    expected: tuple[str, ...],
) -> None:
    text = "Ada Quill and then Eve Stone met us. She left. "
    resolved = resolve(text, ("Ada Quill", quill), ("Eve Stone", stone), ("She", SHE))
    assert ids_of(resolved, text, "She") == expected


def test_pronoun_between_two_alike_stays_open(resolve: Resolve, ids_of: IdsOf) -> None:
    """A subject further back and an object close by are about as likely."""
    text = "Ada Quill met nobody at all. It was late. Tea for Eve Stone. her tea. "
    far, near = ("Ada Quill", SUBJECT), ("Eve Stone", {"is_subject": False})
    assert ids_of(resolve(text, far, ("her", HER)), text, "her") == QUILL
    assert ids_of(resolve(text, near, ("her", HER)), text, "her") == STONE
    assert ids_of(resolve(text, far, near, ("her", HER)), text, "her") != QUILL


def test_name_after_a_fronted_phrase_outweighs_the_last_subject(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill left. In her speech, Eve Stone said so. "
    names = (("Ada Quill", SUBJECT), ("Eve Stone", SUBJECT))
    assert ids_of(resolve(text, *names, ("her", HER)), text, "her") == STONE


def test_object_is_not_the_subject_of_its_relative_clause(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill met Eve Stone, who followed her. "
    her = ("her", HER | {"lemma": "she"})
    resolved = resolve(text, ("Ada Quill", SUBJECT), ("Eve Stone", {}), her)
    assert ids_of(resolved, text, "her") == QUILL


def test_pronouns_agree_in_gender(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Ada Quill met Bob Reed. She left. He stayed. "
    resolved = resolve(
        text, ("Ada Quill", SUBJECT), ("Bob Reed",), ("She", SHE), ("He", HE)
    )
    assert ids_of(resolved, text, "She") == ("Person:ada quill",)
    assert ids_of(resolved, text, "He") == ("Person:bob reed",)


def test_pronouns_leaves_a_pronoun_without_antecedent(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Bob Reed left. She stayed. "
    resolved = resolve(text, ("Bob Reed", SUBJECT), ("She", SHE))
    assert ids_of(resolved, text, "She") == ()


def test_pronouns_bars_an_object_from_its_own_subject(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Bob Reed praised him. "
    him = HE | {"is_subject": False}
    resolved = resolve(text, ("Bob Reed", SUBJECT), ("him", him))
    assert ids_of(resolved, text, "him") == ()


def test_pronouns_looks_ahead_from_a_fronted_phrase(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Before his trip, Bob Reed spoke. "
    his = HE | {"lemma": "his", "is_subject": False}
    resolved = resolve(text, ("his", his), ("Bob Reed", SUBJECT))
    assert ids_of(resolved, text, "his") == ("Person:bob reed",)


def test_pronouns_links_they_to_coordinated_names(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Kenya and Ghana agreed. They signed. "
    resolved = resolve(
        text, ("Kenya", LOC | SUBJECT), ("Ghana", LOC | SUBJECT), ("They", THEY)
    )
    assert set(ids_of(resolved, text, "They")) == {"State:KEN", "State:GHA"}


def test_pronouns_takes_a_place_for_no_it(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Mombasa flooded. It recovered. Ghana spoke. It left. "
    resolved = resolve(
        text,
        ("Mombasa", LOC | SUBJECT), ("It", IT), ("Ghana", LOC | SUBJECT), ("It", 1, IT),
    )  # fmt: skip
    assert ids_of(resolved, text, "It") == ()
    assert ids_of(resolved, text, "It", 1) == ("State:GHA",)


@pytest.mark.parametrize(
    ("speaks", "expected"),
    [(True, ("Person:bob quill",)), (False, ("Person:adam stone",))],
)
def test_pronoun_that_speaks_means_nobody_in_its_own_words(
    resolve: Resolve, ids_of: IdsOf, speaks: bool, expected: tuple[str, ...]
) -> None:
    text = 'Bob Quill came. "Adam Stone is late," he said. '
    stone = SUBJECT | {"quotation": 0, "gender": "masculine"}
    quill = {"gender": "masculine", "is_subject": speaks}
    he = HE | {"speaks": speaks}
    resolved = resolve(text, ("Bob Quill", quill), ("Adam Stone", stone), ("he", he))
    assert ids_of(resolved, text, "he ") == expected


@pytest.mark.parametrize(("outside", "expected"), [(1, ("Person:ada quill",)), (7, ())])
def test_pronoun_does_not_count_the_sentences_of_a_quotation(
    resolve: Resolve, ids_of: IdsOf, outside: int, expected: tuple[str, ...]
) -> None:
    text = "Ada Quill spoke. She left. "
    ada = SUBJECT | {"gender": "feminine", "outside": 0, "sentence": 0}
    she = SHE | {"outside": outside, "sentence": 7}
    resolved = resolve(text, ("Ada Quill", ada), ("She", she))
    assert ids_of(resolved, text, "She") == expected


def linked_to(linking: Linking, index: int) -> list[str]:
    """Link a pronoun and return the ids of what it means."""
    link_pronoun(linking, index)
    return [chain.id for chain in linking.chains_of(index)]


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        (IT, ["State:KEN"]),
        (IT | {"is_subject": False}, []),
        (IT | {"speaks": True}, ["State:KEN"]),
        (SHE | {"person": 1}, []),
        (SHE, []),
        (THEY, []),
    ],
)
def test_link_pronoun_takes_it_as_a_subject_for_a_state(
    linked: Linked, pronoun: dict[str, Any], expected: list[str]
) -> None:
    linking = linked(
        "Kenya met us. It left. ", ("Kenya", LOC | SUBJECT), ("It", pronoun)
    )
    assert linked_to(linking, 1) == expected


@pytest.mark.parametrize(
    ("first", "second", "joint", "number"),
    [
        ("Kenya", "Ghana", " and ", 2),
        ("Kenya", "Ghana", " saw ", 0),
        ("Kenya", "Ada Quill", " and ", 0),
        ("Bob Reed", "Ada Quill", " and ", 2),
    ],
)
def test_link_pronoun_takes_they_for_a_list_of_one_kind(
    linked: Linked, first: str, second: str, joint: str, number: int
) -> None:
    text = f"{first}{joint}{second} met us. They left. "
    states = {"Kenya": LOC | SUBJECT, "Ghana": LOC | SUBJECT}
    names = ((name, states.get(name, SUBJECT)) for name in (first, second))
    assert len(linked_to(linked(text, *names, ("They", THEY)), 2)) == number


@pytest.mark.parametrize(("number", "expected"), [("plural", 1), ("singular", 0)])
def test_link_pronoun_takes_they_for_a_plural_group(
    linked: Linked, number: Any, expected: int
) -> None:
    text = "pilots met us. They left. "
    linking = linked(text, ("pilots", {"form": "nominal"} | SUBJECT), ("They", THEY))
    pilots = linking.chain("Group", "pilots", "pilots")
    pilots.number = number
    linking.link(0, pilots, 0.7, "described group")
    assert len(linked_to(linking, 1)) == expected


@pytest.mark.parametrize("speaks", [True, False])
def test_link_pronoun_makes_an_entity_of_those_who_speak(
    linked: Linked, speaks: bool
) -> None:
    text = "The pilots left. They said so. "
    pilots = {"form": "nominal", "label": "GROUP", "lemma": "pilot"}
    pilots |= SUBJECT | {"number": "plural"}
    linking = linked(text, ("The pilots", pilots), ("They", THEY | {"speaks": speaks}))
    chain = Chain("Group", "pilots", "The pilots", is_entity=False, number="plural")
    linking.link(0, chain, 0.7, "described group")
    link_pronoun(linking, 1)
    assert [link.chain.is_entity for link in linking.links[1]] == [speaks]


def test_link_pronoun_tells_the_gender_of_whom_it_means(linked: Linked) -> None:
    linking = linked("Vex Quill sat. She left. ", ("Vex Quill", SUBJECT), ("She", SHE))
    chain = linking.chains["Person:vex quill"]
    assert chain.gender is None
    link_pronoun(linking, 1)
    assert chain.gender == "feminine"
    [link] = linking.links[1]
    assert link.score > 0.9
    assert link.reason == "antecedent"


def test_link_pronoun_means_nobody_where_the_likeliest_is_no_entity(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill sat. It rained. A beekeeper came. She left. "
    keeper = {"form": "nominal", "lemma": "beekeeper", "gender": "feminine"}
    names = (("Ada Quill", {}), ("A beekeeper", keeper | SUBJECT), ("She", SHE))
    assert ids_of(resolve(text, *names), text, "She") == ()
    assert ids_of(resolve(text, names[0], names[2]), text, "She") == QUILL


@pytest.mark.parametrize(
    ("quill", "expected"),
    [({"speaks": True}, []), ({"speaks": False}, [0]), ({"quotation": 0}, [0])],
)
def test_antecedents_leave_out_who_speaks_the_quotation(
    linked: Linked, quill: dict[str, Any], expected: list[int]
) -> None:
    text = 'Ada Quill said: "She is late." '
    linking = linked(text, ("Ada Quill", quill), ("She", SHE | {"quotation": 0}))
    assert [index for index, _ in antecedents(linking, 1)] == expected


@pytest.mark.parametrize(
    ("text", "her", "stone", "expected"),
    [
        ("After her trip, Eve Stone sat", {}, SUBJECT, [1]),
        ("After her trip Eve Stone sat", {}, SUBJECT, []),
        ("After her trip, Eve Stone sat", SUBJECT, SUBJECT, []),
        ("After her trip, Eve Stone sat", {}, {}, []),
        ("After her trip, Eve Stone sat", {}, SUBJECT | {"sentence": 1}, []),
        ("After her trip, Eve Stone sat", {}, SUBJECT | {"form": "nominal"}, []),
        ("After her trip, Eve Stone sat", {"gender": "masculine"}, SUBJECT, []),
    ],
)
def test_antecedents_look_ahead_from_a_fronted_phrase_alone(
    linked: Linked,
    text: str,
    her: dict[str, Any],
    stone: dict[str, Any],
    expected: list[int],
) -> None:
    linking = linked(text, ("her", HER | her), ("Eve Stone", stone))
    assert [index for index, _ in antecedents(linking, 0)] == expected


def test_antecedents_look_ahead_from_no_clause_with_a_subject(
    linked: Linked,
) -> None:
    text = "If cats saw her there, Eve Stone sat"
    cats = ("cats", {"form": "nominal", "label": "GROUP"} | SUBJECT)
    linking = linked(text, cats, ("her", HER), ("Eve Stone", SUBJECT))
    assert list(antecedents(linking, 1)) == []


@pytest.mark.parametrize(
    ("stone", "she", "barred"),
    [
        ({"said_by": (25,)}, {"speaks": True}, True),
        ({"said_by": (99,)}, {"speaks": True}, False),
        ({"said_by": (25,), "form": "nominal"}, {"speaks": True}, False),
        ({"said_by": (25,)}, {"lemma": "they", "number": "plural"}, False),
    ],
)
def test_who_speaks_is_not_whom_the_words_name(
    linked: Linked, stone: dict[str, Any], she: dict[str, Any], barred: bool
) -> None:
    """Stone left. She said that Stone would come back."""
    text = "Eve Stone left with Tom. She said Stone was well. "
    names = (("Eve Stone", SUBJECT), ("Stone", 1, stone))
    linking = linked(text, *names, ("She", SHE | she))
    if stone.get("form") == "nominal":
        linking.link(2, linking.chains["Person:eve stone"], 0.7, "title")
    if she.get("number") == "plural":
        linking.chains["Person:eve stone"].number = "plural"
    found = [linking.candidates[index].text for index, _ in antecedents(linking, 1)]
    assert ("Eve Stone" not in found) is barred


@pytest.mark.parametrize(
    ("text", "stone", "they", "number"),
    [
        ("Ada Quill met Eve Stone. They left. ", {}, {}, 2),
        ("Ada Quill spoke with Eve Stone. They left. ", {}, {}, 2),
        ("Ada Quill saw Eve Stone. They left. ", {}, {}, 0),
        ("Ada Quill met Eve Stone. They left. ", {"label": "ORG"}, {}, 0),
        ("Ada Quill met Eve Stone. They left. ", {}, {"is_subject": False}, 0),
        ("Ada Quill met Eve Stone. So. They left. ", {}, {}, 0),
        ("Ada Quill met Eve Stone. They left. ", {"said_by": (7,)}, {}, 0),
    ],
)
def test_they_are_the_two_who_met(
    linked: Linked,
    text: str,
    stone: dict[str, Any],
    they: dict[str, Any],
    number: int,
) -> None:
    names = (("Ada Quill", SUBJECT), ("Eve Stone", stone))
    assert len(linked_to(linked(text, *names, ("They", THEY | they)), 2)) == number


def test_they_are_not_two_of_three_who_met(linked: Linked) -> None:
    text = "Ada Quill met Eve Stone and Bob Reed. They left. "
    names = (("Ada Quill", SUBJECT), ("Eve Stone",), ("Bob Reed",))
    assert "Person:ada quill" not in linked_to(linked(text, *names, ("They", THEY)), 3)


def test_subject_may_own_an_object_of_its_words(linked: Linked) -> None:
    text = "Ada Quill said Tom saw her. "
    her = HER | {"lemma": "she", "said_by": (0,)}
    linking = linked(text, ("Ada Quill", SUBJECT), ("her", her))
    assert [index for index, _ in antecedents(linking, 1)] == [0]
    linking = linked(text, ("Ada Quill", SUBJECT), ("her", her | {"said_by": ()}))
    assert list(antecedents(linking, 1)) == []


@pytest.mark.parametrize(
    ("they", "label", "expected"),
    [
        ({"speaks": True}, "ORG", ("Organization:quill bureau",)),
        ({"speaks": True}, "PERSON", ()),
    ],
)
def test_link_pronoun_takes_they_who_speak_for_the_body_that_spoke(
    resolve: Resolve,
    ids_of: IdsOf,
    they: dict[str, Any],
    label: str,
    expected: tuple[str, ...],
) -> None:
    text = "Quill Bureau denied it. They said no. "
    body = {"label": label, "gender": "neuter", "speaks": True} | SUBJECT
    resolved = resolve(text, ("Quill Bureau", body), ("They", THEY | they))
    assert ids_of(resolved, text, "They") == expected


@pytest.mark.parametrize(
    ("gender", "expected"), [(None, "Group"), ("feminine", "Person")]
)
def test_pronoun_may_mean_one_person_without_a_name(
    resolve: Resolve, ids_of: IdsOf, gender: str | None, expected: str
) -> None:
    text = "Bob Reed ran. The Arta aide said so. He added that. "
    aide = {"form": "nominal", "label": "PERSON", "lemma": "aide", "gender": gender}
    resolved = resolve(
        text,
        ("Bob Reed", {"gender": "masculine"}),
        ("The Arta aide", aide | {"speaks": True, "is_subject": True}),
        ("Arta", {"label": "ORG", "gender": "neuter"}),
        ("He", HE | {"speaks": True, "is_subject": True}),
    )
    [found] = ids_of(resolved, text, "He")
    assert found.split(":")[0] == expected


@pytest.mark.parametrize(
    ("bureau", "expected"),
    [(SUBJECT, ("Organization:quill bureau",)), ({"is_subject": False}, ())],
)
def test_they_may_be_a_body_that_acts(
    resolve: Resolve, ids_of: IdsOf, bureau: dict[str, Any], expected: tuple[str, ...]
) -> None:
    text = "Quill Bureau said that their men left. "
    body = {"label": "ORG", "gender": "neuter"} | bureau
    their = THEY | {"lemma": "their", "is_subject": False}
    resolved = resolve(text, ("Quill Bureau", body), ("their", their))
    assert ids_of(resolved, text, "their") == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("", ("State:GHA",)), ("Kenya left. ", ())],
)
def test_it_as_an_object_has_to_be_likelier(
    linked: Linked,
    monkeypatch: pytest.MonkeyPatch,
    opening: str,
    expected: tuple[str, ...],
) -> None:
    """Of a state and a rival of it, neither is likely enough."""
    text = f"{opening}Ghana spoke. They struck it. "
    names = [("Kenya", LOC | SUBJECT)] if opening else []
    it = IT | {"is_subject": False}
    linking = linked(text, *names, ("Ghana", LOC | SUBJECT), ("it", it))
    index = len(names) + 1
    share = 0.7 if opening else 0.9
    monkeypatch.setattr(
        "kg.resolve.article.pronoun_antecedents.shares",
        lambda *_: {(linking.chains["State:GHA"],): share, (): 1 - share},
    )
    link_pronoun(linking, index)
    assert tuple(chain.id for chain in linking.chains_of(index)) == expected


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("has accused", False), ("said that nobody had seen", True)],
)
def test_object_of_the_cue_is_not_who_speaks(
    linked: Linked, words: str, is_found: bool
) -> None:
    text = f"Bob Reed {words} him of it. "
    him = HE | {"is_subject": False, "said_by": (0,)}
    linking = linked(text, ("Bob Reed", SUBJECT | {"speaks": True}), ("him", him))
    assert bool(list(antecedents(linking, 1))) is is_found


def test_pronoun_in_a_quotation_is_not_the_pronoun_that_speaks_it(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = 'Ada Quill met Eve Stone. Ada Quill spoke. "She ran," she said. '
    inside = SHE | {"quotation": 0, "said_by": (text.rindex("she"),)}
    speaker = SHE | {"speaks": True}
    names = (("Ada Quill", SUBJECT), ("Eve Stone", {}), ("Ada Quill", 1, SUBJECT))
    resolved = resolve(text, *names, ("She", inside), ("she", speaker))
    assert ids_of(resolved, text, "she said") == QUILL
    assert ids_of(resolved, text, "She ran") != QUILL


@pytest.mark.parametrize(
    ("quill", "teacher", "she", "expected"),
    [
        (False, False, True, QUILL),
        (False, True, True, ()),
        (False, True, False, QUILL),
        (True, True, True, QUILL),
    ],
)
def test_pronoun_in_a_deed_is_nobody_by_name_beside_somebody_in_one(  # noqa: PLR0913
    resolve: Resolve,
    ids_of: IdsOf,
    quill: bool,
    teacher: bool,
    she: bool,
    expected: tuple[str, ...],
) -> None:
    """A judge sentenced a teacher, who was arrested: not the judge."""
    text = "Ada Quill heard a teacher. She fled. "
    woman = SHE | {"form": "nominal", "label": "PERSON", "lemma": "teacher"}
    resolved = resolve(
        text,
        ("Ada Quill", SUBJECT | {"involved": quill}),
        ("a teacher", woman | {"is_subject": False, "involved": teacher}),
        ("She", SHE | {"involved": she}),
    )
    assert ids_of(resolved, text, "She") == expected


@pytest.mark.parametrize("between", [". ", ".\n\nIt rained. "])
def test_pronoun_is_whom_alone_its_paragraph_names(
    resolve: Resolve, ids_of: IdsOf, between: str
) -> None:
    text = (
        "Eve Stone ran. Stone said so. She said no.\n\n"
        f"Ada Quill came{between}She left. "
    )
    speaks = SUBJECT | {"speaks": True}
    she = SHE | {"speaks": True}
    names = (("Eve Stone", SUBJECT), ("Stone", 1, speaks), ("Ada Quill", SUBJECT))
    resolved = resolve(text, *names, ("She", she), ("She", 1, she))
    expected = QUILL if between == ". " else ()
    assert ids_of(resolved, text, "She", 1) == expected


def test_object_is_not_the_subject_beside_its_office(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Eve Stone slept. The mayor, Ada Quill, accused her. "
    mayor = {"form": "nominal", "lemma": "mayor", "is_subject": True}
    at = text.index("The mayor")
    beside = Argument(start=at, end=at + 9, text="The mayor", head=at)
    apposed = SUBJECT | {"appositive": beside}
    names = (("Eve Stone", SUBJECT), ("The mayor", mayor), ("Ada Quill", apposed))
    resolved = resolve(text, *names, ("her", SHE | {"is_subject": False}))
    assert ids_of(resolved, text, "her") == STONE

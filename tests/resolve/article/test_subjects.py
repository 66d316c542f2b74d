"""Whom a statement is about, from hand-made mentions."""

import pytest

from kg.extract.findings import Argument
from kg.records import Span
from kg.resolve.article.subjects import subjects

WE = {"form": "pronoun", "label": None, "person": 1, "number": "plural", "quotation": 0}
YOU = {"form": "pronoun", "label": None, "person": 2, "lemma": "you", "quotation": 0}
LAMU = {"label": "LOC"}
CALLED = ("Ada", 1, {"merely_stands": True})
ADA = "Person:ada moss"


def found(resolved, text, content, speakers=()):
    """Return what a content of the text is about, and what it mentions."""
    start = text.index(content)
    span = Span(start=start, end=start + len(content), text=content)
    return subjects([span], speakers, resolved)


def spoken(resolve, text, pronoun, speaker, *names):
    """Return what the pronoun's sentence is about where the speaker says it."""
    resolved = resolve(text, *names, pronoun)
    resolved.bind_quotation(0, [speaker])
    return found(resolved, text, text.rpartition(": ")[2], [speaker])


def test_subjects_only_mentions_what_merely_stands(resolve):
    text = "Ada Moss left Lamu"
    place = {"label": "LOC", "merely_stands": True}
    resolved = resolve(text, ("Ada Moss", {}), ("Lamu", place))
    assert found(resolved, text, text) == ((ADA,), ("Location:lamu",))


def test_subjects_are_about_what_is_a_topic_elsewhere_in_the_content(resolve):
    text = "In Lamu she said Lamu grows"
    standing = {"label": "LOC", "merely_stands": True}
    resolved = resolve(text, ("Lamu", 0, standing), ("Lamu", 1, {"label": "LOC"}))
    assert found(resolved, text, text) == (("Location:lamu",), ())


def test_subjects_count_a_body_that_says_we(resolve):
    text = "Quill Bank: we left"
    bank = "Organization:quill bank"
    name = ("Quill Bank", {"label": "ORG"})
    assert spoken(resolve, text, ("we", WE), bank, name) == ((bank,), ())


def test_subjects_take_no_person_for_his_we(resolve):
    text = "Ada Moss: we left"
    assert spoken(resolve, text, ("we", WE), ADA, ("Ada Moss", {})) == ((), ())


@pytest.mark.parametrize(
    ("title", "body", "is_found"),
    [
        ("spokeswoman", "Quill Bank", True),
        ("former spokeswoman", "Quill Bank", False),
        # A leader's "we" may be all the nation's, an official's is the state's.
        ("leader", "Quill Bank", False),
        ("spokeswoman", "Quill Ministry", False),
    ],
)
def test_subjects_take_the_body_for_its_spokesmans_we(resolve, title, body, is_found):
    text = f"Ada Moss of {body}: we left"
    resolved = resolve(text, ("Ada Moss", {}), (body, {"label": "ORG"}), ("we", WE))
    ada, at = (
        Argument(start=start, end=start + 1, text="", head=start)
        for start in (text.index("Ada"), text.index(body))
    )
    resolved.learn_office(ada, title, at)
    resolved.bind_quotation(0, [ADA])
    about = found(resolved, text, "we left", [ADA]).about
    assert bool(about) is is_found


def test_subjects_count_who_says_it_of_oneself(resolve):
    text = "Ada Moss claimed responsibility"
    resolved = resolve(text, ("Ada Moss", {}))
    span = Span(start=17, end=len(text), text=text[17:])
    assert subjects([span], [ADA], resolved).about == ()
    own = subjects([span], [ADA], resolved, is_of_oneself=True)
    assert own.about == (ADA,)


def test_subjects_count_a_person_who_says_i(resolve):
    text = "Ada Moss: I left"
    i = ("I", WE | {"number": "singular"})
    assert spoken(resolve, text, i, ADA, ("Ada Moss", {})) == ((ADA,), ())


@pytest.mark.parametrize(
    ("speakers", "is_reported", "expected"),
    [
        ([ADA], False, (ADA,)),
        ([ADA, "Person:bo reed"], False, ()),
        # "Ada Moss says that my plan holds": the plan is of whose text it is.
        ([ADA], True, ()),
    ],
)
def test_subjects_take_an_i_outside_of_quotation_marks_for_who_speaks(
    resolve, speakers, is_reported, expected
):
    text = "Ada Moss: My plan holds"
    my = ("My", WE | {"number": "singular", "quotation": None})
    resolved = resolve(text, ("Ada Moss", {}), my)
    span = Span(start=text.index("My"), end=len(text), text="My plan holds")
    about = subjects([span], speakers, resolved, is_reported=is_reported).about
    assert about == expected


def test_subjects_leave_out_a_speaker_who_only_thinks(resolve):
    text = "Ada Moss: I think so"
    i = ("I", WE | {"number": "singular", "merely_stands": True})
    assert spoken(resolve, text, i, ADA, ("Ada Moss", {})) == ((), ())


def test_subjects_take_the_state_for_its_ministers_we(resolve):
    text = "Kenyan Minister Ada Moss: we left"
    names = (
        ("Kenyan", {"label": "NORP", "form": "demonym"}),
        ("Ada Moss", {"title": "Minister"}),
    )
    assert spoken(resolve, text, ("we", WE), ADA, *names) == (("State:KEN",), ())


@pytest.mark.parametrize(
    ("said", "names", "expected"),
    [
        ("you left", (), (ADA,)),
        ("you know Lamu grows", (("Lamu", LAMU),), ("Location:lamu",)),
        ("Ada, you know Lamu grows", (CALLED, ("Lamu", LAMU)), ("Location:lamu", ADA)),
    ],
)
def test_subjects_count_who_is_spoken_to_alone_or_by_name(
    resolve, said, names, expected
):
    text = f"Ada Moss heard: {said}"
    resolved = resolve(text, ("Ada Moss", {}), *names, ("you", YOU))
    resolved.bind_hearer(0, [ADA])
    assert found(resolved, text, said).about == expected

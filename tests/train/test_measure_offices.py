"""The measure of offices."""

import pytest

from kg.records import ArticleInfo, Entity, Extraction, Mention, Relation, Span
from kg.train.measure_offices import OfficeLabel, Offices, OfficesLabel, office_labels

TEXT = "Ada Quill, the former mayor of Bern, left."


def entity(id_, text):
    start = TEXT.index(text)
    mention = Mention(start=start, end=start + len(text), text=text, form="name")
    return Entity(id=id_, type="Person", name=text, mentions=(mention,))


def offices(title, owner="Bern", *, optional=False):
    """Give one office of kg's beside the one label of the text."""
    place = tuple(TEXT.index(x) for x in ("Ada", "mayor", "Bern"))
    label = OfficeLabel(
        holder=(place[0], place[0] + 9),
        title=(place[1], place[1] + 5),
        owner=(place[2], place[2] + 4),
        status="former",
        optional=optional,
    )
    gold = OfficesLabel(corpus="x", document=0, half="tune", offices=(label,))
    relation = Relation(
        subject="ada",
        type="HOLDS_POSITION",
        object_="owner",
        title=title,
        evidence=Span(start=0, end=len(TEXT), text=TEXT),
    )
    info = ArticleInfo(
        id="x",
        title=None,
        published=None,
        published_basis="none",
        source=None,
        url=None,
        sha256="0",
    )
    read = Extraction(
        article=info,
        entities=(entity("ada", "Ada Quill"), entity("owner", owner)),
        statements=(),
        events=(),
        relations=(relation,),
        figures=(),
        times=(),
    )
    return Offices(gold, TEXT, read)


@pytest.mark.parametrize(
    ("title", "owner", "right"),
    [
        ("former mayor", "Bern", 1),
        ("then the mayor", "Bern", 1),
        ("mayor", "Bern", 0),
        ("former deputy mayor", "Bern", 0),
        ("former mayor", "left", 0),
    ],
)
def test_counts_want_holder_owner_and_whole_title(title, owner, right):
    counts = offices(title, owner).counts()
    assert counts == {"kg": 1, "gold": 1, "right": right, "met": right}


def test_optional_labels_are_right_and_not_missed():
    found = offices("former mayor", optional=True)
    assert found.counts() == {"kg": 1, "right": 1, "gold": 0, "met": 0}
    assert list(found.rows()) == []


def test_rows_list_what_is_wrong_or_missed():
    assert list(offices("mayor").rows()) == [
        "wrong: Ada Quill | Bern | mayor",
        "missed: Ada Quill | Bern | mayor | former",
    ]


def test_office_labels_are_a_hundred():
    found = [each for label in office_labels() for each in label.offices]
    assert sum(not each.optional for each in found) == 100

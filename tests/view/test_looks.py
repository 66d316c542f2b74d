"""Colours that people tell apart, also those who see no red or no green."""

from itertools import combinations

import pytest
from coloraide import Color

from kg.view import looks
from kg.view.neo4j_browser import style_colours

# Machado, Oliveira and Fernandes (2009), as coloraide simulates them, at full strength.
EYES = (None, "deutan", "protan")
APART = 10
# WCAG 2.1, 1.4.11: what a graphic needs against its ground.
CONTRAST = 2.5
CLASSES = {
    "light": looks.LIGHT,
    "dark": looks.DARK,
    "lines, light": {kind: each[1] for kind, each in looks.KINDS.items()},
    "lines, dark": {kind: each[2] for kind, each in looks.KINDS.items()},
    "Neo4j Browser": style_colours(),
}


def seen(colour, eyes):
    return (
        Color(colour) if eyes is None else Color(colour).filter(eyes, method="machado")
    )


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", CLASSES)
def test_any_two_classes_are_told_apart(name, eyes):
    near = [
        (first, second)
        for (first, one), (second, other) in combinations(CLASSES[name].items(), 2)
        if seen(one, eyes).delta_e(seen(other, eyes), method="2000") < APART
    ]
    assert near == []


@pytest.mark.parametrize(
    ("name", "ground"),
    [
        ("light", "#ffffff"),
        ("lines, light", "#ffffff"),
        ("dark", "#151a22"),
        ("lines, dark", "#151a22"),
    ],
)
def test_colours_stand_out_from_their_ground(name, ground):
    faint = {
        label: colour
        for label, colour in CLASSES[name].items()
        if Color(colour).contrast(ground) < CONTRAST
    }
    assert faint == {}


def test_every_class_has_a_shape_of_its_own():
    assert looks.SHAPES.keys() == looks.LIGHT.keys() == looks.DARK.keys()
    assert len(set(looks.SHAPES.values())) == len(looks.SHAPES)


def test_every_kind_of_line_has_dashes_of_its_own():
    dashes = [each[3] for each in looks.KINDS.values()]
    assert len(set(dashes)) == len(dashes)


def test_box_holds_a_name_of_several_lines():
    short, long = (looks.node(name, 0.5) for name in ("Choe", "Choe Son Hui " * 3))
    assert looks.box(long)[1] > looks.box(short)[1]
    assert len(long["lines"]) > 1

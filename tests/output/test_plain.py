"""Text from an article cannot drive a terminal."""

import json

import pytest

from kg.output.plain import escape_json, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b2J", "\\x9b2J"),
        ("over\rwritten", "over\\x0dwritten"),
        ("bell\x07", "bell\\x07"),
        ("\u202eevil", "\\u202eevil"),
        ("half \ud800", "half \\ud800"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
    ],
)
def test_plain_spells_out_control_signs(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize("text", ["two\nlines\tand a tab", "Côte d’Ivoire “최선희” 🕊"])
def test_plain_leaves_ordinary_text(text):
    assert plain(text) == text


def test_escape_json_keeps_the_value():
    text = "\x9b2J \u202e \x7f é\ud800"
    encoded = escape_json(json.dumps(text, ensure_ascii=False))
    assert encoded.encode("utf-8").isascii() is False
    assert json.loads(encoded) == text
    assert not set(encoded) & set("\x9b\u202e\x7f\ud800")

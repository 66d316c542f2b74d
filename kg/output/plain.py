"""Make text from an article safe to show: spell out what could drive a terminal."""

import re

# C0 and C1 controls but for the tab and the end of a line, the signs that turn the
# direction of writing or hide, and halves of surrogate pairs, which no stream encodes.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff]"
)


def plain(text: str) -> str:
    r"""Return text with control and direction signs written out, as in ``\x1b``.

    Tabs and line ends stay.
    """
    return _UNSAFE.sub(_spell_out, text)


def escape_json(encoded: str) -> str:
    r"""Return JSON with the signs that `plain` spells out as ``\u001b`` escapes."""
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", encoded)


def _spell_out(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

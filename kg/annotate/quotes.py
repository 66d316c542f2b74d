"""Quotation marks: which stretches of an article are somebody's own words."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

# Opening mark to the marks that close it; German quotations close with “.
_PAIRS = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "«": "»",
    "``": "''",
    "‘": "’",
    "'": "'",
    "‹": "›",
}
_MARK = re.compile(r"``|''|[\"“”„«»‘’‹›']")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
# A single mark between letters is an apostrophe, and so it is in "'90s", "'em".
_SINGLE = frozenset("'‘’")
_PLURAL = re.compile("s['’] [a-z]")


@Language.factory(
    "kg_quotes", assigns=["doc.spans"], default_config={"spans_key": "quotes"}
)
def make_quotes(nlp: Language, name: str, spans_key: str) -> "Quotes":
    """Create the component that marks quotations, with their marks."""
    return Quotes(spans_key=spans_key)


class Quotes:
    """Put the quotations of an article in `doc.spans`, each one with its marks."""

    def __init__(self, *, spans_key: str) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        spans = (
            doc.char_span(start, end, "QUOTE", alignment_mode="expand")
            for start, end in quotations(doc.text)
        )
        doc.spans[self.spans_key] = [span for span in spans if span is not None]
        return doc


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each quotation, marks included, outermost only.

    A quotation that no mark closes ends with its paragraph; the next paragraph's
    opening mark then starts the next one, as newspapers print long quotations.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        yield from _in_paragraph(text, paragraph.start(), paragraph.end())


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while (mark := _next_opening(text, position, end)) is not None:
        close = _closing(text, mark, end)
        if close is None and _unsure(text, mark, start):
            position = mark.end()
            continue
        stop = close if close is not None else len(text[:end].rstrip())
        yield mark.start(), stop
        position = stop


def _next_opening(text: str, position: int, end: int) -> re.Match[str] | None:
    for mark in _MARK.finditer(text, position, end):
        if mark[0] in _PAIRS and not _is_apostrophe(text, mark, opening=True):
            return mark
    return None


def _closing(text: str, opening: re.Match[str], end: int) -> int | None:
    closers = _PAIRS[opening[0]]
    is_single = opening[0] in _SINGLE
    for mark in _MARK.finditer(text, opening.end(), end):
        if mark[0] not in closers:
            continue
        if is_single and _is_apostrophe(text, mark, opening=False):
            continue
        if is_single and _is_possessive(text, mark, end):
            continue
        return mark.end()
    return None


def _is_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark after an "s" is a plural's own: 'the farmers' choice,' he said.

    It is, if a surer mark closes the quotation before another one opens.
    """
    if not _PLURAL.match(text, mark.start() - 1):
        return False
    for later in _MARK.finditer(text, mark.end(), end):
        if later[0] not in _SINGLE or _is_apostrophe(text, later, opening=False):
            if later[0] in _SINGLE and not _is_apostrophe(text, later, opening=True):
                return False
            continue
        return not _PLURAL.match(text, later.start() - 1)
    return False


def _is_apostrophe(text: str, mark: re.Match[str], *, opening: bool) -> bool:
    """Whether a mark cannot open (or close) a quotation, by what is beside it."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if not opening:
        return after.isalnum() or not before.strip()
    if mark[0] not in _SINGLE:
        # Inches: a 12" gun.
        return mark[0] == '"' and before.isalnum() and not after.strip()
    return before.isalnum() or not after.strip() or after.isdigit()


def _unsure(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether an unclosed mark says too little: a single one, or one for inches."""
    if mark[0] in _SINGLE:
        return True
    before = text[mark.start() - 1 : mark.start()] if mark.start() > start else ""
    return before.isalnum() or not text[mark.end() : mark.end() + 1].strip()


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Return the indices of the tokens in `doc.spans["quotes"]`, marks included."""
    quotes = doc.spans.get("quotes", ())
    return frozenset(i for quote in quotes for i in range(quote.start, quote.end))

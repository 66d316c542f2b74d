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
# A line of a letter that another one quotes, marked as mail programs do.
_OF_MAIL = re.compile(r">[> ]*[A-Z\"“‘(]")
# Marks that may be apostrophes: between letters they are, and so in "'90s" and "'em".
_SINGLE = frozenset("'‘’")
# A mark that may be a plural's own: "farmers' choice".
_PLURAL = re.compile("s['’] [a-z]")


@Language.factory(
    "kg_quotes", assigns=["doc.spans"], default_config={"spans_key": "quotes"}
)
def make_quotes(nlp: Language, name: str, spans_key: str) -> "Quotes":
    """Create the component that marks quotations, with their marks."""
    return Quotes(spans_key=spans_key)


class Quotes:
    """Put the quotations of an article in `doc.spans`, each one with its marks.

    Ada said “no.” has one, “no.”. Needs nothing but the text.
    """

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

    Takes an article's text, yields offsets of characters in text order: of Ada said
    “no.” they are (9, 14). A quotation that no mark closes ends with its paragraph; the
    next paragraph's opening mark then starts the next one, as newspapers print long
    quotations. A line that opens with ">" is one, as mail quotes.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        if _OF_MAIL.match(paragraph[0]):
            yield paragraph.start(), paragraph.start() + len(paragraph[0].rstrip())
            continue
        yield from _in_paragraph(text, paragraph.start(), paragraph.end())


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while (mark := _next_opening(text, position, end)) is not None:
        close = _closing(text, mark, end)
        if close is None and _may_open_nothing(text, mark, start):
            position = mark.end()
            continue
        stop = close if close is not None else len(text[:end].rstrip())
        yield mark.start(), stop
        position = stop


def _next_opening(text: str, position: int, end: int) -> re.Match[str] | None:
    for mark in _MARK.finditer(text, position, end):
        if mark[0] in _PAIRS and not _cannot_open(text, mark):
            return mark
    return None


def _closing(text: str, opening: re.Match[str], end: int) -> int | None:
    """Return where the mark ends that closes a quotation, None if there is none."""
    closers = _PAIRS[opening[0]]
    for mark in _MARK.finditer(text, opening.end(), end):
        if mark[0] not in closers:
            continue
        # Inside “…” an apostrophe closes nothing; between single marks it looks alike.
        if opening[0] not in _SINGLE or _closes_single(text, mark, end):
            return mark.end()
    return None


def _closes_single(text: str, mark: re.Match[str], end: int) -> bool:
    return not _cannot_close(text, mark) and not _is_possessive(text, mark, end)


def _is_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark after an "s" is a plural's own: 'the farmers' choice,' he said.

    It is, if a surer mark closes the quotation before another one opens.
    """
    if not _PLURAL.match(text, mark.start() - 1):
        return False
    for later in _MARK.finditer(text, mark.end(), end):
        if later[0] not in _SINGLE:
            continue
        if not _cannot_close(text, later):
            return not _PLURAL.match(text, later.start() - 1)
        if not _cannot_open(text, later):
            return False
    return False


def _cannot_close(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark closes no quotation: a letter is behind it, or a space before."""
    before, after = _neighbours(text, mark)
    return after.isalnum() or not before.strip()


def _cannot_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens no quotation: an apostrophe, or the inches of a 12" gun."""
    before, after = _neighbours(text, mark)
    if mark[0] not in _SINGLE:
        return mark[0] == '"' and before.isalnum() and not after.strip()
    # A digit: "the '90s".
    return before.isalnum() or not after.strip() or after.isdigit()


def _neighbours(text: str, mark: re.Match[str]) -> tuple[str, str]:
    """Return the characters before and behind a mark, empty at the text's ends."""
    return text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]


def _may_open_nothing(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether an unclosed mark says too little: a single one, or one for inches."""
    if mark[0] in _SINGLE:
        return True
    before = text[mark.start() - 1 : mark.start()] if mark.start() > start else ""
    return before.isalnum() or not text[mark.end() : mark.end() + 1].strip()


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Return the indices of the tokens in `doc.spans["quotes"]`, marks included.

    Of Ada said “no.” they are 2 to 5: the marks, the word and the full stop.
    """
    quotes = doc.spans.get("quotes", ())
    return frozenset(i for quote in quotes for i in range(quote.start, quote.end))


def outside_sentences(doc: Doc) -> list[int]:
    """Number each token's sentence, without those that are one quotation.

    Of "Ada left. “I will be back.” She was not." they are 1, 1 and 2. Needs sentences
    and `doc.spans["quotes"]`.
    """
    quoted = quoted_tokens(doc)
    numbers: list[int] = []
    count = 0
    for sent in doc.sents:
        words = (token.i for token in sent if not (token.is_punct or token.is_space))
        count += any(i not in quoted for i in words)
        numbers.extend([count] * len(sent))
    return numbers

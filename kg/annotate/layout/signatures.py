"""What a line of its own attributes: signed below, introduced above, a whole text."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

_DASHED = re.compile(r"[ \t]*(?:\r?\n[ \t]*){0,2}(?:[–—―~]|-{1,3})[ \t]*(?=\S)")
# "From the desk of", "And from": what stands before the name of who is quoted.
_OPENING = re.compile(
    r"(?:and |also |next |then )*(?:from |by )?(?:the (?:desk|office|pen) of )?", re.I
)
_CLOSING = frozenset(".:,;–—-")
_VISIBLE = re.compile(r"\S")
_ATTRIBUTED = re.compile(
    r"^[^\n:]{0,60}\b(?P<cue>attribut(?:able|ed) to) (?P<source>[^\n:]+):"
    r"[ \t]*$",
    re.M,
)
_PARAGRAPH = re.compile(r"\S[^\r\n]*")
_MAX_WORDS = 16
# Fewer words than this in quotation marks are a title or a word under discussion.
_MIN_QUOTED = 4
_SOURCES = frozenset({"PERSON", "ORG"})
# One attribution: a span for each of "SOURCE", "CUE", "CONTENT" that it has.
Parts = dict[str, Span]


def signed_quotations(doc: Doc) -> Iterator[Parts]:
    """Yield source and content of the quotations that layout alone attributes.

    “We shall stay.” – Mayor Ada Moss: the name stands after a dash, on the quotation's
    line or the next, and nothing follows it. "From the desk of Ada Moss:" stands on a
    line above. Needs tags, `doc.ents` and `doc.spans["quotes"]`.
    """
    text = doc.text  # spaCy joins all tokens at each look
    for quote in doc.spans.get("quotes", ()):
        words = sum(not token.is_punct and not token.is_space for token in quote)
        if words < _MIN_QUOTED:
            continue
        source = _signature(doc, text, quote) or _introduction(doc, text, quote)
        if source is not None:
            yield {"SOURCE": source, "CONTENT": quote}


def attributed_text(doc: Doc) -> Iterator[Parts]:
    """Yield source, cue and content of each paragraph that a line above attributes.

    "The below is attributable to Spokesperson Ada Moss:" speaks of all that follows, up
    to the next such line. Needs tags and `doc.ents`.
    """
    text = doc.text
    lines = list(_ATTRIBUTED.finditer(text))
    ends = [line.start() for line in lines[1:]] + [len(text)]
    for line, end in zip(lines, ends, strict=False):
        source = _source(doc, text, line.span("source"))
        cue = doc.char_span(*line.span("cue"))
        if source is None or cue is None:
            continue
        for paragraph in _PARAGRAPH.finditer(text, line.end(), end):
            span = doc.char_span(*paragraph.span(), alignment_mode="contract")
            if span is not None:
                yield {"SOURCE": source, "CUE": cue, "CONTENT": span}


def parts_of(**spans: Span | None) -> Parts:
    """Return an attribution of those of its parts that are there."""
    return {part.upper(): span for part, span in spans.items() if span is not None}


def _signature(doc: Doc, text: str, quote: Span) -> Span | None:
    dash = _DASHED.match(text, quote.end_char)
    if dash is None:
        return None
    return _source(doc, text, (dash.end(), _line_end(text, dash.end())))


def _introduction(doc: Doc, text: str, quote: Span) -> Span | None:
    """Return who is named by the line above a quotation that opens a paragraph."""
    end = _line_start(text, quote.start_char)
    if _VISIBLE.search(text, end, quote.start_char):
        return None
    while end and text[end - 1].isspace():
        end -= 1
    start = _line_start(text, end)
    line = text[start:end]
    opening = _OPENING.match(line.lstrip())
    skipped = opening.end() if opening else 0
    if not (line.endswith(":") or "from" in line.lstrip()[:skipped].lower()):
        return None
    return _source(doc, text, (start + len(line) - len(line.lstrip()) + skipped, end))


def _line_start(text: str, at: int) -> int:
    """Return where the line begins that ends at, or holds, a place in the text."""
    start = text.rfind("\n", 0, at) + 1
    return max(start, text.rfind("\r", start, at) + 1)


def _line_end(text: str, at: int) -> int:
    """Return where the line ends that holds a place in the text."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    carriage = text.find("\r", at, end)
    return end if carriage < 0 else carriage


def _source(doc: Doc, text: str, bounds: tuple[int, int]) -> Span | None:
    """Return a line's stretch as a source, if it is a name with what goes with it."""
    start, end = bounds
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING):
        end -= 1
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    if span is None or len(span) > _MAX_WORDS or not is_nominal(span):
        return None
    names = any(token.ent_type_ in _SOURCES for token in span)
    return span if names and span.text[:1].isupper() else None


def is_nominal(span: Span) -> bool:
    """Tell whether a stretch of text is a phrase, not a clause: no verb is finite."""
    return not any(
        "Fin" in token.morph.get("VerbForm", []) and token.dep_ != "acl:relcl"
        for token in span
        if token.pos_ in {"VERB", "AUX"}
    )

"""What a line of its own attributes: signed below, named above, a whole text."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.annotate.layout.pieces import Parts
from kg.english.memory import text_of

# A dash that opens a signature, on the quotation's line or up to two line breaks below;
# type that knows no dashes has "~" or hyphens for one.
_DASHED = re.compile(r"[ \t]*(?:\r?\n[ \t]*){0,2}(?:[–—―~]|-{1,3})[ \t]*(?=\S)")
# "From the desk of", "And from": what stands before the name of who is quoted.
_OPENING = re.compile(
    r"(?:and |also |next |then )*(?:from |by )?(?:the (?:desk|office|pen) of )?", re.I
)
_CLOSING = frozenset(".:,;–—-")
_VISIBLE = re.compile(r"\S")
# Press offices head statements so: "The following is attributable to the Spokesperson:"
_ATTRIBUTABLE = re.compile(
    r"^[^\n:]{0,60}\b(?P<cue>attribut(?:able|ed) to) (?P<source>[^\n:]+):"
    r"[ \t]*$",
    re.M,
)
_PARAGRAPH = re.compile(r"\S[^\r\n]*")
# A name with its office is shorter; a longer line tells a story.
_MAX_TOKENS = 16
# Fewer words than this in quotation marks are a title or a word under discussion.
_MIN_QUOTED = 4
_SOURCES = frozenset({"PERSON", "ORG"})


def signed_quotations(doc: Doc) -> Iterator[Parts]:
    """Yield source and content of the quotations that a name beside them signs.

    “We shall stay.” – Mayor Ada Moss: the name stands after a dash, on the quotation's
    line or the next, and nothing follows it. Or it stands on the line above: "From the
    desk of Ada Moss" or "And from Mayor Ada Moss:". Needs tags, features, `doc.ents`
    and `doc.spans["quotes"]`.
    """
    text = text_of(doc)
    for quote in doc.spans.get("quotes", ()):
        words = sum(not token.is_punct and not token.is_space for token in quote)
        if words < _MIN_QUOTED:
            continue
        source = _name_after(doc, text, quote) or _name_above(doc, text, quote)
        if source is not None:
            yield {"SOURCE": source, "CONTENT": quote}


def attributable_paragraphs(doc: Doc) -> Iterator[Parts]:
    """Yield source, cue and content of each paragraph that a line above attributes.

    "The below is attributable to Spokesperson Ada Moss:" speaks of all that follows, up
    to the next such line. Needs tags, features and `doc.ents`.
    """
    text = text_of(doc)
    lines = list(_ATTRIBUTABLE.finditer(text))
    ends = [line.start() for line in lines[1:]] + [len(text)]
    for line, end in zip(lines, ends, strict=False):
        source = _named_source(doc, text, line.span("source"))
        cue = doc.char_span(*line.span("cue"))
        if source is None or cue is None:
            continue
        for paragraph in _PARAGRAPH.finditer(text, line.end(), end):
            span = doc.char_span(*paragraph.span(), alignment_mode="contract")
            if span is not None:
                yield {"SOURCE": source, "CUE": cue, "CONTENT": span}


def _name_after(doc: Doc, text: str, quote: Span) -> Span | None:
    """Return who signs a quotation with a dash and a name."""
    dash = _DASHED.match(text, quote.end_char)
    if dash is None:
        return None
    return _named_source(doc, text, (dash.end(), _line_end(text, dash.end())))


def _name_above(doc: Doc, text: str, quote: Span) -> Span | None:
    """Return who is named by the line above a quotation that opens a paragraph.

    The line ends with a colon or opens with "from"; any other is a sentence or title.
    """
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
    indent = len(line) - len(line.lstrip())
    return _named_source(doc, text, (start + indent + skipped, end))


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


def _named_source(doc: Doc, text: str, bounds: tuple[int, int]) -> Span | None:
    """Return a line's stretch as a source, if it is a name with what goes with it."""
    start, end = bounds
    while end > start and _closes_line(text[end - 1]):
        end -= 1
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    if span is None or len(span) > _MAX_TOKENS or not is_phrase(span):
        return None
    has_name = any(token.ent_type_ in _SOURCES for token in span)
    return span if has_name and span.text[:1].isupper() else None


def _closes_line(character: str) -> bool:
    return character.isspace() or character in _CLOSING


def is_phrase(span: Span) -> bool:
    """Tell whether a stretch of text is a phrase, not a clause: no verb is finite.

    "Ada Moss, who runs the port" is one, for its verb is a relative clause's; "Ada Moss
    denies it" is none. Needs tags and features; relative clauses need a parse.
    """
    return not any(
        "Fin" in token.morph.get("VerbForm", []) and token.dep_ != "acl:relcl"
        for token in span
        if token.pos_ in {"VERB", "AUX"}
    )

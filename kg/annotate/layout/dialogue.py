"""Contents of two quotations side by side, which are two speakers'."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from kg.annotate.layout.pieces import SpansByNumber, pieces

_SENTENCE_ENDS = frozenset(".?!…")


def apart(doc: Doc, attributions: Mapping[int, Sequence[Span]]) -> SpansByNumber:
    """Return attributions, each with the one quotation that its cue stands beside.

    In '"Will you go?" "No," Ada said' nothing parts the two, so that only the second is
    Ada's; the first stays as an attribution without source and cue. Needs
    `doc.spans["quotes"]`.
    """
    borders = _borders(doc)
    found: SpansByNumber = {}
    others: list[Span] = []
    for number, spans in attributions.items():
        own = _on_this_side(spans, borders)
        for content in pieces(spans, "CONTENT"):
            first = bisect_right(borders, content.start)
            inside = borders[first : bisect_left(borders, content.end)]
            if inside and (cue := next(iter(pieces(spans, "CUE")), None)):
                kept, left = _cut(content, inside, is_last=cue.start >= content.end)
                own[own.index(content)] = kept
                others.append(left)
        found[number] = own
    for number, content in enumerate(others, max(found, default=0) + 1):
        found[number] = [_as_content(content, number)]
    return found


def _on_this_side(spans: Sequence[Span], borders: Sequence[int]) -> list[Span]:
    """Return an attribution's spans without pieces that another speaker said.

    They stand before a border, and the cue behind it, where more of the content is.
    """
    cue = next(iter(pieces(spans, "CUE")), None)
    if cue is None:
        return list(spans)
    place = bisect_right(borders, cue.start)
    border = borders[place - 1] if place else 0
    contents = pieces(spans, "CONTENT")
    if not any(border <= content.start < cue.start for content in contents):
        return list(spans)
    return [x for x in spans if x.label_ != "CONTENT" or x.end > border]


def _borders(doc: Doc) -> list[int]:
    """Return where a quotation opens right after another one that ends a sentence."""
    quotes = list(doc.spans.get("quotes", ()))
    ends = {quote.end for quote in quotes if quote[-2:][0].text[-1] in _SENTENCE_ENDS}
    return sorted(quote.start for quote in quotes if quote.start in ends)


def _cut(content: Span, places: Sequence[int], *, is_last: bool) -> tuple[Span, Span]:
    """Return the part of a content that is beside its cue, and the other part."""
    at = max(places) if is_last else min(places)
    first = _as_content(content.doc[content.start : at], content.id)
    last = _as_content(content.doc[at : content.end], content.id)
    return (last, first) if is_last else (first, last)


def _as_content(words: Span, number: int) -> Span:
    return Span(words.doc, words.start, words.end, "CONTENT", span_id=number)

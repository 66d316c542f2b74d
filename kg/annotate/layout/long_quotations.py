"""Quotations of several paragraphs, of which the last alone has a closing mark."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span

from kg.annotate.layout.pieces import SpansByNumber, indices, pieces
from kg.intervals import Intervals

_CLOSING = {"“": "”", '"': '"', "«": "»", "``": "''", "„": "“"}


def whole_quotations(
    doc: Doc, attributions: Mapping[int, Sequence[Span]]
) -> SpansByNumber:
    """Return attributions, a quotation of several paragraphs whole in one of them.

    Newspapers open each paragraph of a long quotation with a mark and close the last
    alone: “We came. | “We saw,” Ada said. All of it is hers who is told beside the
    last paragraph, else beside the first; what others have of it, they lose. Needs
    `doc.spans["quotes"]`.
    """
    found = {number: list(spans) for number, spans in attributions.items()}
    touching = _contents(found)
    for parts in _long_quotations(doc):
        inside = set(range(parts[0].start, parts[-1].end))
        numbers = touching(parts[0].start, parts[-1].end)
        near = {number: found[number] for number in numbers if number in found}
        owner = _owner(near, parts, inside)
        if owner is None:
            continue
        for number, spans in near.items():
            if _is_told_outside(spans, inside):
                spans[:] = [span for span in spans if not _is_content_in(span, inside)]
            if number != owner and not pieces(spans, "CONTENT"):
                del found[number]
        found[owner] += [
            Span(doc, part.start, part.end, "CONTENT", span_id=owner) for part in parts
        ]
    return found


def _contents(
    attributions: Mapping[int, Sequence[Span]],
) -> Callable[[int, int], list[int]]:
    """Return a function that tells which attributions have a content in a stretch."""
    known = [
        (content, number)
        for number, spans in attributions.items()
        for content in pieces(spans, "CONTENT")
    ]
    places = Intervals((content.start, content.end) for content, _ in known)
    return lambda start, end: sorted({known[n][1] for n in places.over(start, end)})


def _long_quotations(doc: Doc) -> Iterator[list[Span]]:
    """Yield the paragraphs of each quotation that has several."""
    run: list[Span] = []
    for quote in doc.spans.get("quotes", ()):
        if run and not _goes_on(run[-1], quote):
            run = []
        run.append(quote)
        if len(run) > 1 and _is_closed(quote):
            yield run
            run = []


def _goes_on(before: Span, quote: Span) -> bool:
    """Whether a quotation opens the paragraph after one that no mark closes."""
    between = quote.doc[before.end : quote.start]
    is_next = between.text.isspace() or (not between and "\n" in before[-1].text)
    is_same_mark = before[0].text == quote[0].text
    return is_next and is_same_mark and not _is_closed(before)


def _is_closed(quote: Span) -> bool:
    last = next((token for token in reversed(quote) if not token.is_space), quote[-1])
    return len(quote) > 1 and last.text == _CLOSING.get(quote[0].text)


def _owner(
    attributions: Mapping[int, Sequence[Span]], parts: Sequence[Span], inside: set[int]
) -> int | None:
    """Return the attribution that has the last paragraph, else the first, by a cue."""
    for part in (parts[-1], parts[0]):
        for number, spans in attributions.items():
            contents = pieces(spans, "CONTENT")
            has_it = any(
                not set(indices(part)).isdisjoint(indices(c)) for c in contents
            )
            is_told = pieces(spans, "CUE") and pieces(spans, "SOURCE")
            if has_it and is_told and _is_told_outside(spans, inside):
                return number
    return None


def _is_told_outside(spans: Sequence[Span], inside: set[int]) -> bool:
    """Whether an attribution's source and cue stand outside of a quotation."""
    around = [*pieces(spans, "CUE"), *pieces(spans, "SOURCE")]
    return all(inside.isdisjoint(indices(span)) for span in around)


def _is_content_in(span: Span, inside: set[int]) -> bool:
    return span.label_ == "CONTENT" and inside.issuperset(indices(span))

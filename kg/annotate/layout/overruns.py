"""Contents that run on into the next thing that is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span

from kg.annotate.quotes import is_quoted

# Words that may stand between "and" and the next verb of saying.
_BETWEEN = frozenset({"ADV", "AUX", "PART"})
_REACH = 4


def without_neighbours(groups: Mapping[int, Sequence[Span]]) -> dict[int, list[Span]]:
    """Return attributions whose contents end where their source's next one begins.

    "She vowed that it would go on | and accused the West of lying": the second verb
    has its subject outside the first content, and so is no part of it. Words in
    quotation marks stay. Needs tags and `doc.spans["quotes"]`.
    """
    kept = {
        number: [span for span in spans if not _is_taken(span, spans, groups)]
        for number, spans in groups.items()
    }
    return {
        number: list(_cut(spans, _borders(number, spans, kept)))
        for number, spans in kept.items()
    }


def _is_taken(
    piece: Span, own: Sequence[Span], groups: Mapping[int, Sequence[Span]]
) -> bool:
    """Tell whether a piece of a content is another's, whose cue is in its sentence.

    Its own cue is in another sentence, with other pieces of the content.
    """
    if piece.label_ != "CONTENT" or any(_is_near(s, piece) for s in own if s != piece):
        return False
    return any(span.label_ == "CUE" for span in own) and any(
        any(s.label_ == "CUE" and _is_near(s, piece) for s in spans)
        and any(
            s.label_ == "CONTENT" and s.start <= piece.start and piece.end <= s.end
            for s in spans
        )
        for spans in groups.values()
        if spans is not own
    )


def _is_near(span: Span, piece: Span) -> bool:
    """Tell whether no sentence starts between two spans' first words."""
    first, last = sorted((span.start, piece.start))
    return not any(token.is_sent_start for token in span.doc[first + 1 : last + 1])


def _borders(
    number: int, spans: Sequence[Span], groups: Mapping[int, Sequence[Span]]
) -> set[int]:
    """Return the words at which another attribution of the same source begins."""
    sources = words_of(spans, "SOURCE")
    contents = words_of(spans, "CONTENT")
    borders = set()
    for other, others in groups.items():
        cues = [span for span in others if span.label_ == "CUE"]
        if other == number or not cues or not sources & words_of(others, "SOURCE"):
            continue
        border = _conjunction(cues[0])
        if border is not None and cues[0].start in contents and not sources & contents:
            borders.add(border)
    return borders


def words_of(spans: Iterable[Span], label: str) -> set[int]:
    """Return the indices of all tokens in the spans that have a label."""
    return {
        i for span in spans if span.label_ == label for i in range(span.start, span.end)
    }


def _conjunction(cue: Span) -> int | None:
    """Return the conjunction right before a finite cue, if it is not quoted."""
    doc = cue.doc
    if "Fin" not in cue.root.morph.get("VerbForm", []) or is_quoted(doc[cue.start]):
        return None
    for i in range(cue.start - 1, max(cue.start - _REACH, 0) - 1, -1):
        if doc[i].pos_ == "CCONJ":
            return i
        if doc[i].pos_ not in _BETWEEN:
            return None
    return None


def _cut(spans: Iterable[Span], borders: set[int]) -> Iterator[Span]:
    for span in spans:
        ends = [i for i in borders if span.start < i < span.end]
        if span.label_ != "CONTENT" or not ends:
            yield span
            continue
        end = min(ends)
        while end > span.start + 1 and span.doc[end - 1].text in {",", ";"}:
            end -= 1
        yield Span(span.doc, span.start, end, span.label_, span_id=span.id)

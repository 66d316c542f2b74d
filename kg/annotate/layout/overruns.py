"""Contents that run on into the next thing that is said."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span

from kg.intervals import Intervals

# Words that may stand between "and" and the next verb of saying.
_BETWEEN = frozenset({"ADV", "AUX", "PART"})
_REACH = 4


def without_neighbours(
    groups: Mapping[int, Sequence[Span]], quoted: Container[int]
) -> dict[int, list[Span]]:
    """Return attributions whose contents end where their source's next one begins.

    "She vowed that it would go on | and accused the West of lying": the second verb
    has its subject outside the first content, and so is no part of it. Words in
    quotation marks, whose tokens are `quoted`, stay. Needs tags.
    """
    contents = _Contents(groups)
    kept = {
        number: [span for span in spans if not _is_taken(span, spans, contents)]
        for number, spans in groups.items()
    }
    speaking = _by_source(kept)
    return {
        number: list(
            _cut(spans, _borders(spans, _sharing(number, kept, speaking), quoted))
        )
        for number, spans in kept.items()
    }


class _Contents:
    """The attributions by the words of their contents."""

    def __init__(self, groups: Mapping[int, Sequence[Span]]) -> None:
        found = [
            (span, spans)
            for spans in groups.values()
            for span in spans
            if span.label_ == "CONTENT"
        ]
        self._owners = [spans for _, spans in found]
        self._spans = Intervals((span.start, span.end) for span, _ in found)

    def around(self, piece: Span) -> Iterator[Sequence[Span]]:
        """Yield the attributions that have a content which holds a piece of one."""
        for number in self._spans.at(piece.start):
            if self._spans.intervals[number][1] >= piece.end:
                yield self._owners[number]


def _by_source(groups: Mapping[int, Sequence[Span]]) -> dict[int, list[int]]:
    """Return, for each word of a source, the numbers of its attributions."""
    found: dict[int, list[int]] = {}
    for number, spans in groups.items():
        for word in words_of(spans, "SOURCE"):
            found.setdefault(word, []).append(number)
    return found


def _sharing(
    number: int,
    groups: Mapping[int, Sequence[Span]],
    speaking: Mapping[int, Sequence[int]],
) -> Iterator[Sequence[Span]]:
    """Yield the other attributions that share a word of their source with one."""
    words = words_of(groups[number], "SOURCE")
    others = {other for word in words for other in speaking[word]}
    yield from (groups[other] for other in others - {number})


def _is_taken(piece: Span, own: Sequence[Span], contents: _Contents) -> bool:
    """Tell whether a piece of a content is another's, whose cue is in its sentence.

    Its own cue is in another sentence, with other pieces of the content.
    """
    if piece.label_ != "CONTENT" or any(_is_near(s, piece) for s in own if s != piece):
        return False
    return any(span.label_ == "CUE" for span in own) and any(
        spans is not own
        and any(s.label_ == "CUE" and _is_near(s, piece) for s in spans)
        for spans in contents.around(piece)
    )


def _is_near(span: Span, piece: Span) -> bool:
    """Tell whether no sentence starts between two spans' first words."""
    first, last = sorted((span.start, piece.start))
    return not any(token.is_sent_start for token in span.doc[first + 1 : last + 1])


def _borders(
    spans: Sequence[Span], same_source: Iterable[Sequence[Span]], quoted: Container[int]
) -> set[int]:
    """Return the words at which another attribution of the same source begins."""
    sources = words_of(spans, "SOURCE")
    contents = words_of(spans, "CONTENT")
    borders = set()
    for others in same_source:
        cues = [span for span in others if span.label_ == "CUE"]
        if not cues:
            continue
        border = _conjunction(cues[0], quoted)
        if border is not None and cues[0].start in contents and not sources & contents:
            borders.add(border)
    return borders


def words_of(spans: Iterable[Span], label: str) -> set[int]:
    """Return the indices of all tokens in the spans that have a label."""
    return {
        i for span in spans if span.label_ == label for i in range(span.start, span.end)
    }


def _conjunction(cue: Span, quoted: Container[int]) -> int | None:
    """Return the conjunction right before a finite cue, if it is not quoted."""
    doc = cue.doc
    if "Fin" not in cue.root.morph.get("VerbForm", []) or cue.start in quoted:
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

"""Contents that run on into the next thing that is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span

from kg.annotate.layout.pieces import SpansByNumber, pieces, words_of
from kg.annotate.quotes import is_quoted

# Words that may stand between "and" and the next verb of saying.
_BETWEEN = frozenset({"ADV", "AUX", "PART"})
# "and" is at most so many words before its verb: "and has since also accused".
_CONJUNCTION_REACH = 4


def without_overruns(attributions: Mapping[int, Sequence[Span]]) -> SpansByNumber:
    """Return attributions whose contents end where their source's next saying begins.

    Takes and returns each attribution's spans by its number. In "She vowed that it
    would go on | and accused the West of lying" the content of "vowed" ends at the
    bar, for the subject of "accused" stands outside it. Words in quotation marks stay.
    So does a piece of content, unless another attribution has it in its own cue's
    sentence. Needs tags, features, sentences and `doc.spans["quotes"]`.
    """
    kept = {
        number: [
            span
            for span in spans
            if not _strayed_in(span, spans, attributions.values())
        ]
        for number, spans in attributions.items()
    }
    return {
        number: list(_cut(spans, _next_sayings(number, kept)))
        for number, spans in kept.items()
    }


def _strayed_in(
    piece: Span, own: Sequence[Span], attributions: Iterable[Sequence[Span]]
) -> bool:
    """Whether a piece of content is another attribution's, which has better claim.

    No other span of its own is in the piece's sentence, and a cue is elsewhere; of the
    other attribution the cue is in that very sentence. "Ada called it a loss. She said
    that [all were sad]": the model, which reads a window of several sentences at a
    time, may give the bracket to "called", too.
    """
    if piece.label_ != "CONTENT" or not pieces(own, "CUE"):
        return False
    if any(_in_one_sentence(span, piece) for span in own if span != piece):
        return False
    return any(_claims(spans, piece) for spans in attributions if spans is not own)


def _claims(attribution: Sequence[Span], piece: Span) -> bool:
    """Whether an attribution has a piece in its content, and its cue beside it."""
    has_cue = any(_in_one_sentence(cue, piece) for cue in pieces(attribution, "CUE"))
    return has_cue and any(
        content.start <= piece.start and piece.end <= content.end
        for content in pieces(attribution, "CONTENT")
    )


def _in_one_sentence(span: Span, piece: Span) -> bool:
    """Whether no sentence starts between the first words of two spans."""
    first, last = sorted((span.start, piece.start))
    return not any(token.is_sent_start for token in span.doc[first + 1 : last + 1])


def _next_sayings(number: int, attributions: Mapping[int, Sequence[Span]]) -> set[int]:
    """Return the words ("and") with which the same source says something more."""
    sources = words_of(attributions[number], "SOURCE")
    contents = words_of(attributions[number], "CONTENT")
    if sources & contents:
        return set()
    starts = set()
    for other, spans in attributions.items():
        cues = pieces(spans, "CUE")
        if other == number or not cues or not sources & words_of(spans, "SOURCE"):
            continue
        start = _conjunction(cues[0])
        if start is not None and cues[0].start in contents:
            starts.add(start)
    return starts


def _conjunction(cue: Span) -> int | None:
    """Return the conjunction right before a finite cue that is not in a quotation."""
    doc = cue.doc
    if "Fin" not in cue.root.morph.get("VerbForm", []) or is_quoted(doc[cue.start]):
        return None
    for i in range(cue.start - 1, max(cue.start - _CONJUNCTION_REACH, 0) - 1, -1):
        if doc[i].pos_ == "CCONJ":
            return i
        if doc[i].pos_ not in _BETWEEN:
            return None
    return None


def _cut(spans: Iterable[Span], ends: set[int]) -> Iterator[Span]:
    """Yield the spans, contents up to the first of the `ends` inside them."""
    for span in spans:
        inside = [end for end in ends if span.start < end < span.end]
        if span.label_ != "CONTENT" or not inside:
            yield span
            continue
        end = min(inside)
        while end > span.start + 1 and span.doc[end - 1].text in {",", ";"}:
            end -= 1
        yield Span(span.doc, span.start, end, span.label_, span_id=span.id)

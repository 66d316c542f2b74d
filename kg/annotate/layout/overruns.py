"""Contents that run on into the next thing that is said."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from spacy.tokens import Span, Token

from kg.annotate.layout.going_on import Turn, turns_of
from kg.annotate.layout.pieces import SpansByNumber, pieces, words_of
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.polarity import has_negator
from kg.intervals import Intervals

_SAYABLE = words("saying.sayable")
# Words that may stand between "and" and the next verb of saying.
_BETWEEN = frozenset({"ADV", "AUX", "PART"})
# "and" is at most so many words before its verb: "and has since also accused".
_CONJUNCTION_REACH = 4


def without_overruns(
    attributions: Mapping[int, Sequence[Span]], quoted: Container[int]
) -> SpansByNumber:
    """Return attributions whose contents end where their source's next saying begins.

    Takes each attribution's spans by its number, and which tokens stand in quotation
    marks. In "She vowed that it would go on | and accused the West of lying" the
    content of "vowed" ends at the bar, for the subject of "accused" stands outside it;
    within quotation marks it would not end. A piece of content goes, if another
    attribution has it, too, and the other's cue is in its sentence. Needs tags,
    features and sentences. Nor does it hold what the reporter says of the speaker's
    silence: "a bomb went off | but did not elaborate", "| without giving details", nor
    what introduces a quotation: 'Bob did not: | "It was bad," he said'.
    """
    contents = _Contents(attributions)
    kept = {
        number: [span for span in spans if not _strayed_in(span, spans, contents)]
        for number, spans in attributions.items()
    }
    by_speaker = _by_speaker(kept)
    turns = {number: list(turns_of(spans, quoted)) for number, spans in kept.items()}
    found = {
        number: [
            _without_introduction(span, spans, quoted)
            for span in _cut(
                spans,
                _next_sayings(spans, by_speaker, quoted)
                | _silences(spans, quoted)
                | {turn.conjunction for turn in turns[number]}
                | _next_clauses(spans, quoted),
            )
        ]
        for number, spans in kept.items()
    }
    cues = words_of(chain.from_iterable(kept.values()), "CUE")
    for number, told in turns.items():
        for turn in told:
            if turn.content and turn.verb.i not in cues:
                found[max(found) + 1] = _said_next(turn, kept[number], max(found) + 1)
    return found


def _next_clauses(own: Sequence[Span], quoted: Container[int]) -> set[int]:
    """Return the semicolons behind which a clause stands beside the cue, not under it.

    "promised that it would last; | it has gone": the reporter goes on.
    """
    cues = words_of(own, "CUE")
    return {
        token.i
        for content in pieces(own, "CONTENT")
        for token in content[1:-1]
        if token.text == ";"
        and token.i not in quoted
        and any(cue < content.start for cue in cues)
        and token.head.i > token.i
        and token.head.dep_ in {"conj", "parataxis"}
        and token.head.head.i in cues
    }


def _said_next(turn: Turn, own: Sequence[Span], number: int) -> list[Span]:
    """Return the attribution of what a source says with the next verb."""
    doc, verb = turn.content.doc, turn.verb.i
    parts = [
        *((each.start, each.end, "SOURCE") for each in pieces(own, "SOURCE")),
        (verb, verb + 1, "CUE"),
        (turn.content.start, turn.content.end, "CONTENT"),
    ]
    return [Span(doc, start, end, label, span_id=number) for start, end, label in parts]


def _without_introduction(
    span: Span, own: Sequence[Span], quoted: Container[int]
) -> Span:
    """Return a content without what introduces the quotation that it ends with.

    In 'Bob did not: "It was bad," he said' no more is said than what is quoted.
    """
    is_before = all(cue.start >= span.end for cue in pieces(own, "CUE"))
    colons = [x.i + 1 for x in span if x.text == ":" and x.i not in quoted]
    start = colons[-1] if colons else span.end
    is_quoted = all(index in quoted for index in range(start, span.end))
    if span.label_ != "CONTENT" or not is_before or start == span.end or not is_quoted:
        return span
    return Span(span.doc, start, span.end, span.label_, span_id=span.id)


class _Contents:
    """Which attributions have a content where: an article may have thousands."""

    def __init__(self, attributions: Mapping[int, Sequence[Span]]) -> None:
        found = [
            (content, spans)
            for spans in attributions.values()
            for content in pieces(spans, "CONTENT")
        ]
        self._owners = [spans for _, spans in found]
        self._places = Intervals((content.start, content.end) for content, _ in found)

    def around(self, piece: Span) -> Iterator[Sequence[Span]]:
        """Yield the attributions that have a content which holds a piece of one."""
        for number in self._places.at(piece.start):
            if self._places.intervals[number][1] >= piece.end:
                yield self._owners[number]


def _strayed_in(piece: Span, own: Sequence[Span], contents: _Contents) -> bool:
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
    return any(
        _has_cue_beside(spans, piece)
        for spans in contents.around(piece)
        if spans is not own
    )


def _has_cue_beside(attribution: Sequence[Span], piece: Span) -> bool:
    return any(_in_one_sentence(cue, piece) for cue in pieces(attribution, "CUE"))


def _in_one_sentence(span: Span, piece: Span) -> bool:
    """Whether no sentence starts between the first words of two spans."""
    first, last = sorted((span.start, piece.start))
    return not any(token.is_sent_start for token in span.doc[first + 1 : last + 1])


def _by_speaker(
    attributions: Mapping[int, Sequence[Span]],
) -> dict[int, list[Sequence[Span]]]:
    """Return, for each word of a source, the attributions that have it there."""
    found: dict[int, list[Sequence[Span]]] = {}
    for spans in attributions.values():
        for word in words_of(spans, "SOURCE"):
            found.setdefault(word, []).append(spans)
    return found


def _next_sayings(
    own: Sequence[Span],
    by_speaker: Mapping[int, Sequence[Sequence[Span]]],
    quoted: Container[int],
) -> set[int]:
    """Return the words ("and") with which the same source says something more."""
    sources = words_of(own, "SOURCE")
    contents = words_of(own, "CONTENT")
    if sources & contents:
        return set()
    starts = set()
    for spans in chain.from_iterable(by_speaker[word] for word in sources):
        cues = pieces(spans, "CUE")
        if spans is own or not cues or cues[0].start not in contents:
            continue
        start = _conjunction(cues[0], quoted)
        if start is not None:
            starts.add(start)
    return starts


def _silences(own: Sequence[Span], quoted: Container[int]) -> set[int]:
    """Return the words with which a content goes on to what its source did not say."""
    found = (
        _opens_silence(token)
        for content in pieces(own, "CONTENT")
        for token in content
        if token.i not in quoted and not _SAYABLE.isdisjoint(base_forms(token))
    )
    return {index for index in found if index is not None}


def _opens_silence(verb: Token) -> int | None:
    """Return the "but" of "but did not say", the "without" of "without saying"."""
    if any(child.dep_.startswith("nsubj") for child in verb.children):
        return None
    opening = next((x for x in verb.lefts if x.lower_ in {"but", "without"}), None)
    if opening is None or (opening.lower_ == "but" and not has_negator(verb)):
        return None
    return opening.i


def _conjunction(cue: Span, quoted: Container[int]) -> int | None:
    """Return the conjunction right before a finite cue that is not in a quotation."""
    doc = cue.doc
    if not _is_finite(cue) or cue.start in quoted:
        return None
    for i in range(cue.start - 1, max(cue.start - _CONJUNCTION_REACH, 0) - 1, -1):
        if doc[i].pos_ == "CCONJ":
            return i
        if doc[i].pos_ not in _BETWEEN:
            return None
    return None


def _is_finite(cue: Span) -> bool:
    """Whether a cue has a finite verb: "said", or "has not said", "did not say"."""
    head = cue.root
    verbs = (head, *(child for child in head.children if child.dep_ == "aux"))
    return any("Fin" in verb.morph.get("VerbForm", []) for verb in verbs)


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

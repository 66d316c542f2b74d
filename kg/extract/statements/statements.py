"""Statements: who said what, to whom and when, from the attribution annotation."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from spacy.tokens import Doc, Span, Token

from kg.extract.findings import Argument, FoundStatement
from kg.extract.spans import covering_sentences, to_argument, to_span
from kg.extract.statements.addressees import addressees, hearers_after_to
from kg.extract.statements.around import Around, Parts
from kg.extract.statements.days import said_when
from kg.extract.statements.documents import Documents
from kg.extract.statements.kinds import certainty_of, kind_of
from kg.extract.statements.occasions import DatedEvents
from kg.extract.statements.of_oneself import is_of_oneself
from kg.extract.statements.passed_on import from_who_said_it
from kg.extract.statements.relatives import antecedents
from kg.extract.statements.settings import is_apart, setting_of
from kg.extract.statements.sittings import Attributed, Sittings
from kg.extract.statements.sources import source_of, speakers_of
from kg.extract.statements.unsaid import is_unsaid
from kg.intervals import Intervals
from kg.records import StatementForm, When

# Share of a content's words inside quotation marks from which it counts as direct; a
# word of the reporter's own, such as an "and" between two quotations, may be outside.
_DIRECT_SHARE = 0.95
# So many words and a paragraph before the content, a source is no part of the evidence.
_FAR = 40
# What is said to be given is given to whom "to" names.
_GIVING = frozenset({"give", "grant", "offer", "pledge", "promise"})
_PARTS = ("SOURCE", "SPEAKER", "HEARER", "CUE", "CONTENT")


def statements(
    doc: Doc, times: Sequence[When], published: date | None, documents: Documents
) -> Iterator[FoundStatement]:
    """Yield the statements of an article, in text order of their contents.

    '"We have no doubt," Ada told the BBC.' yields one, direct, with source "Ada",
    cue "told" and addressee "the BBC". Needs a parse, `doc.spans["attribution"]`
    (SOURCE, CUE and CONTENT spans, grouped by their id), `doc.spans["beyond"]`, whose
    spans' ids are those of attributions that are no statements, `doc.spans["quotes"]`
    and its `documents`, whose issuers speak in them.
    """
    quotes = quotations(doc)
    attributed = _attributions(doc)
    beyond = {span.id for span in doc.spans.get("beyond", ())}
    around = Around([parts for _, parts in attributed])
    told = DatedEvents(doc, times, published, quotes)
    sittings = Sittings(doc, times, published, list(_cued(attributed)))
    for number, parts in attributed:
        cue = _first_cue(parts)
        contents = [_without_hearer(span, cue) for span in parts["CONTENT"]]
        parts["CONTENT"] = contents
        source = source_of(cue, parts["SOURCE"], contents)
        # The layout may know whom a source means: the "Q" of a transcript.
        meant = next(iter(parts["SPEAKER"]), source) or around.has_impression(cue)
        named = speakers_of(meant, documents) if meant else []
        speakers = [around.meant_by(head) for head in named]
        words = chain.from_iterable(contents)
        form = form_of(words, cue.start if cue else None, quotes)
        negated = is_unsaid(cue, source, contents) if cue else False
        yield FoundStatement(
            form=form,
            kind="other" if number in beyond else kind_of(cue, form),
            certainty=certainty_of(cue, negated=negated),
            source=to_span(source) if source else None,
            sources=tuple(map(to_argument, speakers)),
            cue=to_span(cue) if cue else None,
            content=tuple(map(to_span, contents)),
            addressees=tuple(_hearers(parts, cue, source)),
            said=said_when(cue, source, contents, times, published),
            negated=negated,
            evidence=to_span(covering_sentences(doc, _evident(parts, source))),
            occasion=(
                told.day_of_saying(cue, contents)
                or sittings.day_of_saying(Attributed(cue, parts["SOURCE"], contents))
                if cue
                else None
            ),
            setting=setting_of(cue, contents) if cue else None,
            is_apart=is_apart(cue) if cue else False,
            is_of_oneself=is_of_oneself(cue, contents),
            is_paragraph=form == "indirect" and _stands_below(contents[0], cue),
            antecedents=tuple(antecedents(cue, contents)),
        )


def _cued(attributed: Iterable[tuple[int, Parts]]) -> Iterator[Attributed]:
    """Yield the attributions that have a cue, each with the first one."""
    for _, parts in attributed:
        if (cue := _first_cue(parts)) is not None:
            yield Attributed(cue, parts["SOURCE"], parts["CONTENT"])


def _first_cue(parts: Parts) -> Span | None:
    return min(parts["CUE"], key=lambda span: span.start, default=None)


def _hearers(parts: Parts, cue: Span | None, source: Span | None) -> Iterator[Argument]:
    """Yield whom a turn of a transcript asks, and whom a cue tells."""
    yield from (to_argument(span.root) for span in parts["HEARER"])
    if cue is not None:
        yield from addressees(cue, source, parts["CONTENT"])


def quotations(doc: Doc) -> Intervals:
    """Return where the quotations of `doc.spans["quotes"]` are, in tokens."""
    quotes = doc.spans.get("quotes", ())
    return Intervals((quote.start, quote.end) for quote in quotes)


def form_of(
    words: Iterable[Token], cue: int | None, quotes: Intervals
) -> StatementForm:
    """Tell how much of a content stands in quotation marks, as seen from its cue.

    "I think that it rains," she said: what she thinks is indirect, though quoted.
    """
    around = set() if cue is None else set(quotes.at(cue))
    inside = [
        any(number not in around for number in quotes.at(word.i))
        for word in words
        if _is_word(word)
    ]
    if not any(inside):
        return "indirect"
    return "direct" if sum(inside) >= _DIRECT_SHARE * len(inside) else "mixed"


def _without_hearer(content: Span, cue: Span | None) -> Span:
    """Take "to reporters" off the front of what was announced to them, or off its end.

    The hearer is an addressee, unless no more is said than to whom.
    """
    if cue is None:
        return content
    start, end = content.start, content.end
    for hearer in hearers_after_to(cue):
        first, after = hearer.left_edge.i, hearer.right_edge.i + 1
        if first == start and after < end:
            start = after
        elif after == end and first > start and cue.root.lemma_ not in _GIVING:
            end = first
    return content.doc[start:end]


def _attributions(doc: Doc) -> list[tuple[int, dict[str, list[Span]]]]:
    """Return each attribution's number and its spans by label, as its contents stand.

    Without a content there is no statement: such attributions are left out.
    """
    groups: dict[int, dict[str, list[Span]]] = {}
    for span in doc.spans.get("attribution", ()):
        empty: dict[str, list[Span]] = {label: [] for label in _PARTS}
        groups.setdefault(span.id, empty)[span.label_].append(span)
    read = ((number, from_who_said_it(each)) for number, each in groups.items())
    found = [(number, each) for number, each in read if each["CONTENT"]]
    for _, group in found:
        group["CONTENT"].sort(key=lambda span: span.start)
    return sorted(found, key=lambda each: _place(each[1]))


def _evident(parts: dict[str, list[Span]], source: Span | None) -> list[Span]:
    """Return the parts that a statement's evidence holds.

    One far before the content stays out: the label of a transcript's turn may stand
    many paragraphs above.
    """
    contents = parts["CONTENT"]
    before = [span for span in (*parts["CUE"], source) if span is not None]
    return [*contents, *(span for span in before if not _is_far(span, contents[0]))]


def _stands_below(content: Span, cue: Span | None) -> bool:
    """Tell "The below is attributable to Ada:" from a cue beside what is said."""
    if cue is None or cue.end > content.start:
        return False
    return any("\n" in token.text for token in content.doc[cue.end : content.start])


def _is_far(span: Span, content: Span) -> bool:
    between = span.doc[span.end : content.start] if span.end < content.start else ()
    return len(between) > _FAR and any("\n" in token.text for token in between)


def _place(group: dict[str, list[Span]]) -> tuple[int, int]:
    cue = min((span.start for span in group["CUE"]), default=-1)
    return group["CONTENT"][0].start, cue


def _is_word(token: Token) -> bool:
    return not (token.is_punct or token.is_space)

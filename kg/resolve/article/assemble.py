"""Put one article's findings together: spans become entity ids, records get keys."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from kg.annotate.relations.types import SYMMETRIC, may_join
from kg.extract.findings import (
    Argument,
    Candidate,
    Findings,
    FoundRelation,
    FoundStatement,
)
from kg.intervals import Intervals
from kg.records import (
    ArticleInfo,
    Extraction,
    Mention,
    Relation,
    Span,
    Statement,
    article_key,
    digest,
)
from kg.resolve.article.counts import figure_records
from kg.resolve.article.entities import Resolved, resolve_entities
from kg.resolve.article.occasions import dated
from kg.resolve.article.same_event import merge_events
from kg.resolve.article.subjects import subjects
from kg.resolve.article.taking_part import event_records
from kg.resolve.article.tellings import Meeting

_Found = TypeVar("_Found", Mention, Candidate)


def assemble(findings: Findings) -> Extraction:
    """Resolve one article's findings into its extraction.

    The source "she" of a statement becomes the speaker ``Person:ada quill``. Keys are
    digests of the text's SHA-256, the offsets and the kind, so the same text gives the
    same keys whatever it is called.
    """
    article = findings.article
    resolved = resolve_entities(article, findings.candidates)
    key = article_key(article.sha256)
    for each in findings.relations:
        resolved.learn_office(each.subject, each.title or "", each.object_)
    statements = _statements(key, findings, resolved)
    said = _Said(statements)
    # Before the entities: a group that acts without a name becomes one here.
    events = event_records(key, findings.events, said.at, resolved)
    others = event_records(key, findings.other_events, said.at, resolved)
    merged = merge_events(events)
    return Extraction(
        article=ArticleInfo(
            id=article.id,
            title=article.title,
            published=article.published,
            published_basis=article.published_basis,
            source=article.source,
            url=article.url,
            sha256=article.sha256,
            origin=article.origin,
            text=article.text,
        ),
        entities=resolved.entities,
        statements=dated(statements, events, findings, _meetings(findings, resolved)),
        events=merged,
        other_events=merge_events(others),
        relations=tuple(_relations(findings.relations, resolved)),
        figures=tuple(
            figure_records(
                findings.figures, merged, said.at, resolved, article.published
            )
        ),
        times=findings.times,
    )


def _statements(
    key: str, findings: Findings, resolved: Resolved
) -> tuple[Statement, ...]:
    """Return the statements; "I" and "you" in a quotation are who says and hears it."""
    found = findings.statements
    resolved.bind_author(_ids(findings.authors, resolved))
    speakers = _speakers(found, resolved)
    for index, position in _quoting(findings).items():
        resolved.bind_quotation(index, speakers[position])
        resolved.bind_hearer(index, _ids(found[position].addressees, resolved))
    # "I" and "we" now stand for somebody, as sources within quotations, too.
    speakers = _speakers(found, resolved)
    return tuple(
        _statement(key, statement, ids, resolved)
        for statement, ids in zip(found, speakers, strict=True)
    )


def _speakers(
    found: Sequence[FoundStatement], resolved: Resolved
) -> list[tuple[str, ...]]:
    """Resolve each source; a bare quotation goes on with the speaker before it."""
    speakers: list[tuple[str, ...]] = []
    for position, statement in enumerate(found):
        ids = _ids(statement.sources, resolved)
        if statement.source is None and _continues(found, position):
            ids = speakers[-1]
        speakers.append(ids)
    return speakers


def _continues(found: Sequence[FoundStatement], position: int) -> bool:
    """Tell whether a bare quotation follows another: “No,” she said. “Never.”

    Two characters at most part them, a full stop and a blank: a sentence in between
    may have let somebody else speak.
    """
    if position == 0 or found[position].form != "direct":
        return False
    before, here = found[position - 1], found[position]
    gap = here.content[0].start - max(before.evidence.end, before.content[-1].end)
    return before.form in ("direct", "mixed") and 0 <= gap <= 2


def _statement(
    key: str,
    found: FoundStatement,
    speakers: tuple[str, ...],
    resolved: Resolved,
) -> Statement:
    # Two cues may share one content: "he said, and his aide repeated, that ...".
    offsets = [offset for span in found.content for offset in (span.start, span.end)]
    cue = found.cue.start if found.cue else -1
    spoken_of = subjects(
        found.content,
        speakers,
        resolved,
        is_of_oneself=found.is_of_oneself,
        is_reported=found.content[0].text.startswith("that "),
    )
    described = [x for x in _ids(found.antecedents, resolved) if x not in speakers]
    about = tuple(dict.fromkeys((*described, *spoken_of.about)))
    return Statement(
        id=digest(key, "statement", cue, *offsets),
        form=found.form,
        kind=found.kind,
        certainty=found.certainty,
        speakers=speakers,
        source=found.source,
        cue=found.cue,
        content=found.content,
        about=about,
        mentions=tuple(id_ for id_ in spoken_of.mentions if id_ not in about),
        addressees=_ids(found.addressees, resolved),
        said=found.said,
        negated=found.negated,
        evidence=found.evidence,
    )


def _meetings(findings: Findings, resolved: Resolved) -> Iterator[Meeting]:
    """Yield the dated meetings with who takes part, and the states that they serve."""
    for met in findings.meetings:
        ids = _ids(met.parties, resolved)
        served = (resolved.state_served(id_) for id_ in ids)
        parties = dict.fromkeys([*ids, *(state for state in served if state)])
        yield Meeting(met.when, tuple(parties), met.evidence)


def _starting_in(span: Span, found: Sequence[_Found]) -> Sequence[_Found]:
    """Return those of what is in text order that start inside a span."""
    first, last = (
        bisect_left(found, place, key=lambda each: each.start)
        for place in (span.start, span.end)
    )
    return found[first:last]


def _quoting(findings: Findings) -> dict[int, int]:
    """Return, for each quotation, the statement that quotes it: the longest one.

    A statement inside a quotation may hold "we" as well, but does not speak there.
    """
    found: dict[int, tuple[int, int]] = {}
    for position, statement in enumerate(findings.statements):
        length = sum(span.end - span.start for span in statement.content)
        for index in _quotations_within(statement, findings):
            if index not in found or length > found[index][0]:
                found[index] = (length, position)
    return {index: position for index, (_, position) in sorted(found.items())}


def _quotations_within(statement: FoundStatement, findings: Findings) -> Iterator[int]:
    """Yield the numbers of the quotations that a statement's content holds."""
    indexes = {
        candidate.quotation
        for span in statement.content
        for candidate in _starting_in(span, findings.candidates)
    }
    yield from sorted(index for index in indexes if index is not None)


def _relations(
    found: Sequence[FoundRelation], resolved: Resolved
) -> Iterator[Relation]:
    # The same office is given again at each mention of its holder.
    seen: set[tuple[str, str, str, str | None]] = set()
    types = {entity.id: entity.type for entity in resolved.entities}
    for relation in found:
        for subject in resolved.at(relation.subject):
            for object_ in resolved.at(relation.object_):
                # "Ada married Bo" and "Bo married Ada" are one marriage.
                is_turned = relation.type in SYMMETRIC and object_ < subject
                ends = (object_, subject) if is_turned else (subject, object_)
                identity = (ends[0], relation.type, ends[1], relation.title)
                may_be = may_join(relation.type, types[subject], types[object_])
                if may_be and subject != object_ and identity not in seen:
                    seen.add(identity)
                    yield Relation(
                        subject=ends[0],
                        type=relation.type,
                        object_=ends[1],
                        title=relation.title,
                        status=relation.status,
                        since=relation.since,
                        until=relation.until,
                        evidence=relation.evidence,
                    )


class _Said:
    """The statements of an article by the places in their contents."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        stated = [each for each in statements if each.is_stated]
        found = [(span, each.id) for each in stated for span in each.content]
        self._keys = [(span.end - span.start, id_) for span, id_ in found]
        self._spans = Intervals((span.start, span.end) for span, _ in found)

    def at(self, offset: int) -> str | None:
        """Return the id of the innermost statement whose content holds the offset."""
        covering = [self._keys[number] for number in self._spans.at(offset)]
        return min(covering)[1] if covering else None


def _ids(arguments: Iterable[Argument], resolved: Resolved) -> tuple[str, ...]:
    """Return the entities of several phrases, each once, in text order."""
    return tuple(dict.fromkeys(id_ for each in arguments for id_ in resolved.at(each)))

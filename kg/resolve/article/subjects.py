"""Whom and what a statement is about, of all that its content mentions."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.findings import Candidate
from kg.records import Span
from kg.resolve.article.entities import Resolved


def about(
    content: Iterable[Span], speakers: Sequence[str], resolved: Resolved
) -> tuple[str, ...]:
    """Return the ids of the entities that a content is about, in text order.

    `content` are a statement's spans, `speakers` the ids of who says it. "Kenya held
    Ada Quill in Lamu" is about Kenya and Ada Quill; Lamu merely stands there. A speaker
    counts where he speaks of himself: "I will resign".
    """
    found = [
        id_
        for span in content
        for candidate, ids in resolved.within(span.start, span.end)
        if not candidate.merely_stands
        for id_ in _meant(candidate, ids, speakers, resolved)
    ]
    return tuple(dict.fromkeys(found))


def _meant(
    candidate: Candidate,
    ids: Sequence[str],
    speakers: Sequence[str],
    resolved: Resolved,
) -> Iterator[str]:
    """Yield the entities that a mention makes subjects of what is said.

    A minister's "we" is his state, other persons' may be anybody. A body's "we" is the
    body outside of quotation marks, too: "the ministry recalls our commitment".
    """
    if candidate.person != 1 or candidate.number != "plural":
        yield from ids
        return
    for id_ in ids or speakers:
        served = resolved.state_served(id_)
        if served is not None:
            yield served
        elif not resolved.is_person(id_):
            yield id_

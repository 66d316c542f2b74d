"""Whom and what a statement is about, of all that its content mentions."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.extract.findings import Candidate
from kg.records import Span
from kg.resolve.article.entities import Resolved

_SECOND = 2


class Subjects(NamedTuple):
    """The ids of the entities that a content is `about`, and of others in it."""

    about: tuple[str, ...]
    mentions: tuple[str, ...]


def subjects(
    content: Iterable[Span],
    speakers: Sequence[str],
    resolved: Resolved,
    *,
    is_of_oneself: bool = False,
    is_reported: bool = True,
) -> Subjects:
    """Return what a content is about and what it merely mentions, in text order.

    `content` are a statement's spans, `speakers` the ids of who says it. "Kenya held
    Ada Quill in Lamu" is about Kenya and Ada Quill and mentions Lamu. A speaker counts
    where he speaks of himself: "I will resign"; `is_of_oneself` tells that he does
    without a word for it: "claimed responsibility", and `is_reported` that an "I"
    outside of quotation marks is of who tells it: "Ada said that I lied". Who is
    spoken to counts where nothing else does ("How did you meet?"), or where he is
    called by name, too ("Ada, it is a pleasure to have you here"): "as you know" is
    about others.
    """
    about: dict[str, None] = dict.fromkeys(speakers if is_of_oneself else ())
    others: dict[str, None] = {}
    spoken_to: dict[str, None] = {}
    # Without quotation marks nothing has said yet whose "I" it is.
    own = speakers if len(speakers) == 1 and not is_reported else ()
    for span in content:
        for candidate, ids in resolved.within(span.start, span.end):
            if candidate.merely_stands:
                others |= dict.fromkeys(ids if candidate.form != "pronoun" else ())
            elif candidate.person == _SECOND:
                spoken_to |= dict.fromkeys(ids)
            else:
                meant = ids or (own if candidate.person == 1 else ())
                about |= dict.fromkeys(_meant(candidate, meant, speakers, resolved))
    is_alone = not about
    about |= {id_: None for id_ in spoken_to if is_alone or id_ in others}
    return Subjects(tuple(about), tuple(id_ for id_ in others if id_ not in about))


def _meant(
    candidate: Candidate,
    ids: Sequence[str],
    speakers: Sequence[str],
    resolved: Resolved,
) -> Iterator[str]:
    """Yield the entities that a mention makes subjects of what is said.

    A minister's "we" is his state, a spokesman's the body that he speaks for, other
    persons' may be anybody. A body's "we" is the body outside of quotation marks, too:
    "the ministry recalls our commitment".
    """
    if candidate.person != 1 or candidate.number != "plural":
        yield from ids
        return
    for id_ in ids or speakers:
        served = resolved.body_served(id_) or resolved.state_served(id_)
        if served is not None:
            yield served
        elif not resolved.is_person(id_):
            yield id_

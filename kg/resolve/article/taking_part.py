"""Who takes part in an article's events: entities, and what is not named as text."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from kg.extract.findings import Argument, FoundEvent
from kg.records import Event, Participant, ParticipantRole, digest
from kg.resolve.article.entities import Resolved

# Types of events that tell of accusation, arrest, violence or death.
_GRAVE = frozenset({"ACCUSE", "ASSAULT", "COERCE"})
# Of these no one is the subject of the same verb.
_OBJECTS = frozenset({"her", "him", "it", "me", "them", "us"})


def event_records(
    key: str,
    events: Iterable[FoundEvent],
    statement_at: Callable[[int], str | None],
    resolved: Resolved,
) -> list[Event]:
    """Resolve who takes part in the events of an article, and leave out the empty ones.

    `key` is the article's, `statement_at` gives the statement that holds an offset.
    "Gunmen killed 12 people in Maiduguri" has a group of this article as actor, "12
    people" as a participant without entity, and a place. An event needs a name, a
    place, a day, a count or people done to: "they attacked them" tells nothing.
    """
    told = [event for event in events if _tells_enough(event, resolved)]
    # First all groups, so that each event knows the groups that another one names. What
    # is shown only when asked for adds nobody to the rest of the graph.
    acting = (a for event in told if event.type != "OTHER" for a in event.actors)
    for actor in acting:
        resolved.name_group(actor)
    return [
        _record(key, event, statement_at(event.trigger.start), resolved)
        for event in told
    ]


def _tells_enough(found: FoundEvent, resolved: Resolved) -> bool:
    if found.when is not None or found.is_particular:
        return True
    # "A court in Hanoi" has no name, but names whose it is.
    return any(
        each.entity or any(ids for _, ids in resolved.within(each.start, each.end))
        for each in _participants(found, resolved)
    )


def _record(
    key: str, found: FoundEvent, statement: str | None, resolved: Resolved
) -> Event:
    taking_part = _apart(found, tuple(_participants(found, resolved)), resolved)
    actors = _entities(taking_part, "actor")
    return Event(
        id=digest(key, "event", found.trigger.start, found.type),
        type=found.type,
        mode=found.mode,
        trigger=found.trigger,
        actors=actors,
        recipients=_others(_entities(taking_part, "recipient"), actors),
        place=next(iter(_entities(taking_part, "place")), None),
        when=found.when,
        factuality=found.factuality,
        statement=statement,
        evidence=found.evidence,
        verb=found.verb,
        participants=taking_part,
    )


def _apart(
    found: FoundEvent, taking_part: tuple[Participant, ...], resolved: Resolved
) -> tuple[Participant, ...]:
    """Let no object do what is done to "him": he is another, whoever it is.

    "They freed Bo Lind after kidnapping him": where the parse gives the kidnapping to
    Lind, its actor is nobody who has a name.
    """
    objects = {
        each.entity
        for each in taking_part
        if each.role == "recipient" and each.text.casefold() in _OBJECTS
    }
    # Who is not known for sure may be he as well.
    return tuple(
        replace(each, entity=None)
        if each.role == "actor"
        and each.start < found.trigger.start
        and not objects.isdisjoint((each.entity, None))
        and not any(
            mention.is_subject for mention, _ in resolved.within(each.start, each.end)
        )
        else each
        for each in taking_part
    )


def _others(recipients: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the recipients who do not act themselves.

    Of two who meet each is the other's; "the delegations met" has no recipient.
    """
    if recipients == actors and len(actors) > 1:
        return recipients
    return tuple(id_ for id_ in recipients if id_ not in actors)


def _participants(found: FoundEvent, resolved: Resolved) -> Iterator[Participant]:
    place = (found.place,) if found.place is not None else ()
    # Where harm or guilt hangs on it, only who is told for sure.
    means = resolved.surely_at if found.type in _GRAVE else resolved.at
    yield from _in_role("actor", found.actors, resolved, means)
    others = _others_than_actors(found, means)
    yield from _in_role("recipient", others, resolved, means)
    yield from _in_role("place", place, resolved, resolved.at)


def _others_than_actors(
    found: FoundEvent, means: Callable[[Argument], tuple[str, ...]]
) -> Iterator[Argument]:
    """Yield the recipients; of "the two sides met" there is none beside the actor.

    "British and Irish envoys met" has two, who met each other.
    """
    parties = max(len(found.actors), sum(len(means(each)) for each in found.actors))
    is_mutual = parties > 1 and found.recipients == found.actors
    for recipient in found.recipients:
        if is_mutual or recipient not in found.actors:
            yield recipient


def _in_role(
    role: ParticipantRole,
    arguments: Iterable[Argument],
    resolved: Resolved,
    means: Callable[[Argument], tuple[str, ...]],
) -> Iterator[Participant]:
    """Yield each argument with each entity it means; one that means none, once."""
    for argument in arguments:
        meant = means(argument)
        if not meant and role == "recipient":
            meant = resolved.represented(argument)
        for entity in meant or (None,):
            yield Participant(
                role=role,
                start=argument.start,
                end=argument.end,
                text=argument.text,
                entity=entity,
            )


def _entities(
    taking_part: Iterable[Participant], role: ParticipantRole
) -> tuple[str, ...]:
    """Return the entities in a role, each once, in text order."""
    found = (each.entity for each in taking_part if each.role == role)
    return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))

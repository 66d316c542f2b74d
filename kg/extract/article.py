"""Every extractor in order: from an annotated `Doc` to one article's findings."""

from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace
from spacy.tokens import Doc

from kg.english.memory import remembering
from kg.extract.events.events import events, other_events
from kg.extract.figures.figures import figures
from kg.extract.findings import Findings, FoundEvent, reported_places
from kg.extract.mentions.candidates import Content, candidates
from kg.extract.offices.offices import offices
from kg.extract.relations.relations import relations
from kg.extract.spans import to_argument
from kg.extract.statements.authors import authors
from kg.extract.statements.documents import Documents
from kg.extract.statements.meetings import meetings
from kg.extract.statements.signed import signed_paragraphs
from kg.extract.statements.statements import statements
from kg.extract.times.times import times
from kg.records import Article


def find(doc: Doc, article: Article) -> Findings:
    """Run every extractor over an annotated article.

    `doc` comes from the pipeline of `kg.annotate` over `article.text`; it goes no
    further than this function.
    """
    with remembering(doc):
        return _findings(doc, article)


def _findings(doc: Doc, article: Article) -> Findings:
    # In this order: times date the statements, and those tell who speaks and hears.
    found_times = tuple(times(doc, article.published))
    documents = Documents(doc)
    said = tuple(statements(doc, found_times, article.published, documents))
    reported = reported_places(said)
    signing = authors(doc, documents)
    said += tuple(signed_paragraphs(doc, signing, said, article.published))
    by = tuple(map(to_argument, signing))
    speakers = {argument.head for one in said for argument in one.sources}
    speakers.update(argument.head for argument in by)
    contents = [
        Content(span.start, span.end, argument.head)
        for one in said
        for argument in one.sources
        for span in one.content
    ]
    hearers = {argument.head for one in said for argument in one.addressees}
    found_events = tuple(events(doc, found_times, article.published))
    involved = frozenset(chain.from_iterable(map(_involved, found_events)))
    mentions = candidates(doc, speakers, hearers, contents)
    return Findings(
        article=article,
        candidates=tuple(
            replace(each, involved=True) if each.head in involved else each
            for each in mentions
        ),
        statements=said,
        events=found_events,
        other_events=tuple(other_events(doc, found_times, article.published)),
        relations=(*offices(doc, found_times, article.published), *relations(doc)),
        figures=tuple(figures(doc, found_times, article.published)),
        times=found_times,
        authors=by,
        meetings=tuple(meetings(doc, found_times, reported)),
    )


def _involved(event: FoundEvent) -> Iterator[int]:
    """Yield the heads of those who do or suffer violence, or are held to account."""
    if event.type == "ASSAULT":
        yield from (argument.head for argument in event.actors)
    if event.type in {"ASSAULT", "COERCE", "SANCTION", "ACCUSE"}:
        yield from (argument.head for argument in event.recipients)

"""Interviews without labels: paragraphs that ask, and between them who answers."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from kg.annotate.layout.labels import only_person
from kg.annotate.layout.transcripts import Turn, paragraphs
from kg.english.memory import text_of

_QUOTED = frozenset("\"“„«'‘")
_FIRST_PERSON = frozenset({"i", "me", "my", "we", "our", "us"})
_SECOND_PERSON = frozenset({"you", "your", "yours"})
# Fewer questions may be a writer's own; a longer one tells a story.
_LEAST_QUESTIONS = 3
_LONGEST_QUESTION = 50


def answers(doc: Doc) -> list[Turn]:
    """Return the answers of an interview that names nobody beside them, in text order.

    "Ada Moss left Oslo. / Why did you leave? / I was tired. / What did ..." has the
    turn "I was tired." of Ada Moss. Only where the text names one person before it
    asks, and where the answers say "I". Needs `doc.ents`.
    """
    told = list(paragraphs(doc, 0, len(text_of(doc))))
    asked = [number for number, each in enumerate(told) if _asks(each)]
    spoken_to = sum(_has(told[number], _SECOND_PERSON) for number in asked)
    if len(asked) < _LEAST_QUESTIONS or spoken_to < len(asked) / 2:
        return []
    answering = only_person(doc[: told[asked[0]].start])
    found = list(_answers(told, asked))
    own = sum(any(_has(each, _FIRST_PERSON) for each in group) for group in found)
    if answering is None or own < len(found) / 2 or len(found) < _LEAST_QUESTIONS:
        return []
    return [Turn(answering, None, tuple(group)) for group in found]


def _asks(paragraph: Span) -> bool:
    """Tell whether all of a paragraph is a question to somebody, in no marks."""
    is_short = len(paragraph) <= _LONGEST_QUESTION
    is_bare = paragraph.text[0] not in _QUOTED
    return is_short and is_bare and paragraph.text.endswith("?")


def _answers(told: Sequence[Span], asked: Sequence[int]) -> Iterator[list[Span]]:
    """Yield what stands between the questions.

    A remark on "you" asks, too; at the end only who says "I" goes on answering.
    """
    ends = [*asked[1:], len(told)]
    for question, end in zip(asked, ends, strict=True):
        group: list[Span] = []
        for paragraph in told[question + 1 : end]:
            is_own = _has(paragraph, _FIRST_PERSON)
            if group and _has(paragraph, _SECOND_PERSON) and not is_own:
                yield group
                group = []
            elif is_own or not group or end < len(told):
                group.append(paragraph)
        if group:
            yield group


def _has(paragraph: Span, pronouns: frozenset[str]) -> bool:
    return any(token.lower_ in pronouns for token in paragraph)

"""Whom the labels of a transcript mean: the name behind initials, who asks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.tokens import Doc, Span, Token

from kg.english.lexicon import words

_ROLES = words("people.transcript_roles")
_ASKING = words("people.asking_roles")
_ANSWERING = frozenset({"a", "answer", "interviewee"})
_GIVING_THE_FLOOR = words("people.giving_the_floor") | words("titles.honorifics")
_SPEAKING = frozenset({"PERSON", "ORG"})
# More letters are a word in capitals.
_MOST_INITIALS = 4
# So often a name is called out before it is the questioner's: reporters change.
_LEAST_CALLS = 2


def is_role(label: Span) -> bool:
    """Tell whether a label says what part a speaker has: "Q", "MODERATOR"."""
    return _key(label) in _ROLES


def full_names(doc: Doc, labels: Iterable[Span]) -> dict[str, Span]:
    """Map the labels that are short to the names that they stand for, by their texts.

    "NG" is Nora Gale, if the text names only one with these initials; "WN" is another
    label with the letters, "Wirenews". A label that is a name elsewhere in the text is
    mapped to it: in brackets the name model may not know it. Needs `doc.ents`.
    """
    texts = {label.text: label for label in labels if not is_role(label)}
    named: dict[str, Span] = {}
    for ent in doc.ents:
        if ent.label_ in _SPEAKING:
            named.setdefault(ent.text.casefold(), ent)
    found: dict[str, Span] = {}
    for text, label in texts.items():
        full = _full_name(label, texts.values(), named.values())
        full = named.get((full or label).text.casefold(), full)
        if full is not None:
            found[text] = full
    return found


def questioner(turns: Sequence[tuple[Span, Sequence[Span]]]) -> dict[str, Span]:
    """Map the one label that asks to whom the answers call by name: "Thanks, Ada."

    Takes each turn's label and paragraphs. Empty where nobody is called so, or several
    are. Needs a parse and `doc.ents`.
    """
    asking = {label.text for label, _ in turns if _key(label) in _ASKING}
    asker = _called_by_name(turns)
    return {asking.pop(): asker} if asker is not None and len(asking) == 1 else {}


def answerer(labels: Iterable[Span], introduction: Span) -> dict[str, Span]:
    """Map the label of who answers to the one person that the introduction names.

    "Ada Quill spoke to us. / Q: Why? / A: It rained." Empty where labels name others.
    Needs `doc.ents`.
    """
    texts = {label.text: _key(label) for label in labels}
    answering = [text for text, key in texts.items() if key in _ANSWERING]
    if not set(texts.values()) <= _ASKING | _ANSWERING or not answering:
        return {}
    person = only_person(introduction)
    return {} if person is None else dict.fromkeys(answering, person)


def only_person(told: Span) -> Span | None:
    """Return the one person whom a stretch of text names, None of several."""
    people: dict[str, Span] = {}
    for ent in told.ents:
        if ent.label_ == "PERSON":
            people.setdefault(ent[-1].lower_, ent)
    return next(iter(people.values())) if len(people) == 1 else None


def given_the_floor(
    turns: Sequence[tuple[Span, Sequence[Span]]],
) -> dict[int, Span]:
    """Map the places of turns that ask to whom the turn before calls on for them.

    "Let's go to Ada Quill." and "Yes, Ada." do, "Thank you, Ada" does not. Between the
    two may be a part that only says so, too: "OPERATOR: Your line is open." Takes each
    turn's label and paragraphs. Needs `doc.ents`.
    """
    found: dict[int, Span] = {}
    called: Span | None = None
    for place, (label, paragraphs) in enumerate(turns):
        if called is not None and _key(label) in _ASKING:
            found[place] = called
        name, is_more = _called_on(paragraphs)
        called = name or (called if is_role(label) and not is_more else None)
    return found


def _called_on(paragraphs: Sequence[Span]) -> tuple[Span | None, bool]:
    """Return who gets the floor at the end of a turn, and if more is said there."""
    for sentence in reversed(_sentences(paragraphs[-1])) if paragraphs else ():
        people = [ent for ent in sentence.ents if ent.label_ == "PERSON"]
        if len(people) > 1 or not all(map(_gives_the_floor, sentence)):
            return None, True
        if people:
            return people[0], False
    return None, False


def _sentences(paragraph: Span) -> list[Span]:
    """Cut a paragraph behind full stops and the like; a label is no part of it."""
    ends = [i for i, token in enumerate(paragraph, 1) if token.text in {".", "?", "!"}]
    starts = [0, *ends]
    cut = zip(starts, [*ends, len(paragraph)], strict=True)
    return [paragraph[start:end] for start, end in cut if start < end]


def _gives_the_floor(token: Token) -> bool:
    is_name = token.ent_type_ in _SPEAKING
    word = token.lower_.replace("’", "'").rstrip(".")
    return is_name or not token.text[:1].isalnum() or word in _GIVING_THE_FLOOR


def _key(label: Span) -> str:
    return label.text.strip(". ").lower()


def _full_name(
    label: Span, labels: Iterable[Span], named: Iterable[Span]
) -> Span | None:
    """Return the one name that a label in capitals is short for."""
    letters = label.text.replace(".", "")
    is_short = letters.isalpha() and 1 < len(letters) <= _MOST_INITIALS
    if not (is_short and letters.isupper()):
        return None
    abbreviated = (each for each in labels if _is_abbreviated(letters, each.text))
    persons = (each for each in named if each.label_ == "PERSON")
    spelt = (each for each in persons if letters in initials_of(each))
    names: dict[str, Span] = {}
    for name in chain(abbreviated, spelt):
        names.setdefault(name.text.casefold(), name)
    return next(iter(names.values())) if len(names) == 1 else None


def initials_of(name: Span) -> tuple[str, str]:
    """Return a name's initials, all and the outer two: "JFK" and "JK"."""
    initials = [token.text[0] for token in name if token.text[:1].isupper()]
    return "".join(initials), "".join(initials[:1] + initials[-1:])


def _is_abbreviated(letters: str, label: str) -> bool:
    """Tell whether letters are those of a label of one word: "WN" of "Wirenews"."""
    if not label.isalpha() or label.isupper() or label[0] != letters[0]:
        return False
    rest = iter(label.casefold())
    return all(letter in rest for letter in letters.casefold())


def _called_by_name(turns: Sequence[tuple[Span, Sequence[Span]]]) -> Span | None:
    """Return the one name by which the answers call who asks, again and again."""
    calls = [
        call
        for label, paragraphs in turns
        if _key(label) not in _ASKING
        for call in _calls(paragraphs)
    ]
    is_one = len({call.text for call in calls}) == 1
    return calls[0] if is_one and len(calls) >= _LEAST_CALLS else None


def _calls(paragraphs: Iterable[Span]) -> Iterator[Span]:
    for paragraph in paragraphs:
        for ent in paragraph.ents:
            if ent.label_ == "PERSON" and ent.root.dep_ == "vocative":
                yield ent

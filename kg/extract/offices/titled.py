"""Read the offices in the titles that stand before a name, and whom they serve."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan
from kg.annotate.names.titles import HONORIFICS, title_start
from kg.english.lexicon import forms
from kg.english.nouns import is_chief, is_office_noun, noun_classes
from kg.english.trees import LINKING_POS
from kg.extract.offices.owners import (
    is_home,
    is_of_its_state,
    is_portfolio,
    may_be_owner,
)
from kg.extract.offices.phrases import (
    Office,
    joined,
    owner_argument,
    status_mark,
)
from kg.extract.spans import to_argument

_SHORT_FORMS = forms("titles.short_forms")
_POSSESSIVE_SIGNS = frozenset({"'s", "’s", "'", "’"})
_LONGEST_TITLE = 15
_TITLE_POS = frozenset({"ADJ", "NOUN", "PROPN"})


def owners_by_end(doc: Doc, names: Iterable[NameSpan]) -> dict[int, NameSpan]:
    """Return the longest name of a state or body that ends at each place."""
    owners = [name for name in names if may_be_owner(doc, name)]
    # Of those with one end the last stays, which starts first.
    return {
        name.end: name
        for name in sorted(owners, key=lambda name: name.start, reverse=True)
    }


def office_before(
    doc: Doc, name: NameSpan, owners: Mapping[int, NameSpan]
) -> Iterator[Office]:
    """Yield the offices in the title before a name, with whom they serve before that.

    "Russian President Vladimir Putin" gives "President" and "Russian", "former Pentagon
    spokesman John Kirby" "former spokesman" and "Pentagon", "Thai Prime Minister and
    Defence Minister Ada Quill" two; "President Ada Quill" serves nobody that the text
    names: none. `owners` are those of `owners_by_end`.
    """
    titles = list(_titles_before(doc, name)) or _long_title(doc, name)
    if not titles:
        return
    start = titles[-1].start
    owner = _owner_ending_at(start, doc, owners)
    if owner is None and _may_open_title(doc, start):
        # "Acme Advisory Editor Ada Quill": a word of the title that no list has.
        owner = _owner_ending_at(start - 1, doc, owners)
        titles[-1] = doc[start - (owner is not None) : titles[-1].end]
    if owner is None:
        first = titles[-1][0]
        if len(titles[-1]) > 1 and "body" in noun_classes(first):
            # "Senate President Quill": the first word is whom the office serves.
            yield Office(_title_of(titles[-1][1:], ""), to_argument(first))
        return
    past = status_mark(_word_before(doc, owner.start))
    for title in reversed(titles):
        if not is_of_its_state(title[-1], owner):
            continue
        yield Office(_title_of(title, past), owner_argument(doc, owner))


def _titles_before(doc: Doc, name: NameSpan) -> Iterator[Span]:
    """Yield the titles before a name, those joined by "and" from the last one on."""
    start, end = name.title_start, name.start
    while start < end and _is_title(doc[start:end]):
        start = _with_compounds(doc, start)
        yield doc[start:end]
        if start < 2 or doc[start - 1].lower_ != "and":
            return
        start, end = title_start(doc, start - 1), start - 1


def _long_title(doc: Doc, name: NameSpan) -> list[Span]:
    """Return the title before a name that goes on in capitals behind its noun.

    "Minister of State for Wales, Cornwall and North America Ada Quill".
    """
    end = name.start
    while end and _is_address(doc[end - 1]):
        end -= 1
    first = max(name.start - _LONGEST_TITLE, doc[name.start].sent.start)
    for at in range(end - 1, first - 1, -1):
        word = doc[at]
        if is_office_noun(word.lower_):
            goes_on = doc[at + 1].lower_ in {"of", "for"} and doc[end - 1].is_title
            return [doc[title_start(doc, at + 1) : end]] if goes_on else []
        if not (word.is_title or word.pos_ in LINKING_POS or word.text == ","):
            return []
    return []


def _is_title(title: Span) -> bool:
    """Tell an office from a form of address, and from a title that is cut off."""
    has_office = any(is_office_noun(token.lower_) or is_chief(token) for token in title)
    return has_office and title[-1].pos_ != "ADP" and title[-1].lower_ != "for"


def _may_open_title(doc: Doc, start: int) -> bool:
    before = doc[start - 1] if start > 1 else None
    return before is not None and before.is_title and before.pos_ in _TITLE_POS


def _with_compounds(doc: Doc, start: int) -> int:
    """Return where a title starts with the common nouns before it: "board chair"."""
    while start and doc[start - 1].dep_ == "compound" and doc[start - 1].is_lower:
        start -= 1
    return start


def _title_of(title: Span, past: str) -> str:
    return joined([_expanded(token) for token in title if not _is_address(token)], past)


def office_after(
    doc: Doc,
    name: NameSpan,
    names: Mapping[int, NameSpan],
    owners: Mapping[int, NameSpan],
) -> Iterator[Office]:
    """Yield the office of a titled name whose owner follows "of", or ends before it.

    "Secretary General Ada Quill of the OAS", "General Secretary of the Farmers' Forum
    Ada Quill". `names` are all names by their first words, `owners` those of
    `owners_by_end`.
    """
    title, owner = doc[name.title_start : name.start], _owner_behind(doc, name, names)
    if owner is None and not title:
        owner = owners.get(_before_brackets(doc, name.start))
        at = owner.start - 1 if owner else 0
        at -= doc[at].lower_ == "the"
        if at < 1 or doc[at].lower_ != "of":
            return
        title = doc[title_start(doc, at) : at]
        if _is_apposed(title):
            return
    if owner is not None and _is_title(title) and not is_portfolio(doc, owner):
        yield Office(_title_of(title, ""), owner_argument(doc, owner))


def _owner_behind(
    doc: Doc, name: NameSpan, names: Mapping[int, NameSpan]
) -> NameSpan | None:
    """Return what follows a name after "of": "Ada Quill of the OAS"."""
    behind = [token.lower_ for token in doc[name.end : name.end + 2]]
    if behind[:1] != ["of"]:
        return None
    owner = names.get(name.end + 1 + (behind[1:] == ["the"]))
    if owner is None or not may_be_owner(doc, owner):
        return None
    title = doc[name.title_start : name.start]
    return None if is_home(title, owner) else owner


def _before_brackets(doc: Doc, end: int) -> int:
    """Return where "(OAS)" before a place starts, or the place itself."""
    is_short = end > 3 and doc[end - 1].text == ")" and doc[end - 3].text == "("
    return end - 3 if is_short else end


def _is_apposed(title: Span) -> bool:
    """Tell whether a title is said of a name before it: "Ada Quill, mayor of Bern"."""
    return title.start > 1 and title.doc[title.start - 1].text == ","


def _word_before(doc: Doc, at: int) -> str:
    """Return the word before a token, of "ex-Kenyan" "ex"; "" where there is none."""
    if at > 1 and doc[at - 1].lower_ == "-":
        at -= 1
    return doc[at - 1].lower_ if at else ""


def _is_address(token: Token) -> bool:
    """Tell whether a word of a title is no office: "Dr." of "Minister Dr. Moss"."""
    word = token.lower_.strip(".")
    return not word or (word in HONORIFICS and not is_office_noun(word))


def _owner_ending_at(
    end: int, doc: Doc, owners: Mapping[int, NameSpan]
) -> NameSpan | None:
    """Return the longest name that ends right before a token, "'s" aside."""
    if end and doc[end - 1].lower_ in _POSSESSIVE_SIGNS:
        end -= 1
    elif (
        end > 1 and doc[end - 2].text in _POSSESSIVE_SIGNS and doc[end - 1].text == "s"
    ):
        end -= 2
    # "South African Airways (SAA) chair": the name in full stands before brackets.
    owner = owners.get(end) or owners.get(_before_brackets(doc, end))
    # "... in Washington, D.C. Secretary Quill" opens a sentence.
    is_address = owner is not None and "," in doc[owner.start : owner.end].text
    return None if is_address else owner


def _expanded(token: Token) -> str:
    """Return a word of a title, a short form in full: "Gov." is "Governor"."""
    long = _SHORT_FORMS.get(token.lower_.strip("."))
    return token.text if long is None else long.title()

"""Read a phrase that names an office: its title, and the state or body it serves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan
from kg.annotate.names.titles import HONORIFICS
from kg.english.lexicon import forms, words
from kg.english.nouns import is_office_noun, noun_classes
from kg.extract.findings import Argument
from kg.extract.spans import to_argument

_PAST = words("titles.past")
_FILLERS = words("titles.fillers")
_OWNER_DEPS = frozenset({"nmod:poss", "compound", "amod", "nmod", "nmod:desc"})
_PHRASE_DEPS = _OWNER_DEPS | {"det", "nummod", "advmod"}
_OWNER_LABELS = frozenset({"LOC", "ORG", "NORP"})
_SHORT_FORMS = forms("titles.short_forms")
_LONGEST_COMPLEMENT = 6


@dataclass(frozen=True, slots=True)
class Office:
    """A title and the phrase of whom or what it serves."""

    title: str
    object_: Argument


def office_before(
    doc: Doc, name: NameSpan, names: Mapping[int, NameSpan]
) -> Office | None:
    """Return the office in the title before a name, with the owner before that.

    "Russian President Vladimir Putin", "former Pentagon spokesman John Kirby".
    """
    title = doc[name.title_start : name.start]
    if not any(is_office_noun(token.lower_) for token in title):
        return None
    owner = _owner_ending_at(name.title_start, doc, names)
    if owner is None:
        return None
    before = doc[owner.start - 1].lower_ if owner.start else ""
    if before == "-" and owner.start > 1:
        before = doc[owner.start - 2].lower_
    words = [_expanded(token) for token in title if not _is_address(token)]
    past = "former" if before in _PAST - {"then"} else before if before in _PAST else ""
    return Office(_joined(words, past), _argument(doc, owner))


def _is_address(token: Token) -> bool:
    """Tell whether a word of a title is no office: "Dr." of "Minister Dr. Moss"."""
    word = token.lower_.strip(".")
    return not word or (word in HONORIFICS and not is_office_noun(word))


def office_of(
    noun: Token, names: Mapping[int, NameSpan], *, is_past: bool
) -> Office | None:
    """Return the office that a noun phrase names, None where it serves nobody.

    "the Pentagon's press secretary", "president of Ukraine", "the U.S. envoy to the
    U.N." (which serves the U.S.). Needs a parse.
    """
    left = _owner_left(noun, names)
    right = None if left else _owner_right(noun, names)
    found = left or right
    if found is None:
        return None
    owner_token, owner = found
    opening = _opening(noun)
    start = owner_token.right_edge.i + 1 if left else opening
    words = [token.text for token in noun.doc[start : noun.i] if _is_title(token)]
    words.append(noun.text)
    words += [] if right else _complement(noun)
    past = "former" if is_past else ""
    for token in noun.doc[opening : noun.i]:
        if token.lower_ in _PAST and token.lower_ not in {w.lower() for w in words}:
            past = token.lower_ if token.lower_ == "then" else "former"
    return Office(_joined(words, past), owner)


def _opening(noun: Token) -> int:
    """Return where a noun phrase opens, the subject of "she is head of" left out."""
    own = [child for child in noun.lefts if child.dep_ in _PHRASE_DEPS]
    return min((child.left_edge.i for child in own), default=noun.i)


def _owner_left(
    noun: Token, names: Mapping[int, NameSpan]
) -> tuple[Token, Argument] | None:
    """Return the possessor or modifier that the office serves."""
    for child in noun.lefts:
        if child.dep_ not in _OWNER_DEPS:
            continue
        owner = _named_owner(child, names)
        if owner is not None:
            return child, owner
        is_actor = noun_classes(child) & {"body", "alliance", "state"}
        is_pronoun = child.pos_ == "PRON" and child.lower_ in {"its", "their"}
        if child.dep_ == "nmod:poss" and (is_actor or is_pronoun):
            return child, to_argument(child)
    return None


def _owner_right(
    noun: Token, names: Mapping[int, NameSpan]
) -> tuple[Token, Argument] | None:
    """Return what follows "of", "for", "at" or "to": "president of Ukraine"."""
    for child in noun.rights:
        case = next((part.lower_ for part in child.lefts if part.dep_ == "case"), "")
        if child.dep_ not in {"nmod", "obl"} or case not in {"of", "for", "at", "in"}:
            continue
        owner = _named_owner(child, names)
        if owner is not None:
            return child, owner
        if noun_classes(child) & {"body", "alliance", "state"}:
            return child, to_argument(child)
    return None


def _named_owner(token: Token, names: Mapping[int, NameSpan]) -> Argument | None:
    for part in (token, *(child for child in token.children if child.dep_ == "amod")):
        name = names.get(part.i)
        if name is not None and name.label in _OWNER_LABELS:
            return _argument(token.doc, name)
    return None


def _owner_ending_at(
    end: int, doc: Doc, names: Mapping[int, NameSpan]
) -> NameSpan | None:
    """Return the longest name that ends right before a token, "'s" aside."""
    if end and doc[end - 1].lower_ in {"'s", "’s", "'", "’"}:
        end -= 1
    found = [n for n in names.values() if n.end == end and n.label in _OWNER_LABELS]
    return min(found, key=lambda name: name.start, default=None)


def _argument(doc: Doc, name: NameSpan) -> Argument:
    span = doc[name.start : name.end]
    return Argument(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        head=span.root.idx,
    )


def _is_title(token: Token) -> bool:
    return not (
        token.lower_ in _FILLERS
        or token.is_punct
        and token.text != "-"
        or token.is_space
        or token.pos_ in {"PART", "AUX"}
        or token.dep_ in {"nsubj", "cop", "advmod", "case", "mark"}
    )


def _complement(noun: Token) -> list[str]:
    """Return a short phrase that belongs to the title: "to the U.N."."""
    for child in noun.rights:
        size = child.right_edge.i - child.left_edge.i
        case = next((part.lower_ for part in child.lefts if part.dep_ == "case"), "")
        if child.dep_ == "nmod" and case in {"to", "of", "for"}:
            if size < _LONGEST_COMPLEMENT and child.left_edge.i == noun.i + 1:
                return [t.text for t in child.subtree if not t.is_space]
            return []
    return []


def _expanded(token: Token) -> str:
    long = _SHORT_FORMS.get(token.lower_.strip("."))
    return token.text if long is None else long.title()


def _joined(words: Iterator[str] | list[str], past: str) -> str:
    title = " ".join(words).replace(" - ", "-").replace(" ,", ",")
    words_of_title = title.casefold().split()
    kept = " ".join(w for w in title.split() if w.casefold() not in _FILLERS - {"the"})
    return f"{past} {kept}" if past and past not in words_of_title else kept

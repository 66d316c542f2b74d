"""Read a phrase that names an office: its title, and the state or body it serves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan
from kg.annotate.names.titles import HONORIFICS
from kg.english.lexicon import forms, words
from kg.english.nouns import is_office_noun, noun_classes
from kg.extract.findings import Argument
from kg.extract.spans import phrase_argument, to_argument

_PAST = words("titles.past")
_FILLERS = words("titles.fillers")
_OWNER_DEPS = frozenset({"nmod:poss", "compound", "amod", "nmod", "nmod:desc"})
_PHRASE_DEPS = _OWNER_DEPS | {"det", "nummod", "advmod"}
_OWNER_LABELS = frozenset({"LOC", "ORG", "NORP"})
_SHORT_FORMS = forms("titles.short_forms")
_OWNER_CLASSES = frozenset({"body", "alliance", "state"})
_POSSESSIVE_SIGNS = frozenset({"'s", "’s", "'", "’"})
# Longer phrases after a title tell what the holder does, and are no part of it.
_LONGEST_COMPLEMENT = 6
_UNTITLED_POS = frozenset({"PART", "AUX"})
_UNTITLED_DEPS = frozenset({"nsubj", "cop", "advmod", "case", "mark"})


@dataclass(frozen=True, slots=True)
class Office:
    """A title, and the state or body that its holder serves.

    "former press secretary" and the argument "Pentagon".
    """

    title: str
    object_: Argument


def owners_by_end(names: Iterable[NameSpan]) -> dict[int, NameSpan]:
    """Return the longest name of a state or body that ends at each place."""
    owners = [name for name in names if name.label in _OWNER_LABELS]
    # Of those with one end the last stays, which starts first.
    return {
        name.end: name
        for name in sorted(owners, key=lambda name: name.start, reverse=True)
    }


def office_before(
    doc: Doc, name: NameSpan, owners: Mapping[int, NameSpan]
) -> Office | None:
    """Return the office in the title before a name, with whom it serves before that.

    "Russian President Vladimir Putin" gives "President" and "Russian", "former Pentagon
    spokesman John Kirby" "former spokesman" and "Pentagon"; "President Ada Quill"
    serves nobody that the text names: None. `owners` are those of `owners_by_end`.
    """
    title = doc[name.title_start : name.start]
    if not any(is_office_noun(token.lower_) for token in title):
        return None
    owner = _owner_ending_at(name.title_start, doc, owners)
    if owner is None:
        return None
    parts = [_expanded(token) for token in title if not _is_address(token)]
    past = _past_mark(_word_before(doc, owner.start))
    return Office(_joined(parts, past), _argument(doc, owner))


def _word_before(doc: Doc, at: int) -> str:
    """Return the word before a token, of "ex-Kenyan" "ex"; "" where there is none."""
    if at > 1 and doc[at - 1].lower_ == "-":
        at -= 1
    return doc[at - 1].lower_ if at else ""


def _past_mark(word: str) -> str:
    """Return "then" for itself, "former" for "ex" and its like, "" for other words."""
    if word not in _PAST:
        return ""
    return word if word == "then" else "former"


def _is_address(token: Token) -> bool:
    """Tell whether a word of a title is no office: "Dr." of "Minister Dr. Moss"."""
    word = token.lower_.strip(".")
    return not word or (word in HONORIFICS and not is_office_noun(word))


def office_of(
    noun: Token, names: Mapping[int, NameSpan], *, is_past: bool
) -> Office | None:
    """Return the office that a noun phrase names, None where it serves nobody.

    "the Pentagon's press secretary", "president of Ukraine", "the U.S. envoy to the
    U.N." (which serves the U.S.). `names` are all names by their head words; `is_past`
    says that the clause around puts it past ("was president"). Needs a parse.
    """
    left = _owner_left(noun, names)
    right = None if left else _owner_right(noun, names)
    found = left or right
    if found is None:
        return None
    owner_token, owner = found
    opening = _opening(noun)
    start = owner_token.right_edge.i + 1 if left else opening
    parts = [token.text for token in noun.doc[start : noun.i] if _is_in_title(token)]
    parts.append(noun.text)
    # After an owner on the left, "to the U.N." says more of the title.
    parts += _complement(noun) if left else []
    return Office(_joined(parts, _past_of(noun, opening, parts, is_past)), owner)


def _past_of(noun: Token, opening: int, parts: list[str], is_past: bool) -> str:
    """Return "former", "then" or "", as the words of a phrase outside its title say."""
    titled = {part.lower() for part in parts}
    said = [token.lower_ for token in noun.doc[opening : noun.i]]
    marks = [_past_mark(word) for word in said if word not in titled]
    return next(filter(None, reversed(marks)), "former" if is_past else "")


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
        is_actor = noun_classes(child) & _OWNER_CLASSES
        # "his" and "her" stand for persons, whom no office serves.
        is_pronoun = child.pos_ == "PRON" and child.lower_ in {"its", "their"}
        if child.dep_ == "nmod:poss" and (is_actor or is_pronoun):
            return child, to_argument(child)
    return None


def _owner_right(
    noun: Token, names: Mapping[int, NameSpan]
) -> tuple[Token, Argument] | None:
    """Return what follows "of", "for", "at" or "in": "president of Ukraine"."""
    for child in noun.rights:
        is_phrase = child.dep_ in {"nmod", "obl"}
        if not is_phrase or _preposition(child) not in {"of", "for", "at", "in"}:
            continue
        owner = _named_owner(child, names)
        if owner is not None:
            return child, owner
        if noun_classes(child) & _OWNER_CLASSES:
            return child, to_argument(child)
    return None


def _named_owner(token: Token, names: Mapping[int, NameSpan]) -> Argument | None:
    """Return a name that a word heads or has for adjective: "the Kenyan army"."""
    for part in (token, *(child for child in token.children if child.dep_ == "amod")):
        name = names.get(part.i)
        if name is not None and name.label in _OWNER_LABELS:
            return _argument(token.doc, name)
    return None


def _owner_ending_at(
    end: int, doc: Doc, owners: Mapping[int, NameSpan]
) -> NameSpan | None:
    """Return the longest name that ends right before a token, "'s" aside."""
    if end and doc[end - 1].lower_ in _POSSESSIVE_SIGNS:
        end -= 1
    return owners.get(end)


def _argument(doc: Doc, name: NameSpan) -> Argument:
    span = doc[name.start : name.end]
    return phrase_argument(span, span.root)


def _is_in_title(token: Token) -> bool:
    """Tell the words of a title from articles, signs and words of the clause around."""
    if token.lower_ in _FILLERS or token.is_space:
        return False
    if token.is_punct and token.text != "-":
        return False
    return token.pos_ not in _UNTITLED_POS and token.dep_ not in _UNTITLED_DEPS


def _complement(noun: Token) -> list[str]:
    """Return a short phrase that belongs to the title: "to the U.N."."""
    for child in noun.rights:
        if child.dep_ != "nmod" or _preposition(child) not in {"to", "of", "for"}:
            continue
        size = child.right_edge.i - child.left_edge.i
        if size < _LONGEST_COMPLEMENT and child.left_edge.i == noun.i + 1:
            return [token.text for token in child.subtree if not token.is_space]
        return []
    return []


def _preposition(noun: Token) -> str:
    return next((part.lower_ for part in noun.lefts if part.dep_ == "case"), "")


def _expanded(token: Token) -> str:
    """Return a word of a title, a short form in full: "Gov." is "Governor"."""
    long = _SHORT_FORMS.get(token.lower_.strip("."))
    return token.text if long is None else long.title()


def _joined(parts: list[str], past: str) -> str:
    """Return a title as one text, with what puts it past before it."""
    title = " ".join(parts).replace(" - ", "-").replace(" ,", ",")
    words_of_title = title.casefold().split()
    kept = " ".join(w for w in title.split() if w.casefold() not in _FILLERS - {"the"})
    return f"{past} {kept}" if past and past not in words_of_title else kept

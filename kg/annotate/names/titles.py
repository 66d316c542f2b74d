"""Titles before names: "Foreign Minister", "Gen.", "U.S. Secretary of State"."""

from itertools import islice, product, takewhile

from spacy.tokens import Doc, Token

from kg.english.lexicon import words
from kg.english.nouns import chief_before, is_chief, is_office_noun, noun_classes
from kg.english.pronouns import Gender
from kg.english.trees import name_of
from kg.gazetteer.given_names import is_given_name

_FEMALE = words("titles.feminine")
_MALE = words("titles.masculine")
HONORIFICS = words("titles.honorifics")
RANKS = words("titles.ranks")
# Those of the honorifics that only stand before a person's name.
FORMS_OF_ADDRESS = words("titles.forms_of_address")
# Words that stand before the noun of a title, and belong to it.
_MODIFIERS = words("titles.modifiers")
# What a minister or secretary is "of" or "for".
_PORTFOLIOS = words("titles.portfolios")
_BEHIND = words("titles.behind")
# Who has such a field, and what stands before it.
_OF_MINISTERS = frozenset(
    {*product(("commissioner", "minister"), ("for", "of")), ("secretary", "for")}
)
_LINKS = words("function_words.title_links")

# How many words a field in capitals has at most: "of Trade, Mining and Industry".
_LONGEST_FIELD = 10
# How many words of a body's name may follow the one that looks like a portfolio.
_LONGEST_BODY = 4


def title_words(doc: Doc) -> set[int]:
    """Return the tokens of all titles that stand right before a capitalised word."""
    found: set[int] = set()
    for token in doc:
        if token.i not in found and is_title_noun(token):
            end = _title_end(token)
            end = _without_family_name(doc, token, _later_title_end(doc, end))
            if end < len(doc) and _may_begin_name(doc[end]):
                found.update(range(title_start(doc, end), end))
    return found


def _without_family_name(doc: Doc, first: Token, end: int) -> int:
    """Return where a title ends whose last word is a name: "Cllr Sheikh said".

    The chief judge is one.
    """
    last = doc[end - 1]
    is_rank = first.lower_.strip(".") in RANKS - {"chief"} and first.i < last.i
    is_followed = end < len(doc) and _may_begin_name(doc[end])
    is_name = is_rank and last.lower_ in HONORIFICS and not is_followed
    return last.i if is_name else end


def office_words(doc: Doc) -> set[int]:
    """Return the tokens of offices with what they are for: "Secretary of State"."""
    found: set[int] = set()
    for token in doc:
        if token.text[:1].isupper() and is_title_noun(token):
            end = _title_end(token)
            if end > token.i + 1 and _is_portfolio(doc[end - 1]):
                before = takewhile(_is_modifier, reversed(doc[: token.i]))
                found.update(range(token.i - len(list(before)), end))
            found.update(_misread_portfolio(token))
    return found


def _misread_portfolio(noun: Token) -> range:
    """Return what a minister is for, where the model has it for a body's name.

    "Minister for Roads and Bridges"; "Secretary of the Forum" has an article, and the
    "Minister of National Planning Commission" what ends a body's name.
    """
    doc, start = noun.doc, noun.i + 2
    if start >= len(doc) or doc[start].ent_type_ != "ORG" or not is_field(doc, start):
        return range(0)
    name = name_of(doc[start])
    is_body = name.start < start or "body" in noun_classes(name[-1])
    return range(0) if is_body else range(start, name.end)


def is_field(doc: Doc, start: int) -> bool:
    """Tell whether what starts at a token is what a minister is for: "of Trade".

    Bodies have secretaries, too: "Secretary of Amnesty".
    """
    before = tuple(token.lower_ for token in doc[max(start - 2, 0) : start])
    return before in _OF_MINISTERS


def is_title_noun(token: Token) -> bool:
    """Tell whether a token is an office, rank or form of address.

    What stands behind one is part of it: "elect" of "mayor-elect". "Dean" behind one,
    and before a family name alone, is a given name.
    """
    word = token.lower_.strip(".")
    if is_given_name(word) and _is_before_family_name(token):
        return False
    if word in _BEHIND and token.i:
        noun = token.nbor(-2 if token.i > 1 and token.nbor(-1).text == "-" else -1)
        return is_title_noun(noun)
    stem, _, behind = word.partition("-")
    word = stem.strip(".") if behind in _BEHIND else word
    if word in HONORIFICS or (word in RANKS and token.text[:1].isupper()):
        return token.text[:1].isupper()
    is_office = is_office_noun(word) or is_chief(token)
    return is_office and token.pos_ in {"NOUN", "PROPN", "ADJ", "X"}


def _is_before_family_name(token: Token) -> bool:
    """Tell whether a rank precedes a word, and one name follows: "Cpl. Dean Roach"."""
    doc, names = token.doc, takewhile(_may_begin_name, token.doc[token.i + 1 :])
    behind = doc[token.i - 1].text == "." if token.i > 1 else False
    rank = doc[max(token.i - 1 - behind, 0)].lower_.strip(".")
    return (rank in RANKS or rank in HONORIFICS) and len(list(islice(names, 2))) == 1


def title_start(doc: Doc, end: int) -> int:
    """Return where the title that ends before token `end` begins; `end` for none.

    "U.S. Secretary of State Antony Blinken" gives the place of "Secretary".
    """
    start = _skip_portfolio(doc, end)
    if start == end and not (end > 0 and is_title_noun(_before(doc, end))):
        return end
    if start == end and (chief := chief_before(doc[end - 1])):
        start = chief.i
    while start > 0:
        before = start - 2 if _is_abbreviation(doc, start) else start - 1
        if is_title_noun(doc[before]) or _is_modifier(doc[before]):
            start = before
            continue
        earlier = _earlier_title_noun(doc, start)
        if earlier == start:
            break
        start = earlier
    return start


def _earlier_title_noun(doc: Doc, start: int) -> int:
    """Go back over a few capitalised words to "Deputy", "Assistant" and the like."""
    for probe in range(start - 1, max(start - 4, -1), -1):
        if not doc[probe].text[:1].isupper() or doc[probe].is_punct:
            return start
        # "Former Kenyan Foreign Minister": whom he serves is no part of the title.
        is_former = doc[probe].lower_ in {"acting", "former"}
        if is_former and any(each.ent_type_ for each in doc[probe + 1 : start]):
            return start
        if is_former or doc[probe].lower_ in {"deputy", "vice", "assistant"}:
            return probe
    return start


def title_gender(title: str | None) -> Gender | None:
    """Return the gender that a title tells: "Ms." feminine, "King" masculine."""
    words = {word.strip(".").casefold() for word in (title or "").split()}
    if words & _FEMALE:
        return "feminine"
    return "masculine" if words & _MALE else None


def is_address(title: str) -> bool:
    """Tell a form of address ("Mr.", "Dr.") from an office: "Judge" is one."""
    word = title.strip(".").casefold()
    return word in HONORIFICS and not is_office_noun(word)


def _before(doc: Doc, end: int) -> Token:
    return doc[end - 2] if _is_abbreviation(doc, end) else doc[end - 1]


def _is_abbreviation(doc: Doc, end: int) -> bool:
    """Tell whether the two tokens before `end` are one abbreviation: "Maj" "."."""
    return (
        end > 1
        and doc[end - 1].text == "."
        and not doc[end - 2].whitespace_
        and doc[end - 2].lower_ in RANKS | HONORIFICS
    )


def _is_modifier(token: Token) -> bool:
    word = token.lower_.strip(".")
    # "served under President Quill" has no under-president.
    if word == "under" and not token.text[:1].isupper():
        return False
    if word == "city" and _is_of_town(token):
        return False
    return word in _MODIFIERS or (token.text == "-" and not token.whitespace_)


def _is_of_town(token: Token) -> bool:
    """Tell whether a town's name ends so: "Quezon City Mayor", not "a City Mayor"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    is_capital = token.text.istitle() and before.text[:1].isupper()
    return is_capital and before != token and before.lower_ not in _MODIFIERS


def _title_end(token: Token) -> int:
    """Return the end of a title from its noun on: portfolio and abbreviation's dot."""
    doc, end = token.doc, token.i + 1
    if end < len(doc) and doc[end].text == "." and not token.whitespace_:
        end += 1
    probe = end
    while probe < len(doc) and (
        doc[probe].lower_ in _LINKS or _is_portfolio(doc[probe])
    ):
        probe += 1
    linked = end < probe and doc[end].lower_ in {"of", "for", "to"}
    if linked and _is_portfolio(doc[probe - 1]) and not _opens_body(doc, probe):
        return probe
    while end < len(doc) and is_title_noun(doc[end]):
        end += 2 if end + 1 < len(doc) and doc[end + 1].text == "." else 1
    return end


def _later_title_end(doc: Doc, end: int) -> int:
    """Go on to a later title noun: "Deputy Emergency Situations Minister"."""
    for probe in range(end, min(end + 4, len(doc) - 1)):
        if not doc[probe].text[:1].isupper() or doc[probe].is_punct:
            return end
        if is_title_noun(doc[probe]):
            later = _title_end(doc[probe])
            if later < len(doc) and _may_begin_name(doc[later]):
                return later
    return end


def _is_portfolio(token: Token) -> bool:
    return token.lower_ in _PORTFOLIOS and token.text[:1].isupper()


def _opens_body(doc: Doc, index: int) -> bool:
    """Tell whether a body's name goes on here: "of the National Food Agency"."""
    name = takewhile(_may_begin_name, doc[index : index + _LONGEST_BODY])
    return any("body" in noun_classes(token) for token in name)


def _skip_portfolio(doc: Doc, end: int) -> int:
    """Go back over "of State" to the noun of the title; `end` where there is none."""
    start = end
    if end and doc[end - 1].lower_ in _LINKS:
        return end
    while start > 0 and (
        _is_portfolio(doc[start - 1]) or doc[start - 1].lower_ in _LINKS
    ):
        start -= 1
    while start < end and doc[start].lower_ not in {"of", "for", "to"}:
        start += 1
    has_portfolio = any(_is_portfolio(token) for token in doc[start:end])
    if not has_portfolio or start == 0 or not is_title_noun(doc[start - 1]):
        return _skip_field(doc, end)
    return start


def _skip_field(doc: Doc, end: int) -> int:
    """Go back over what a minister is for, in any words: "of Employment and Pensions".

    All of them have capitals, and the last stands right before `end`.
    """
    if not end or not _may_begin_name(doc[end - 1]):
        return end
    for at in range(end - 1, max(end - _LONGEST_FIELD, 0), -1):
        token = doc[at]
        if is_field(doc, at + 1):
            return at
        is_joint = token.lower_ in _LINKS or token.text == ","
        if not (is_joint or _may_begin_name(token)) or token.ent_type_ == "PERSON":
            return end
    return end


def _may_begin_name(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_punct and not token.is_space

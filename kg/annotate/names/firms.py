"""Names of firms after their founders: "Quill & Reed"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.annotate.names.things import Found
from kg.gazetteer.given_names import is_given_name


def join_firms(doc: Doc, found: Found) -> None:
    """Take two family names with an ampersand between for one body, in place.

    The model may have found a body once and two persons later: "Quill & Reed said".
    Two persons with given names are none, nor are two places: "Ada Quill & Bob Reed",
    "Ada & Bob", "Bern & Basel".
    """
    for start, end in list(_firms(doc)):
        inside = [span for span in found if start < span[1] and span[0] < end]
        is_whole = any(one <= start and end <= other for one, other in inside)
        labels = {found[span] for span in inside}
        are_people = labels == {"PERSON"} and any(
            is_given_name(name.lower_) for name in (doc[start], doc[end - 1])
        )
        if labels and not (is_whole or are_people or "LOC" in labels):
            for span in inside:
                del found[span]
            found[start, end] = "ORG"


def _firms(doc: Doc) -> Iterator[tuple[int, int]]:
    for sign in doc[1:-1]:
        if sign.text != "&":
            continue
        names = (sign.nbor(-1), sign.nbor(1))
        around = [doc[at] for at in (sign.i - 2, sign.i + 2) if 0 <= at < len(doc)]
        opens = names[0].i == names[0].sent.start
        beside = around[1:] if opens and len(around) > 1 else around
        if all(map(_is_capitalised, names)) and not any(map(_is_capitalised, beside)):
            yield sign.i - 1, sign.i + 2


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha

"""Who is meant inside the words of a speaker: "you" in a question, nobody's "seems"."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Span, Token

from kg.annotate.layout.hearsay import is_hearsay
from kg.english.lexicon import words
from kg.english.trees import lemma
from kg.intervals import Intervals

_YOU = frozenset({"you", "your"})
_SEEMING = words("saying.seeming")

Parts = Mapping[str, Sequence[Span]]


class Around:
    """The attributions in whose contents others stand.

    Takes each attribution's spans by label. In "Q: What do you fear?", asked of Ada
    Moss, she is whom "you" means; in "Ada: It seems late", it seems so to Ada.
    """

    def __init__(self, attributed: Iterable[Parts]) -> None:
        found = [(span, parts) for parts in attributed for span in parts["CONTENT"]]
        self._parts = [parts for _, parts in found]
        self._places = Intervals((span.start, span.end) for span, _ in found)

    def meant_by(self, head: Token) -> Token:
        """Return the one whom "you" and "your" mean, another word itself."""
        around = self._places.at(head.i) if head.lower_ in _YOU else ()
        hearers = (self._parts[number]["HEARER"] for number in around)
        return next((spans[0].root for spans in hearers if spans), head)

    def has_impression(self, cue: Span | None) -> Span | None:
        """Return who tells what nobody named is said to, or what seems so to nobody.

        In "Ada said that he reportedly fled" it is she who says that he did.
        """
        if cue is None or not (lemma(cue.root) in _SEEMING or is_hearsay(cue.root)):
            return None
        for number in self._places.at(cue.start):
            parts = self._parts[number]
            if parts["SOURCE"] and cue not in parts["CUE"]:
                return next(iter([*parts["SPEAKER"], *parts["SOURCE"]]))
        return None

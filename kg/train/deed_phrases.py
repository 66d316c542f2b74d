"""Sentences that place words of deeds among people, or in sport, art and weather.

CAMEO's verb dictionary (PETRARCH2, MIT) says which code a verb has beside which words;
with an actor before and a recipient behind, that is a sentence whose verb has a known
type. The same verbs among what `deed_figures.yaml` has tell no event.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import yaml

from kg.annotate.deeds import NONE

_CODE = re.compile(r"(\d{3,4}): ([A-Z]+)")
_BLOCK = re.compile(r"---\s*[A-Z_]*\s*\[(.*?)\]")
_PATTERN = re.compile(r"-\s*(.*?)\[([\d:\-]+)\]")
_VERB = re.compile(r"([A-Z_\-']+)\s*(?:\{(.*?)\})?")
# Of a verb without words beside it this many synonyms are taken, twice each.
_SYNONYMS = 12
_FIGURES, _NOUN_FIGURES = 1500, 300


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence with the place of its deed's word, and the deed's type."""

    text: str
    start: int
    type: str


@dataclass(slots=True)
class Block:
    """Verbs of CAMEO's that mean one thing, with their forms and patterns."""

    code: str
    verbs: dict[str, list[str]] = field(default_factory=dict)
    patterns: list[tuple[str, str, str]] = field(default_factory=list)


def cameo_types(table: Path) -> dict[str, str]:
    """Read which PLOVER type each CAMEO code is.

    Promises to yield are CONCEDE, as the manual has it; what a court finds is left out,
    on which manual and table differ.
    """
    lines = table.read_text(encoding="utf-8").splitlines()
    found = {m[1]: m[2] for line in lines if (m := _CODE.match(line))}
    found |= {code: "CONCEDE" for code in found if code.startswith("035")}
    found.pop("116", None)
    return found


def read_blocks(path: Path) -> tuple[dict[str, list[str]], list[Block]]:
    """Read CAMEO's classes of words, and its verbs with their patterns."""
    classes: dict[str, list[str]] = {}
    blocks: list[Block] = []
    head, _, tail = path.read_text(encoding="utf-8").partition("VERB PATTERNS")
    for line in head.splitlines():
        if line.startswith("&"):
            classes[line.split()[0].rstrip("_")] = []
        elif line.startswith("+") and classes:
            word = line.partition("#")[0][1:].strip().rstrip("_")
            classes[next(reversed(classes))].append(word.replace("_", " ").lower())
    for line in tail.splitlines():
        _read_line(line, blocks)
    return classes, blocks


def _read_line(line: str, blocks: list[Block]) -> None:
    body, _, comment = (part.strip() for part in line.partition("#"))
    if m := _BLOCK.match(body):
        blocks.append(Block(m[1]))
    elif not blocks or body.startswith("---"):
        return
    elif m := _PATTERN.match(body):
        verb = (comment.split() or [""])[0]
        blocks[-1].patterns.append((m[1].strip(), m[2].partition(":")[0], verb))
    elif m := _VERB.match(body):
        blocks[-1].verbs[m[1]] = (m[2] or "").split()


def past(verb: str, forms: Sequence[str] = ()) -> str:
    """Return a verb's past: `past("CARRY_OUT")` is "carried out"."""
    told = [form for form in forms if not form.endswith(("S", "ING"))]
    if told:
        return told[-1].lower().replace("_", " ")
    head, _, tail = verb.lower().partition("_")
    if head.endswith("e"):
        head += "d"
    elif head.endswith("y") and head[-2:-1] not in {*"aeiou"}:
        head = f"{head[:-1]}ied"
    else:
        head += "ed"
    return f"{head} {tail.replace('_', ' ')}".strip()


class Placer:
    """Place verbs in sentences, the same ones for the same seed."""

    def __init__(self, data: Path, *, seed: int = 3) -> None:
        folder = data / "events"
        self._types = cameo_types(folder / "CAMEO2PLOVER-2021.txt")
        self._classes, self._blocks = read_blocks(folder / "CAMEO.2.0.txt")
        source = files(__package__).joinpath("deed_figures.yaml")
        self._words: Mapping[str, Any] = yaml.safe_load(source.read_text("utf-8"))
        self._random = Random(seed)

    def deeds(self) -> Iterator[Placed]:
        """Yield CAMEO's verbs and patterns between an actor and a recipient."""
        for block in self._blocks:
            if not block.verbs:
                continue
            type_ = self._types.get(block.code)
            for verb in list(block.verbs)[:_SYNONYMS] if type_ else ():
                for _ in range(2):
                    yield self._plain(past(verb, block.verbs[verb]), type_ or NONE)
            for pattern, code, verb in block.patterns:
                if code in self._types and "*" in pattern and "%" not in pattern:
                    known = verb if verb in block.verbs else self._any(block.verbs)
                    told = past(known, block.verbs[known])
                    yield self._placed(pattern, told, self._types[code])

    def figures(self) -> Iterator[Placed]:
        """Yield verbs and nouns of deeds in sport, art, business and weather."""
        verbs, weights = zip(*self._weighed(), strict=True)
        fields = self._words["fields"]
        for number in range(_FIGURES + _NOUN_FIGURES):
            around = fields[self._any(self._words["shares"])]
            subject, object_, end = (self._any(part) for part in around)
            if number < _FIGURES:
                before = f"{subject} "
                word = self._random.choices(verbs, weights)[0]
                after = f" {object_} {end}"
            else:
                form = self._any(self._words["nouns"]).format(object=object_, end=end)
                before, word, after = form.split("|")
                before = f"{subject} {before}"
            yield Placed(before + word + after, len(before), NONE)

    def _weighed(self) -> Iterator[tuple[str, float]]:
        """Yield verbs, and how often each is drawn: those of force most of all."""
        for block in self._blocks:
            codes = (block.code, *(code for _, code, _ in block.patterns))
            types = [self._types[code] for code in codes if code in self._types]
            for verb, forms in block.verbs.items() if types else ():
                yield past(verb, forms), self._words["weights"].get(types[0], 1)

    def _any(self, values: Any) -> str:
        chosen: str = self._random.choice(list(values))
        return chosen

    def _plain(self, told: str, type_: str) -> Placed:
        before = f"{self._any(self._words['actors'])} "
        after = self._any(self._words["recipients"]) + self._any(self._words["short"])
        return Placed(f"{before}{told} {after}", len(before), type_)

    def _placed(self, pattern: str, told: str, type_: str) -> Placed:
        actor = self._any(self._words["actors"])
        recipient = self._any(self._words["recipients"])
        names = {"before": actor, "after": recipient}
        left, right = (
            " ".join(self._word(word, names[side], recipient) for word in part.split())
            for side, part in zip(
                names, re.sub(r"[(){}]", " ", pattern).split("*", 1), strict=True
            )
        )
        left = f"{actor} {left}".strip() if "$" not in pattern else left or actor
        end = self._any(self._words["ends"]).format(recipient=recipient)
        if not right:
            right, end = recipient, self._any(self._words["short"])
        return Placed(f"{left} {told} {right}{end}", len(left) + 1, type_)

    def _word(self, word: str, named: str, recipient: str) -> str:
        if word.startswith("&"):
            return self._any(self._classes.get(word.rstrip("_")) or ["people"])
        if "$" in word:
            return named
        return recipient if "+" in word else word.replace("_", " ").strip().lower()

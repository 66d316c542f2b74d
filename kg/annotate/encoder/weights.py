"""The weights' folder: graphs, label lists and wordpieces, opened once a process."""

import os
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as refusals

from kg.annotate.encoder.arrays import Floats
from kg.annotate.encoder.vocabulary import WordPieces, numbers_of_file
from kg.errors import ModelError
from kg.model import ENCODER_FILES

Labels = dict[str, list[str]]
Lexicon = dict[str, dict[str, dict[str, str]]]

# The outputs of the encoder's graph that components read, in their order.
OUTPUTS = (
    *("upos", "feats", "lemma", "sent", "arc", "rel_d", "rel_h"),
    *("ner", "anchor", "attr"),
)
# What each graph takes and gives.
_SIGNATURES = {
    "encoder": ({"ids", "case", "mask", "first"}, set(OUTPUTS)),
    "pair": ({"words", "index", "unit", "quote"}, {"labels"}),
    "relation": ({"dependent", "head"}, {"labels"}),
    "predicates": ({"words", "tag", "relation", "unit"}, {"hidden", "kinds", "facts"}),
    "deeds": ({"words", "marks"}, {"kinds"}),
    "roles": ({"words", "predicate", "other", "path"}, {"roles"}),
    "relations": ({"vectors", "marks"}, {"chances"}),
    "meaning": ({"words"}, {"meaning"}),
    "references": ({"words", "rows", "marks"}, {"scores"}),
}
_LABELS = ("upos", "feats", "lemma", "rel", "ner", "anchor")
_PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
# What onnxruntime raises for a file that it cannot open: they have no base in common.
_UNREADABLE = (
    *(RuntimeError, ValueError, refusals.Fail, refusals.InvalidArgument),
    *(refusals.InvalidGraph, refusals.InvalidProtobuf, refusals.NotImplemented),
)


class StandingWeights(msgspec.Struct, frozen=True):
    """A softmax regression in rows of three numbers, as `kg.annotate.standing` reads.

    `vectors` has a row for each number of the vectors of cue and content, `grammar` one
    for each of the `features`.
    """

    features: tuple[str, ...]
    grammar: tuple[tuple[float, float, float], ...]
    vectors: tuple[tuple[float, float, float], ...]
    bias: tuple[float, float, float]


class Regression:
    """The same as arrays."""

    def __init__(self, weights: StandingWeights) -> None:
        self.features = weights.features
        self.grammar: Floats = np.array(weights.grammar, np.float32)
        self.vectors: Floats = np.array(weights.vectors, np.float32)
        self.bias: Floats = np.array(weights.bias, np.float32)


class Weights:
    """Open the files of a model's folder when they are first needed.

    `folder` is kg's own if None; `threads` is onnxruntime's, 0 for as many as there are
    cores. Raises `ModelError` where a file is missing or is not what it should be.

    Sessions belong to the process that opened them: a copy that was forked or pickled
    opens its own, because onnxruntime's threads do not survive a fork.
    """

    def __init__(self, folder: Path | None = None, *, threads: int = 0) -> None:
        self.folder = folder or Path(str(files("kg.model")))
        self.threads = threads
        self._sessions: dict[tuple[int, str], onnxruntime.InferenceSession] = {}
        missing = [x for x in ENCODER_FILES if not (self.folder / x).is_file()]
        if missing:
            raise ModelError(f"model {self.folder}: missing {', '.join(missing)}")

    def __reduce__(self) -> tuple[Any, ...]:
        return open_weights, (str(self.folder), self.threads)

    @cached_property
    def labels(self) -> Labels:
        """Label lists by head, in the order of the graph's outputs."""
        path = self.folder / "labels.json"
        labels: Labels = _json(path, Labels)
        if absent := [name for name in _LABELS if name not in labels]:
            raise ModelError(f"model {path}: no labels for {', '.join(absent)}")
        return labels

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the treebanks say of words, in lower case, by UD tag.

        "lemmas" are theirs; "features" are pairs with a tab between, of which the
        second is to stand where the encoder finds the first.
        """
        path = self.folder / "lexicon.json"
        lexicon: Lexicon = _json(path, Lexicon)
        if absent := {"lemmas", "features"} - lexicon.keys():
            raise ModelError(f"model {path}: no {', '.join(sorted(absent))}")
        pairs = (x for words in lexicon["features"].values() for x in words.values())
        used = {label for pair in pairs for label in pair.split("\t")}
        if unknown := sorted(used - set(self.labels["feats"])):
            raise ModelError(f"model {path}: {unknown[0]!r} is none of labels.json")
        return lexicon

    @cached_property
    def standing(self) -> "Regression":
        """What tells statements from other attributions."""
        path = self.folder / "standing.json"
        found: StandingWeights = _json(path, StandingWeights)
        if len(found.features) != len(found.grammar):
            raise ModelError(f"model {path}: not as many features as rows of them")
        return Regression(found)

    @cached_property
    def wordpieces(self) -> WordPieces:
        """The uncased wordpieces of the encoder."""
        path = self.folder / "vocab.txt"
        try:
            numbers = numbers_of_file(path)
        except UnicodeDecodeError as error:
            raise ModelError(f"model {path}: not UTF-8 ({error})") from error
        if absent := [piece for piece in _PIECES if piece not in numbers]:
            raise ModelError(f"model {path}: no wordpieces {', '.join(absent)}")
        return WordPieces(numbers)

    def session(self, name: str) -> onnxruntime.InferenceSession:
        """Return this process's session of a graph, by its file's name: ``encoder``.

        Raises `ModelError` where the folder has no such graph, or one of another shape.
        """
        key = (os.getpid(), name)
        if key not in self._sessions:
            self._sessions[key] = self._open(self.folder / f"{name}.onnx")
        return self._sessions[key]

    def _open(self, path: Path) -> onnxruntime.InferenceSession:
        if not path.is_file():
            # A package may have none of the graphs that are fitted to its encoder.
            raise ModelError(f"model {self.folder}: missing {path.name}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        # Threads that wait for the next step busily take half of the processor's time,
        # of which whatever runs beside kg, or the rest of kg, has use.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except _UNREADABLE as error:
            cause = " ".join(str(error).split())
            raise ModelError(f"model {path}: cannot be opened ({cause})") from error
        taken, given = _SIGNATURES[path.stem]
        found = (
            {node.name for node in session.get_inputs()},
            {node.name for node in session.get_outputs()},
        )
        if found[0] != taken or not given <= found[1]:
            raise ModelError(
                f"model {path}: takes {sorted(found[0])} and gives {sorted(found[1])}, "
                f"not {sorted(taken)} and {sorted(given)}"
            )
        return session


def _json(path: Path, type_: Any) -> Any:
    try:
        return msgspec.json.decode(path.read_bytes(), type=type_)
    except msgspec.DecodeError as error:
        raise ModelError(f"model {path}: {error}") from error


@cache
def open_weights(model: str | None, threads: int) -> Weights:
    """Return the one `Weights` of a folder (None: kg's own) that components share."""
    return Weights(Path(model) if model else None, threads=threads)

"""The weights' folder: graphs, label lists and wordpieces, opened once a process."""

import json
import os
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as onnx_errors
from tokenizers import BertWordPieceTokenizer

from kg.errors import ModelError

_FILES = (
    *("encoder.onnx", "pair.onnx", "relation.onnx"),
    *("labels.json", "lexicon.json", "vocab.txt"),
)
# What onnxruntime raises for a file that is cut off, no graph or too new for it; its
# errors have no base of their own.
_BROKEN = (
    *(onnx_errors.Fail, onnx_errors.InvalidArgument, onnx_errors.InvalidGraph),
    *(onnx_errors.InvalidProtobuf, onnx_errors.NoModel, onnx_errors.NotImplemented),
    *(onnx_errors.RuntimeException, RuntimeError, ValueError),
)
_LABELS = ("upos", "feats", "lemma", "rel", "ner", "anchor")


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
        missing = [name for name in _FILES if not (self.folder / name).is_file()]
        if missing:
            raise ModelError(f"model {self.folder}: missing {', '.join(missing)}")

    def __reduce__(self) -> tuple[Any, ...]:
        return open_weights, (str(self.folder), self.threads)

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """Label lists by head, in the order of the graph's outputs."""
        path = self.folder / "labels.json"
        labels: dict[str, list[str]] = _json(path)
        if absent := [name for name in _LABELS if name not in labels]:
            raise ModelError(f"model {path}: no labels for {', '.join(absent)}")
        return labels

    @cached_property
    def lexicon(self) -> dict[str, dict[str, dict[str, str]]]:
        """What the treebanks say of words, in lower case, by UD tag.

        "lemmas" are theirs; "features" are pairs with a tab between, of which the
        second is to stand where the encoder finds the first.
        """
        path = self.folder / "lexicon.json"
        lexicon: dict[str, dict[str, dict[str, str]]] = _json(path)
        if absent := {"lemmas", "features"} - lexicon.keys():
            raise ModelError(f"model {path}: no {', '.join(sorted(absent))}")
        return lexicon

    @cached_property
    def wordpieces(self) -> BertWordPieceTokenizer:
        """The uncased wordpiece tokenizer of the encoder."""
        return BertWordPieceTokenizer(str(self.folder / "vocab.txt"), lowercase=True)

    def session(self, name: str) -> onnxruntime.InferenceSession:
        """Return this process's session of ``encoder``, ``pair`` or ``relation``."""
        key = (os.getpid(), name)
        if key not in self._sessions:
            self._sessions[key] = self._open(self.folder / f"{name}.onnx")
        return self._sessions[key]

    def _open(self, path: Path) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except _BROKEN as error:
            raise ModelError(f"model {path}: cannot be opened ({error})") from error


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelError(f"model {path}: not JSON ({error})") from error


@cache
def open_weights(model: str | None, threads: int) -> Weights:
    """Return the one `Weights` of a folder (None: kg's own) that components share."""
    return Weights(Path(model) if model else None, threads=threads)

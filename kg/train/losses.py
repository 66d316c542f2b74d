"""Losses: what each head should have said, over the layers that a batch has."""

import torch
from torch import Tensor
from torch.nn import functional

from kg.train.batches import Batch
from kg.train.head_labels import IGNORED
from kg.train.model import Model

_FAR = -1e4
# Share of the words outside all chains that are asked for an antecedent.
_ASKED = 0.15
_WEIGHTS = {"arc": 1.5, "names": 2.0, "anchor": 2.0, "pair": 4.0, "chains": 3.0}


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """Return the weighted loss of each head for which the batch has targets."""
    layers = model.layers(batch.inputs)
    found: dict[str, Tensor] = {}
    if "sent" in batch.targets:
        found |= _syntax(model, batch, model.mixed(layers, "syntax"))
    if "ner" in batch.targets:
        found |= _names(model, batch, model.mixed(layers, "names")[:, 1:])
    if "anchor" in batch.targets:
        found |= _attribution(model, batch, model.mixed(layers, "attribution")[:, 1:])
    if "chain" in batch.targets:
        words = model.mixed(layers, "chains")[:, 1:]
        found["chains"] = _chains(model, batch, words)
    return {name: loss * _WEIGHTS.get(name, 1.0) for name, loss in found.items()}


def labelled(scores: Tensor, target: Tensor) -> Tensor:
    """Return the mean cross entropy over the words that have a target."""
    flat = scores.float().flatten(0, -2)
    loss = functional.cross_entropy(
        flat, target.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return loss / (target != IGNORED).sum().clamp(min=1)


def marginal(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean negative log likelihood of the allowed labels of each word.

    Words whose labels are all allowed say nothing and are not counted.
    """
    logs = scores.float().log_softmax(-1)
    telling = ~allowed.all(-1)
    kept = logs[telling].masked_fill(~allowed[telling], _FAR).logsumexp(-1)
    return -kept.sum() / telling.sum().clamp(min=1)


def _syntax(model: Model, batch: Batch, states: Tensor) -> dict[str, Tensor]:
    targets = batch.targets
    ours = torch.zeros_like(batch.first)
    states = states + model.treebank(targets.get("treebank", ours)[:, :1])
    words = states[:, 1:]
    found: dict[str, Tensor] = {
        head: labelled(model.tag[head](words), targets[head])
        for head in ("upos", "feats", "lemma", "sent")
        if head in targets
    }
    if "head" not in targets:
        return found
    inside = _same_sentence(batch)
    arcs = model.arc(words, states).float().masked_fill(~inside, _FAR)
    found["arc"] = labelled(arcs, targets["head"])
    index = targets["head"].clamp(min=0)[..., None].expand(-1, -1, states.shape[-1])
    heads = torch.gather(states, 1, index)
    relations = model.relation(model.dependent(words), model.head(heads))
    known = torch.where(targets["head"] >= 0, targets["rel"], IGNORED)
    return found | {"rel": labelled(relations, known)}


def _same_sentence(batch: Batch) -> Tensor:
    """Mark for each word the root and the words of its sentence; trees stay inside."""
    number = batch.targets["sent"].clamp(min=0).cumsum(1)
    number = torch.where(batch.first > 0, number, -1)
    same = (number[:, :, None] == number[:, None, :]) & (number >= 0)[:, None, :]
    return functional.pad(same, (1, 0), value=True)


def _names(model: Model, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    mask = (batch.first > 0).to(words.dtype)
    found = {"names": marginal(model.names(words, mask), batch.targets["ner"])}
    if "nominal" in batch.targets:
        found["nominal"] = labelled(model.nominal(words), batch.targets["nominal"])
    return found


def _attribution(model: Model, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    found = {"anchor": labelled(model.anchor(words), batch.targets["anchor"])}
    if batch.pairs is None:
        return found
    windows, anchors, labels = batch.pairs
    marks = (batch.targets["unit"], batch.targets["quote"])
    mask = (batch.first > 0).to(words.dtype)
    scores = model.pair.many(words, (windows, anchors), marks, mask)
    return found | {"pair": labelled(scores, labels)}


def _chains(model: Model, batch: Batch, words: Tensor) -> Tensor:
    """Return the loss of a document's chains: mentions, and any right antecedent.

    Antecedents are asked for mentions and for a draw of the other words.
    """
    rows = zip(words, batch.targets["chain"], batch.sizes, strict=True)
    parts = [(states[:size], chain[:size]) for states, chain, size in rows]
    states = torch.cat([part[0] for part in parts]).float()
    chain = torch.cat([part[1] for part in parts])
    asked = torch.nonzero((chain >= 0) | (torch.rand(len(chain)) < _ASKED))[:, 0]
    with torch.autocast("cpu", enabled=False):
        mention, scores, index = model.chains(states, batch.strings, asked)
    mine = chain[asked]
    right = (chain[index] == mine[:, None]) & (mine[:, None] >= 0)
    right &= index < asked[:, None]
    gold = torch.cat([~right.any(1, keepdim=True), right], 1)
    logs = scores.log_softmax(1).masked_fill(~gold, -1e9).logsumexp(1)
    is_mention = functional.binary_cross_entropy_with_logits(
        mention, (chain >= 0).float()
    )
    return -logs.mean() + is_mention / 3

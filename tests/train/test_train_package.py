"""A package's graphs give back the weights that they were made of."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from kg.train.export import (  # noqa: E402
    EncoderGraph,
    _write_chains,
    _write_encoder,
    _write_pair,
    _write_relation,
    quantize,
)
from kg.train.labels import ANCHORS, NOMINALS, TAGS  # noqa: E402
from kg.train.model import Inputs, Model  # noqa: E402
from kg.train.package import PackageError, average, warm_start  # noqa: E402
from kg.train.smoothing import smooth  # noqa: E402

SIZES = {"upos": 5, "feats": 6, "lemma": 4, "sent": 2, "rel": 7, "ner": len(TAGS)}
SIZES |= {"anchor": len(ANCHORS), "nominal": len(NOMINALS)}


def small_model(seed: int) -> Model:
    torch.manual_seed(seed)
    config = transformers.BertConfig(
        vocab_size=10_000,
        hidden_size=32,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=48,
        attn_implementation="eager",
    )
    model = Model(transformers.BertModel(config, add_pooling_layer=False), SIZES)
    # As after training, no two are equal: export would write them once.
    for weight in model.parameters():
        weight.data += 0.05 * torch.randn_like(weight)
    # But some layers have the same largest channels.
    for layer in model.encoder.encoder.layer[:2]:
        layer.attention.output.LayerNorm.weight.data[:8] += 9
    return model.eval()


def inputs() -> Inputs:
    torch.manual_seed(7)
    ids, case = torch.randint(1, 10_000, (1, 12)), torch.randint(0, 7, (1, 12))
    return Inputs(ids, case, torch.ones(1, 12), torch.arange(1, 11)[None])


def write(model: Model, folder: Path, *, bits: int) -> None:
    whole = folder / "whole" if bits == 8 else folder
    whole.mkdir(parents=True, exist_ok=True)
    _write_pair(model, folder / "pair.onnx")
    _write_relation(model, folder / "relation.onnx")
    if bits == 8:
        smooth(model, [inputs()])
    _write_chains(model, whole / "coref.onnx")
    _write_encoder(EncoderGraph(model, list(TAGS)), whole / "encoder.onnx")
    if bits == 8:
        for name in ("coref.onnx", "encoder.onnx"):
            quantize(whole / name, folder / name)


@pytest.mark.parametrize(("bits", "error"), [(32, 1e-5), (8, 0.02)])
def test_warm_start_reads_back_what_export_wrote(
    tmp_path: Path, bits: int, error: float
) -> None:
    write(small_model(1), tmp_path, bits=bits)
    first, other = small_model(1), small_model(2)
    table = first.encoder.embeddings.word_embeddings.weight
    other.encoder.embeddings.word_embeddings.weight.data = table.data
    warm_start(other, tmp_path)
    with torch.no_grad():
        right = EncoderGraph(first, list(TAGS))(*vars_of(inputs()))
        found = EncoderGraph(other, list(TAGS))(*vars_of(inputs()))
        for one, two in zip(right[:-1], found[:-1], strict=True):
            assert (one - two).abs().mean() < error * one.abs().mean()
    for name in ("pair", "relation", "chains"):
        old, new = getattr(first, name).state_dict(), getattr(other, name).state_dict()
        for key, weight in old.items():
            assert torch.allclose(weight, new[key], atol=max(error, 1e-5)), (name, key)


def test_average_is_the_mean_of_a_model_and_packages(tmp_path: Path) -> None:
    write(small_model(1), tmp_path, bits=32)
    first, other = small_model(1), small_model(2)
    mean = small_model(2)
    average(mean, [tmp_path, tmp_path])
    wanted = (2 * first.anchor.weight + other.anchor.weight) / 3
    assert torch.allclose(mean.anchor.weight, wanted, atol=1e-5)
    again = small_model(2)
    average(again, [])
    for name, weight in again.state_dict().items():
        assert torch.equal(weight, other.state_dict()[name])


def vars_of(read: Inputs) -> tuple[torch.Tensor, ...]:
    return read.ids, read.case, read.mask, read.first


def test_warm_start_names_the_graph_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="encoder.onnx"):
        warm_start(small_model(1), tmp_path)


def test_warm_start_refuses_weights_of_another_shape(tmp_path: Path) -> None:
    write(small_model(1), tmp_path, bits=32)
    other = small_model(1)
    other.anchor = torch.nn.Linear(32, 9)
    with pytest.raises(PackageError, match="no anchor.weight of"):
        warm_start(other, tmp_path)


def test_warm_start_does_without_the_head_that_kg_does_not_ship(tmp_path: Path) -> None:
    write(small_model(1), tmp_path, bits=32)
    (tmp_path / "coref.onnx").unlink()
    first, other, untouched = small_model(1), small_model(2), small_model(2)
    warm_start(other, tmp_path)
    assert torch.allclose(other.anchor.weight, first.anchor.weight, atol=1e-5)
    for name, weight in untouched.chains.state_dict().items():
        assert torch.equal(other.chains.state_dict()[name], weight)

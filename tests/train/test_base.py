import json
from pathlib import Path
from zipfile import ZipFile

import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
pytest.importorskip("transformers")

from kg.train import base  # noqa: E402
from kg.train.base import BaseError, base_encoder, base_vocabulary  # noqa: E402


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {"hidden_size": 4, "num_hidden_layers": 1, "num_attention_heads": 2}
    monkeypatch.setattr(base, "_SHAPE", {**base._SHAPE, **sizes})


def graph_of(weights: dict[str, "torch.Tensor"]) -> bytes:
    """Write weights as exporters do: factors of products transposed, without names."""
    stored, nodes = [], []
    for number, (name, weight) in enumerate(weights.items()):
        product = name.startswith("encoder.") and weight.ndim == 2
        label = f"onnx::MatMul_{number}" if product else name
        values = (weight.T if product else weight).contiguous().numpy()
        stored.append(onnx.numpy_helper.from_array(values, label))
        if product:
            place = "/" + name.removesuffix(".weight").replace(".", "/") + "/MatMul"
            place = place.replace("layer/0", "layer.0")
            node = onnx.helper.make_node("MatMul", ["x", label], [place], name=place)
            nodes.append(node)
    graph = onnx.helper.make_graph(nodes, "base", [], [], stored)
    data: bytes = onnx.helper.make_model(graph).SerializeToString()
    return data


def jar_of(path: Path, weights: dict[str, "torch.Tensor"]) -> Path:
    with ZipFile(path, "w") as jar:
        jar.writestr("small.onnx", graph_of(weights))
        vocabulary = {"model": {"vocab": {"##s": 2, "[PAD]": 0, "a": 1}}}
        jar.writestr("small-tokenizer.json", json.dumps(vocabulary))
    return path


def test_an_encoder_comes_out_of_the_jar_as_it_went_in(tmp_path: Path) -> None:
    weights = base.empty_encoder().state_dict()
    read = base_encoder(jar_of(tmp_path / "small.jar", weights)).state_dict()
    assert set(read) == set(weights)
    for name, weight in weights.items():
        assert torch.equal(read[name], weight), name


def test_the_wordpieces_stand_in_their_order(tmp_path: Path) -> None:
    jar = jar_of(tmp_path / "small.jar", {})
    assert base_vocabulary(jar) == "[PAD]\na\n##s\n"


def test_a_jar_that_lacks_a_weight_is_named(tmp_path: Path) -> None:
    weights = base.empty_encoder().state_dict()
    del weights["encoder.layer.0.output.dense.weight"]
    with pytest.raises(BaseError, match=r"small.jar: no encoder.layer.0.output"):
        base_encoder(jar_of(tmp_path / "small.jar", weights))


def test_a_jar_of_another_width_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jar = jar_of(tmp_path / "small.jar", base.empty_encoder().state_dict())
    monkeypatch.setattr(base, "_SHAPE", {**base._SHAPE, "hidden_size": 8})
    with pytest.raises(BaseError, match=r"small.jar: no embeddings.*8"):
        base_encoder(jar)


def test_what_is_no_jar_is_named(tmp_path: Path) -> None:
    path = tmp_path / "page.jar"
    path.write_text("<html>", encoding="utf-8")
    with pytest.raises(BaseError, match=r"page.jar: "):
        base_vocabulary(path)

from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from kg.annotate.encoder.weights import Weights  # noqa: E402
from kg.train.augment import NameSwap  # noqa: E402
from kg.train.batches import Batch, collate, hidden  # noqa: E402
from kg.train.checkpoints import CheckpointError, load_checkpoint  # noqa: E402
from kg.train.corpora import Corpora  # noqa: E402
from kg.train.export import EncoderGraph, folded_labels  # noqa: E402
from kg.train.gazetteers import Gazetteer  # noqa: E402
from kg.train.head_labels import TAGS, Inventory, allowed_tags, inventory  # noqa: E402
from kg.train.loop import Plan, Trainer  # noqa: E402
from kg.train.losses import labelled, losses, marginal  # noqa: E402
from kg.train.model import Model  # noqa: E402
from kg.train.namebanks import NameBank  # noqa: E402
from kg.train.polnear import Attribution, Report, ReportReader  # noqa: E402
from kg.train.texts import Reader, Text  # noqa: E402
from kg.train.treebank_words import lexicon  # noqa: E402
from kg.train.treebanks import (  # noqa: E402
    add_chains,
    add_entities,
    chain_brackets,
    count_labels,
    tree_text,
    trees,
)

VOCABULARY = str(Weights().folder / "vocab.txt")


def tiny_model(labels: Inventory) -> Model:
    torch.manual_seed(1)
    config = transformers.BertConfig(
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        attn_implementation="eager",
    )
    encoder = transformers.BertModel(config, add_pooling_layer=False)
    return Model(encoder, {head: len(names) for head, names in labels.lists.items()})


@pytest.fixture
def reader() -> Reader:
    return Reader(VOCABULARY)


@pytest.fixture
def corpora(gum_path: Path, chains_path: Path, reader: Reader) -> Corpora:
    tree = trees(gum_path)[0]
    labels = inventory(count_labels([tree] * 3))
    text = tree_text(tree, labels)
    add_entities(text, tree)
    add_chains(text, tree, chain_brackets(chains_path)[0])
    world = {kind: [["Ada"]] for kind in ("PER", "ORG", "LOC")}
    report = Report("Ada said so.", [Attribution([[0, 3]], [[4, 8]], [[9, 11]])])
    sentences = [(["Ada", "left"], ["B-PER", "O"])]
    return Corpora(
        labels=labels,
        words=lexicon([tree], [], labels.lists["feats"]),
        gum=[text],
        ewt=[tree_text(tree, labels)],
        statements=[ReportReader(reader._read)(report)],
        names=[NameBank("wikigold", 1.0, sentences)],
        swap=NameSwap(Gazetteer(world, frozenset()), Random(1)),
    )


@pytest.fixture
def batch(corpora: Corpora, reader: Reader) -> Batch:
    return collate(reader.examples(corpora.gum[0], 16))


def test_collate_pads_to_the_longest_window(batch: Batch) -> None:
    assert batch.ids.shape == batch.mask.shape
    assert sum(batch.sizes) == 14
    assert batch.pieces == int((batch.ids != 0).sum())


def test_hidden_masks_some_pieces_and_no_mark_of_the_window(batch: Batch) -> None:
    torch.manual_seed(1)
    all_hidden, none = hidden(batch, 1.0).ids, hidden(batch, 0.0).ids
    assert torch.equal(none, batch.ids)
    kept = (batch.ids == 101) | (batch.ids == 102) | (batch.ids == 0)
    assert torch.equal(all_hidden == 103, ~kept)
    some = hidden(batch, 0.5).ids == 103
    assert 0 < some.sum() < (~kept).sum()


def test_losses_of_a_document_cover_syntax_names_and_chains(
    corpora: Corpora, batch: Batch
) -> None:
    found = losses(tiny_model(corpora.labels), batch)
    expected = {"upos", "feats", "lemma", "sent", "arc", "rel"}
    assert set(found) == expected | {"names", "nominal", "chains"}
    assert all(torch.isfinite(loss) for loss in found.values())


def test_losses_of_a_report_cover_anchors_and_pairs(
    corpora: Corpora, reader: Reader
) -> None:
    report = collate(reader.examples(corpora.statements[0], 90))
    assert set(losses(tiny_model(corpora.labels), report)) == {"anchor", "pair"}


def test_marginal_is_nothing_where_the_allowed_label_is_sure() -> None:
    scores = torch.full((1, 1, 3), -50.0)
    scores[..., 1] = 50
    allowed = torch.tensor([[[False, True, True]]])
    assert marginal(scores, allowed).item() == pytest.approx(0)
    assert marginal(scores, ~allowed).item() > 50


def test_marginal_counts_no_word_that_allows_everything() -> None:
    scores = torch.randn(1, 2, 3)
    allowed = torch.tensor([[[True, True, True], [True, False, False]]])
    assert torch.equal(
        marginal(scores, allowed), marginal(scores[:, 1:], allowed[:, 1:])
    )


def test_labelled_passes_over_words_without_target() -> None:
    scores = torch.randn(1, 2, 3)
    one = labelled(scores[:, :1], torch.tensor([[2]]))
    assert torch.allclose(labelled(scores, torch.tensor([[2, -100]])), one)


def test_model_reads_a_window_the_same_in_any_company(
    corpora: Corpora, reader: Reader
) -> None:
    model = tiny_model(corpora.labels).eval()
    short = Text(["Ada", "left"], np.array([True, False]))
    long = Text(["Bo", "stayed", "at", "home", "."], np.arange(5) == 0)
    alone = collate(reader.examples(short, 90))
    both = collate([*reader.examples(short, 90), *reader.examples(long, 90)])
    found = []
    for batch in (alone, both):
        inputs = batch.inputs
        words = model.mixed(model.layers(inputs), "names")[:, 1:]
        found.append(model.names(words, (batch.first > 0).float())[0, :2])
    assert torch.allclose(found[0], found[1], atol=1e-5)


def test_encoder_graph_folds_other_names_into_outside(corpora: Corpora) -> None:
    graph = EncoderGraph(tiny_model(corpora.labels), list(TAGS)).eval()
    scores = torch.randn(1, 4, len(TAGS))
    folded = graph._fold(scores).softmax(-1)
    other = [i for i, tag in enumerate(TAGS) if tag.endswith("MISC")]
    outside = scores.softmax(-1)[..., [0, *other]].sum(-1)
    assert torch.allclose(folded[..., 0], outside, atol=1e-5)
    assert folded.shape[-1] == len(folded_labels({"ner": list(TAGS)})["ner"])


def test_chains_answer_for_a_text_of_one_word(corpora: Corpora) -> None:
    chains = tiny_model(corpora.labels).chains.eval()
    zero = torch.zeros(1, dtype=torch.long)
    _, scores, _ = chains(torch.randn(1, 16), zero, zero)
    assert int(scores.argmax()) == 0


def train(corpora: Corpora, folder: Path, steps: int) -> dict[str, object]:
    torch.set_num_threads(1)  # Sums of several threads differ in the last bit.
    plan = Plan(steps=steps, budget=64)
    Trainer(tiny_model(corpora.labels), corpora, Reader(VOCABULARY), plan).run(folder)
    return load_checkpoint(folder).model


def test_trainer_repeats_a_run_of_so_many_steps(
    corpora: Corpora, tmp_path: Path
) -> None:
    one, two = (train(corpora, tmp_path / name, 8) for name in "ab")
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_trainer_goes_on_from_its_checkpoint(corpora: Corpora, tmp_path: Path) -> None:
    train(corpora, tmp_path, 8)
    train(corpora, tmp_path, 16)
    assert load_checkpoint(tmp_path).progress.steps == 16


def test_load_checkpoint_names_the_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="checkpoint.pt: missing"):
        load_checkpoint(tmp_path)


def test_allowed_tags_and_model_agree_on_the_labels(corpora: Corpora) -> None:
    row = allowed_tags(["Ada"], ["B-PER"], "wikigold")[0]
    assert len(row) == tiny_model(corpora.labels).names.out.out_features

"""Measure coreference: kg's entities against the chains of OntoGUM's dev documents.

``python -m kg.train.measure_coreference MODEL_FOLDER DATA_FOLDER`` reads the raw text
through the whole of kg, and prints CoNLL F1: the mean of MUC, B³ and CEAFe.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article, Entity
from kg.resolve.article.assemble import assemble
from kg.train.measure_chains import gold_chains
from kg.train.measure_syntax import raw_text
from kg.train.options import data_argument, model_argument
from kg.train.scores import Chains, chains_of, conll_f1
from kg.train.treebanks import Tree, chain_brackets, head_of, trees

Word = tuple[int, int]
# What GUM says of "I", "we" and "you".
_SPOKEN = ("Person=1", "Person=2")


@dataclass(frozen=True, slots=True)
class Document:
    """One document's words with the chain of each, the gold one and that of kg.

    A word is told by the document's number and its place. `named` are the gold chains
    with a name among their mentions, `spoken` the words "I", "we" and "you".
    """

    genre: str
    key: dict[Word, int]
    response: dict[Word, int]
    named: frozenset[int]
    spoken: frozenset[Word]


def documents(
    nlp: Language, found: Iterable[Tree], brackets: Iterable[list[str]]
) -> Iterator[Document]:
    """Yield the documents as OntoGUM and kg have them.

    A mention is its head word in the treebank, so that a title or a clause that only
    one of the two counts in does not matter. What kg links to several entities is in
    no chain; nor are adjectives ("Kenyan"), which OntoGUM does not mark.
    """
    for number, (tree, marks) in enumerate(zip(found, brackets, strict=True)):
        text, spans = raw_text(tree)
        article = Article(id=str(number), text=text)
        entities = assemble(find(nlp(text), article)).entities
        gold = enumerate(gold_chains(tree, marks).tolist())
        key = {(number, place): chain for place, chain in gold if chain >= 0}
        heads = _heads(tree, spans, entities)
        yield Document(
            genre=tree.genre,
            key=key,
            response={(number, place): chain for place, chain in heads.items()},
            named=frozenset(
                chain for (_, at), chain in key.items() if tree.rows[at][3] == "PROPN"
            ),
            spoken=frozenset(
                (number, place)
                for place, row in enumerate(tree.rows)
                if any(feature in row[5] for feature in _SPOKEN)
            ),
        )


def _heads(
    tree: Tree, spans: list[tuple[int, int]], entities: Iterable[Entity]
) -> dict[int, int]:
    """Return the number of the one entity that each head word means."""
    found: dict[int, set[int]] = {}
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            inside = [
                word
                for word, (start, end) in enumerate(spans)
                if start < mention.end and end > mention.start
            ]
            head = head_of(tree, inside[0], inside[-1] + 1)
            if tree.rows[head][3] != "ADJ":
                found.setdefault(head, set()).add(number)
    return {word: min(numbers) for word, numbers in found.items() if len(numbers) == 1}


def figures(found: list[Document]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the figures of all documents and of the news among them.

    Of entities, which have a name; of those without "I", "we" and "you", which in a
    talk without labels nobody can tell; and of all chains, things and abstract nouns
    among them, most of which kg does not look for.
    """
    for name, genres in (("all", {each.genre for each in found}), ("news", {"news"})):
        chosen = [each for each in found if each.genre in genres]
        yield f"{name}, entities", _score(chosen)
        yield f"{name}, entities in the third person", _score(chosen, is_third=True)
        yield f"{name}, all chains", _score(chosen, is_named=False)


def _score(
    chosen: list[Document], *, is_named: bool = True, is_third: bool = False
) -> dict[str, float]:
    key: Chains = []
    response: Chains = []
    for each in chosen:
        without = each.spoken if is_third else frozenset()
        key += chains_of(
            (word, chain)
            for word, chain in each.key.items()
            if word not in without and (chain in each.named or not is_named)
        )
        response += chains_of(
            pair for pair in each.response.items() if pair[0] not in without
        )
    return conll_f1(key, response)


@click.command()
@model_argument
@data_argument
def main(model: Path, data: Path) -> None:
    """Measure the package in MODEL, through kg's pipeline, on OntoGUM dev in DATA."""
    nlp = load_pipeline(model, threads=1)
    brackets = chain_brackets(data / "coref/ontogum-dev.conll")
    found = list(documents(nlp, trees(data / "ud/gum-dev.conllu"), brackets))
    for name, scores in figures(found):
        shown = " ".join(f"{each} {score:.1f}" for each, score in scores.items())
        click.echo(f"{name:40} {shown}")


if __name__ == "__main__":
    main()

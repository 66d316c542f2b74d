"""Words a second of the pipeline, of its bare encoder and of spaCy's CNNs, in one run.

    python tests/benchmarks/bench_annotate.py ARTICLES.jsonl [--articles 100]

Each line of the file is an object with a ``text``. Times are processor seconds on one
thread, so that other work on the machine counts little. Not a test: it asserts nothing.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from kg.annotate.encoder.component import Encoder
from kg.annotate.encoder.weights import OUTPUTS
from kg.annotate.pipeline import load_pipeline


def main() -> None:
    """Print the pipeline's speed, the encoder's, and what part is the graphs'."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    arguments = parser.parse_args()
    texts = read_texts(arguments.file, arguments.articles)
    nlp = load_pipeline(threads=1)
    list(nlp.pipe(texts[:2]))
    words = sum(len(nlp.make_doc(text)) for text in texts)
    encoder = encoder_seconds(nlp, texts)
    graphs = GraphClock(nlp)
    whole = seconds(lambda batch, _: list(nlp.pipe(batch)), texts, None)
    cnn = convolutional()
    bare = seconds(lambda batch, _: list(cnn.pipe(batch)), texts, None)
    print(f"{len(texts)} articles, {words} words")
    print(f"spaCy's CNN   {words / bare:8.0f} words/s")
    print(f"bare encoder  {words / encoder:8.0f} words/s")
    print(f"pipeline      {words / whole:8.0f} words/s")
    print(f"ratio to the bare encoder {encoder / whole:.2f}")
    print(f"share of the time in the three graphs {graphs.spent / whole:.2f}")


def convolutional() -> Language:
    """Make spaCy's own tagger, parser and names, of default sizes and untrained.

    Their labels are as many as ours; what the weights are does not change the time.
    """
    nlp = spacy.blank("en")
    for name, count in (("tagger", 17), ("parser", 40), ("ner", 9)):
        component = nlp.add_pipe(name)
        for number in range(count):
            component.add_label(f"L{number}")
    nlp.initialize()
    return nlp


def read_texts(path: Path, limit: int) -> list[str]:
    """Read the first texts of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [
            json.loads(line)["text"]
            for _, line in zip(range(limit), lines, strict=False)
        ]


def seconds(work: Callable[[Any, Any], object], *arguments: Any) -> float:
    """Return the processor seconds that a call takes."""
    start = time.process_time()
    work(*arguments)
    return time.process_time() - start


def encoder_seconds(nlp: Language, texts: list[str]) -> float:
    """Return the seconds of the encoder's graph alone, over the same windows."""
    encoder = nlp.get_pipe("kg_encoder")
    assert isinstance(encoder, Encoder)
    session = encoder.weights.session("encoder")
    spent = 0.0
    for text in texts:
        for _, inputs in encoder.plan(nlp.make_doc(text))[1]:
            spent += seconds(session.run, OUTPUTS, inputs)
    return spent


class GraphClock:
    """Add up the processor seconds that the pipeline spends inside its graphs."""

    def __init__(self, nlp: Language) -> None:
        self.spent = 0.0
        encoder = nlp.get_pipe("kg_encoder")
        assert isinstance(encoder, Encoder)
        open_session = encoder.weights.session
        encoder.weights.session = lambda name: Timed(  # type: ignore[method-assign]
            open_session(name), self
        )


class Timed:
    """A session that tells the clock how long each run took."""

    def __init__(self, session: Any, clock: GraphClock) -> None:
        self._session = session
        self._clock = clock

    def run(self, *arguments: Any) -> Any:
        """Run the graph."""
        start = time.process_time()
        outputs = self._session.run(*arguments)
        self._clock.spent += time.process_time() - start
        return outputs


if __name__ == "__main__":
    main()

"""The pipeline: the components in order, on one model."""

import sys
from pathlib import Path

from spacy.lang.en import English
from spacy.language import Language

from kg.annotate.attribution.component import Attribution
from kg.annotate.deeds import Deeds
from kg.annotate.encoder.component import Encoder
from kg.annotate.layout.component import Layouts
from kg.annotate.meaning import Meaning
from kg.annotate.names.component import MendedNames
from kg.annotate.names.encoded_names import Names
from kg.annotate.quotes import Quotes
from kg.annotate.references import References
from kg.annotate.relations.component import Relations
from kg.annotate.standing import Standing
from kg.annotate.syntax.component import Syntax
from kg.annotate.tokens import make_tokenizer

COMPONENTS = (
    *("kg_encoder", "kg_syntax", "kg_names", "kg_quotes", "kg_attribution"),
    *("kg_mended_names", "kg_layouts", "kg_deeds", "kg_relations", "kg_references"),
    *("kg_meaning", "kg_standing"),
)
_WITHOUT_MODEL = frozenset({"kg_quotes", "kg_mended_names", "kg_layouts"})


def load_pipeline(model: Path | None = None, *, threads: int = 0) -> Language:
    """Load the pipeline with the packaged weights, or those of the folder `model`.

    ``load_pipeline()("Ada Moss said it fell.")`` is a Doc with tags, lemmas, trees and
    sentences (Universal Dependencies), `doc.ents`, and in `doc.spans` "quotes",
    "attribution", "beyond", "names", "titles", "deeds" and "relations". `threads`
    limits the cores of one process; 0 takes all. Raises `ModelError` where the folder
    is no model.
    """
    shared = {"model": str(model) if model else None, "threads": threads}
    nlp = English(create_tokenizer=make_tokenizer)
    # spaCy's limit is for its own parser, whose memory is not in proportion; how long
    # an article may be is for `kg.articles` to say.
    nlp.max_length = sys.maxsize
    nlp.batch_size = 64
    for name in COMPONENTS:
        nlp.add_pipe(name, config={} if name in _WITHOUT_MODEL else shared)
    return nlp


__all__ = [
    "COMPONENTS",
    "Attribution",
    "Deeds",
    "Encoder",
    "Layouts",
    "Meaning",
    "MendedNames",
    "Names",
    "Quotes",
    "References",
    "Relations",
    "Standing",
    "Syntax",
    "load_pipeline",
]

"""Turn news articles into a knowledge graph: who said what about whom, and when."""

from importlib.metadata import version

from kg.api import Graph, open
from kg.errors import (
    ArticleError,
    KgError,
    ModelError,
    QueryError,
    SchemaError,
    StoreError,
)

__all__ = [
    "ArticleError",
    "Graph",
    "KgError",
    "ModelError",
    "QueryError",
    "SchemaError",
    "StoreError",
    "__version__",
    "open",
]

__version__ = version("kg-news")

"""Turn news articles into a knowledge graph: who said what about whom, and when."""

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
    "open",
]

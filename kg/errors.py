"""Errors that a caller of kg can do something about."""


class KgError(Exception):
    """Base of every error that kg raises on purpose; its text is one clear line."""


class ArticleError(KgError):
    """An article cannot be read; the text names the file or address and the cause."""


class QueryError(KgError):
    """A query file or a question's parameters are wrong."""


class QueryHeaderError(QueryError):
    """A query file's header and its statement disagree."""


class SchemaError(KgError):
    """A label, type or property is not in the closed schema."""


class ModelError(KgError):
    """A model package is missing, incomplete or made for another version."""


class StoreError(KgError):
    """A store cannot be opened, reached or written."""


class ExtraError(KgError):
    """A library of an extra is not installed; the text names both."""


class ExportError(KgError):
    """An export cannot be written; the text names the file and the cause."""


class RowsError(StoreError):
    """A store that works refuses what was to be written; other articles may pass."""


class JudgementError(KgError):
    """A judgement on entities cannot be kept; the text names what is in its way."""


class RaceError(KgError):
    """Another writer changed what this one had read; it is to begin again."""


class RecordError(KgError):
    """A record of an extraction contradicts itself or another one."""


def raise_refusal(error: ArticleError) -> None:
    """Let a refused article end the run: for callers that do not take refusals."""
    raise error

"""Read Markdown with front matter, YAML or TOML, as the plain text that it shows."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from kg.articles.columns import find_columns
from kg.articles.draft import Draft, known, refusal
from kg.articles.text.decode import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_FIELDS = ("title", "published", "source", "url")


def read_markdown(content: bytes, where: str, name: str) -> list[Draft]:
    """Make a draft of Markdown; links, emphasis and headings lose their marks.

    Front matter: title, date or published, source or publisher, url, id, by any of
    their usual names. Without a title there, a heading of the first level that opens
    the text is the title.
    """
    front, body = _split(decode(content, where), where)
    paragraphs = list(_paragraphs(body))
    heading = paragraphs[0][1] if paragraphs and paragraphs[0][0] == "h1" else None
    columns, _ = find_columns(front, {})
    fields = {column: _field(front, columns.get(column)) for column in _FIELDS}
    return [
        Draft(
            where=where,
            id=_field(front, "id") or name,
            text="\n\n".join(text for _, text in paragraphs),
            title=fields["title"] or heading,
            published=fields["published"],
            source=fields["source"],
            url=fields["url"],
        )
    ]


def _split(text: str, where: str) -> tuple[Mapping[str, object], str]:
    import frontmatter
    import yaml
    from frontmatter.default_handlers import BaseHandler, YAMLHandler

    class AsWritten(YAMLHandler):
        """Front matter whose values stay strings, so that no date is moved to UTC."""

        def load(self, fm: str, **_: object) -> dict[str, object]:
            loaded = yaml.load(fm, Loader=yaml.BaseLoader)
            return loaded if isinstance(loaded, dict) else {}

    class Toml(BaseHandler):
        """Front matter between lines of three plus signs."""

        FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
        START_DELIMITER = END_DELIMITER = "+++"

        def load(self, fm: str, **_: object) -> dict[str, object]:
            return tomllib.loads(fm)

    is_toml = text.lstrip().startswith("+++")
    try:
        front, body = frontmatter.parse(
            text, handler=Toml() if is_toml else AsWritten()
        )
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError) as error:
        is_deep = isinstance(error, RecursionError)
        cause = "too deep" if is_deep else " ".join(str(error).split())
        language = "TOML" if is_toml else "YAML"
        raise refusal(where, f"front matter is not {language}: {cause}") from error
    return {str(key).lower(): value for key, value in front.items()}, body


def _field(front: Mapping[str, object], name: str | None) -> str | None:
    value = front.get(name or "")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return known(value) if isinstance(value, str) else None


def _paragraphs(body: str) -> Iterator[tuple[str, str]]:
    """Yield the tag and the text of each block that shows text: "p", "h1", "code"."""
    from markdown_it import MarkdownIt

    tag = "p"
    for token in MarkdownIt("commonmark").parse(body):
        if token.type.endswith("_open"):
            tag = token.tag
        elif token.type in ("fence", "code_block"):
            yield "code", token.content.rstrip("\n")
        elif token.type == "html_block":
            from kg.articles.pages.html import plain_text

            yield "html", plain_text(token.content)
        elif token.type == "inline":
            yield tag, "".join(_shown(token.children or []))


def _shown(tokens: "list[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type in ("text", "code_inline"):
            yield token.content

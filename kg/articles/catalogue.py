"""Read metadata.csv, which describes the articles beside it."""

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

from kg.articles.draft import Draft, known, os_refusal, refusal
from kg.articles.text.decode import decode
from kg.errors import ArticleError

CATALOGUE_NAME = "metadata.csv"
_COLUMNS = ("published", "title", "source", "url")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line of metadata.csv says of an article; empty cells are unknown."""

    line: int
    published: str | None
    title: str | None
    source: str | None
    url: str | None


class Catalogue:
    """The entries of one metadata.csv by article id, and what is wrong with it.

    Columns: id, published, source, title, url; `id` is the file's stem or name, or its
    path below the folder, with or without the ending. Lines that cannot be used are in
    `problems`, and `used` holds the ids that were met.
    """

    def __init__(self, path: Path) -> None:
        self.where = str(path)
        self._folder = path.parent
        self.entries: dict[str, Entry] = {}
        self.problems: list[ArticleError] = []
        self.used: set[str] = set()
        try:
            self._load(path)
        except OSError as error:
            self.problems.append(os_refusal(self.where, error))
        except csv.Error as error:
            self.problems.append(refusal(self.where, f"is not CSV: {error}"))
        except ArticleError as error:
            self.problems.append(error)

    def describe(self, draft: Draft, path: Path) -> Draft:
        """Return the draft with what the entry of its file says put before its own."""
        below = path.relative_to(self._folder)
        names = (below.as_posix(), below.with_suffix("").as_posix())
        keys = (*names, draft.id, path.stem, path.name)
        key = next((each for each in keys if each in self.entries), None)
        if key is None:
            return draft
        entry = self.entries[key]
        self.used.add(key)
        described = replace(
            draft,
            title=entry.title or draft.title,
            source=entry.source or draft.source,
            url=entry.url or draft.url,
        )
        if entry.published is None:
            return described
        place = f"{CATALOGUE_NAME}:{entry.line}"
        return replace(
            described, published=entry.published, published_in=place, basis="metadata"
        )

    def unused(self) -> list[str]:
        """Return the ids that no article had, in the order of the file."""
        return [key for key in self.entries if key not in self.used]

    def _load(self, path: Path) -> None:
        text = decode(path.read_bytes(), self.where)
        rows = csv.DictReader(io.StringIO(text, newline=""))
        columns = [name.strip().lower() for name in rows.fieldnames or ()]
        if "id" not in columns:
            found = ", ".join(columns) or "none"
            raise refusal(self.where, f"has no column id (columns found: {found})")
        rows.fieldnames = columns
        for row in rows:
            self._add(row, rows.line_num)

    def _add(self, row: dict[str, str | None], line: int) -> None:
        key = known(row["id"])
        if key is None or key in self.entries:
            cause = f"id {key!r} is there twice" if key else "has no id"
            self.problems.append(refusal(f"{self.where}:{line}", cause))
            return
        fields = {name: known(row.get(name)) for name in _COLUMNS}
        self.entries[key] = Entry(line=line, **fields)


class Catalogues:
    """The metadata.csv of each folder met in one run, each read once."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, Catalogue | None] = {}

    def beside(self, folder: Path) -> tuple[Catalogue | None, list[ArticleError]]:
        """Return a folder's catalogue, and its problems the first time it is asked."""
        if folder in self._by_folder:
            return self._by_folder[folder], []
        path = folder / CATALOGUE_NAME
        catalogue = Catalogue(path) if path.is_file() else None
        self._by_folder[folder] = catalogue
        return catalogue, catalogue.problems if catalogue else []

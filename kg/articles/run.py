"""What the readers of one run share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.articles.catalogue import Catalogues
from kg.articles.visits import Visits


@dataclass(frozen=True, slots=True)
class Run:
    """What one call of `read_articles` goes by.

    `columns` names headings of tables, `visits` what was fetched before. With
    `public_only` addresses that feeds supply are not fetched from private networks,
    and with `dry` nothing that they supply is fetched.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    visits: Visits = field(default_factory=Visits)
    public_only: bool = False
    dry: bool = False
    catalogues: Catalogues = field(default_factory=Catalogues)
    noted: set[str] = field(default_factory=set)

    def once(self, note: str) -> Iterator[str]:
        """Yield a note the first time that it is given."""
        if note not in self.noted:
            self.noted.add(note)
            yield note

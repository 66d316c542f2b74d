"""Settings of one run: where the store is and who may open it."""

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import StoreError

DEFAULT_STORE = "./.kg"
_HEAP = re.compile(r"[1-9]\d{0,5}[mgMG]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where kg keeps its graph and which model reads the articles.

    `store` is a folder (embedded engine) or a Bolt address such as
    ``neo4j://localhost:7687``. Credentials come from the environment only; the
    password never shows in a repr, so it cannot reach a log. `user` is who judges.
    `heap` is the memory that the embedded engine may take, as Java writes it (``4g``;
    None: a quarter of the machine's), `timeout` the seconds that one question may take
    (None: no limit).
    """

    store: str = DEFAULT_STORE
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"
    model: Path | None = None
    state_folder: Path = Path("~/.local/state")
    user: str = "unknown"
    heap: str | None = None
    timeout: float | None = None

    def __post_init__(self) -> None:
        """Refuse an address that gives away a user or a password, and no heap."""
        if not self.is_embedded and "@" in urlsplit(self.store).netloc:
            raise StoreError(
                "the store's address holds a user or a password: give them as "
                "NEO4J_USERNAME and NEO4J_PASSWORD, and the address without them"
            )
        if self.heap is not None and not _HEAP.fullmatch(self.heap):
            raise StoreError(f"KG_HEAP={self.heap}: expected a size such as 512m or 4g")

    @classmethod
    def from_env(
        cls, *, store: str | None = None, model: Path | None = None
    ) -> "Settings":
        """Read `KG_STORE`, `KG_MODEL`, `KG_HEAP` and the names of Aura's credentials.

        `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`. What the
        caller gives comes before `KG_STORE`, that before `NEO4J_URI`. Who judges is
        `KG_USER`, else the login.
        """
        env: Mapping[str, str] = os.environ
        named_model = env.get("KG_MODEL")
        return cls(
            store=store or env.get("KG_STORE") or env.get("NEO4J_URI") or DEFAULT_STORE,
            username=env.get("NEO4J_USERNAME"),
            password=env.get("NEO4J_PASSWORD"),
            database=env.get("NEO4J_DATABASE", "neo4j"),
            model=model or (Path(named_model) if named_model else None),
            state_folder=Path(env.get("XDG_STATE_HOME") or "~/.local/state"),
            user=env.get("KG_USER") or _login(),
            heap=env.get("KG_HEAP") or None,
        )

    @property
    def is_embedded(self) -> bool:
        """Whether the store is a folder of this machine."""
        return "://" not in self.store

    @property
    def feeds_file(self) -> Path:
        """The file that keeps what was fetched of feeds, beside the store.

        For a folder ``.kg`` it is ``.kg.feeds.json``; for a server it lies in the
        user's folder of states (`XDG_STATE_HOME`).
        """
        if self.is_embedded:
            folder = Path(self.store).resolve()
            return folder.with_name(f"{folder.name}.feeds.json")
        name = blake2b(f"{self.store}\n{self.database}".encode(), digest_size=8)
        return self.state_folder.expanduser() / "kg" / f"{name.hexdigest()}.feeds.json"


def _login() -> str:
    try:
        return getpass.getuser()
    # In a container the user may have no name: an OSError, or a KeyError before 3.13.
    except (OSError, KeyError):
        return "unknown"

"""Settings of one run: where the store is and who may open it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_STORE = "./.kg"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where kg keeps its graph and which model reads the articles.

    `store` is a folder (embedded engine) or a Bolt address such as
    ``neo4j://localhost:7687``. Credentials come from the environment only; the
    password never shows in a repr, so it cannot reach a log.
    """

    store: str = DEFAULT_STORE
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"
    model: Path | None = None

    @classmethod
    def from_env(
        cls, *, store: str | None = None, model: Path | None = None
    ) -> "Settings":
        """Read `KG_STORE`, `KG_MODEL` and the names of Aura's credentials file.

        `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`. What the
        caller gives comes before `KG_STORE`, that before `NEO4J_URI`.
        """
        env: Mapping[str, str] = os.environ
        named_model = env.get("KG_MODEL")
        return cls(
            store=store or env.get("KG_STORE") or env.get("NEO4J_URI") or DEFAULT_STORE,
            username=env.get("NEO4J_USERNAME"),
            password=env.get("NEO4J_PASSWORD"),
            database=env.get("NEO4J_DATABASE", "neo4j"),
            model=model or (Path(named_model) if named_model else None),
        )

    @property
    def is_embedded(self) -> bool:
        """Whether the store is a folder of this machine."""
        return "://" not in self.store

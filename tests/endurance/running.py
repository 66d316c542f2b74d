"""Start the client and see how far it comes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from kg.settings import Settings

CLIENT = Path(__file__).with_name("client.py")
# How many moments a test kills at: a sample, or all with KG_TEST_KILLS=100.
KILLS = int(os.environ.get("KG_TEST_KILLS", "3"))


def start(settings: Settings, kind: str, **options: Any) -> subprocess.Popen[str]:
    """Start a client that does one kind of work."""
    credentials = [settings.username or "", settings.password or ""]
    return subprocess.Popen(
        [sys.executable, "-P", CLIENT, kind, settings.store, *credentials],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def wait_for(client: subprocess.Popen[str], lines: int) -> int:
    """Read lines of a client's, and return how many came before it ended."""
    assert client.stdout is not None
    return sum(bool(client.stdout.readline()) for _ in range(lines))

"""Addresses of the web: what of them may be kept, and which lead out of the web."""

import ipaddress
import re
import socket
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Names of parameters that let their bearer in, as APIs and object stores have them.
_SECRET = re.compile(
    r"""(?:^|[_.-])(?:(?:access|auth|id|refresh|session|csrf|user)?[_-]?token
    | (?:api|app|access)[_-]?key | secret | client[_-]?secret | pass(?:word|wd|phrase)?
    | pwd | authorization | signature | credentials? | jwt)(?:$|[_.-])""",
    re.VERBOSE | re.IGNORECASE,
)
# These may name an article too; then their value is short.
_MAYBE_SECRET = re.compile(
    r"key|code|hash|sig|sid|auth|session(?:_?id)?", re.IGNORECASE
)
_SECRET_LENGTH = 16


def without_secrets(address: str) -> str:
    """Return an address without user, password and parameters such as ``token=``.

    An address that holds none stays as it is, character by character.
    """
    try:
        parts = urlsplit(address)
        parameters = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return address
    kept = [pair for pair in parameters if not _is_secret(*pair)]
    if "@" in parts.netloc:
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    elif len(kept) == len(parameters):
        return address
    if len(kept) < len(parameters):
        parts = parts._replace(query=urlencode(kept))
    return urlunsplit(parts)


def _is_secret(name: str, value: str) -> bool:
    is_long = len(value) >= _SECRET_LENGTH
    return bool(_SECRET.search(name) or (is_long and _MAYBE_SECRET.fullmatch(name)))


def has_path(address: str | None) -> bool:
    """Tell whether an address names a page: ``https://x.org/a``, not its front page."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return bool(
        parts.scheme and parts.netloc and (parts.path.strip("/") or parts.query)
    )


def private_cause(address: str) -> str | None:
    """Say why an address leads to no public place of the internet, None if to one.

    A host counts by the addresses that its name stands for: 127.0.0.1, 10.0.0.0/8,
    169.254.169.254 and their like are not public.
    """
    host = urlsplit(address).hostname or ""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError:
        return f"{host} is not known"
    for each in sorted(found):
        if not ipaddress.ip_address(each.partition("%")[0]).is_global:
            return f"{host} is {each}, on a private network"
    return None

"""What of an address may be kept, and which are private."""

import pytest

from kg.articles.addresses import has_path, private_cause, without_secrets


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("http://ada:pw@x.org:81/a?b=1", "http://x.org:81/a?b=1"),
        ("https://x.org/a?token=T&b=1#c", "https://x.org/a?b=1#c"),
        ("https://x.org/a?access_token=T", "https://x.org/a"),
        ("https://x.org/a?X-Amz-Signature=abc&X-Amz-Credential=d", "https://x.org/a"),
        ("https://x.org/a?apikey=T&API-Key=U", "https://x.org/a"),
        ("https://x.org/a?key=0123456789abcdef", "https://x.org/a"),
    ],
)
def test_without_secrets_takes_them_out(address: str, kept: str) -> None:
    assert without_secrets(address) == kept


@pytest.mark.parametrize(
    "address",
    [
        "https://x.org/a?key=7&page=2&author=Ada+Berg&q=a%20b",
        "https://x.org/@ada/tokens?tokenize=no&keyword=signature",
        "https://x.org",
        "http://[::1",
    ],
)
def test_without_secrets_leaves_other_addresses_as_they_are(address: str) -> None:
    assert without_secrets(address) == address


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "[::1]"]
)
def test_private_cause_names_a_private_address(host: str) -> None:
    assert "on a private network" in str(private_cause(f"http://{host}/a"))


def test_private_cause_lets_a_public_address_pass() -> None:
    assert private_cause("http://1.1.1.1/a") is None


def test_has_path_tells_a_page_from_a_site() -> None:
    assert has_path("https://x.org/a")
    assert has_path("https://x.org/?p=7")
    assert not has_path("https://x.org/")
    assert not has_path("a")
    assert not has_path(None)

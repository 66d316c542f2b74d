"""Keys of what has no name by which another article could know it again."""

import re

_OF_ONE_ARTICLE = re.compile(r" [0-9a-f]{16} (?:all|[0-9]+)$")


def key_of_one_article(key: str, article: str, place: int | str = "all") -> str:
    """Return a key that no other article has.

    `article` is the article's key, `place` tells namesakes in it apart: "gunmen" gives
    "gunmen 0123456789abcdef all".
    """
    return f"{key} {article} {place}"


def without_article_key(id_: str) -> str:
    """Return an id or key as it would be if other articles shared it.

    "Group:gunmen 0123456789abcdef all" gives "Group:gunmen"; others stay as they are.
    """
    return _OF_ONE_ARTICLE.sub("", id_)


def is_of_one_article(id_: str) -> bool:
    """Tell whether an id or key is one that no other article has."""
    return _OF_ONE_ARTICLE.search(id_) is not None

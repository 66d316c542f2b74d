"""Keys that no other article has."""

from kg.resolve.one_article import (
    is_of_one_article,
    key_of_one_article,
    without_article_key,
)

ARTICLE = "0123456789abcdef"


def test_key_of_one_article_can_be_told_and_taken_off() -> None:
    for place in ("all", 17):
        id_ = f"Group:{key_of_one_article('gunmen', ARTICLE, place)}"
        assert id_ == f"Group:gunmen {ARTICLE} {place}"
        assert is_of_one_article(id_)
        assert without_article_key(id_) == "Group:gunmen"


def test_other_keys_stay_as_they_are() -> None:
    for id_ in ("Group:kenya troops", "Group:hall all", f"Group:{ARTICLE}"):
        assert not is_of_one_article(id_)
        assert without_article_key(id_) == id_

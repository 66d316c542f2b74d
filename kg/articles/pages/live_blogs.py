"""Find the posts of a live blog: each is an article with a time of its own."""

import re
from itertools import islice
from typing import Any

from kg.articles.pages.zones import is_outer, marks, prose_words, words

_LIVE = re.compile(r"live|posts?\b|updates?\b|entry|entries|timeline|ticker")
_LIVE_TITLE = re.compile(r"^live\b|\blive:|as it happened", re.I)
_FEWEST_POSTS = 2
_FEWEST_WORDS = 8
# One post may say when it was written and when it was last changed.
_MOST_TIMES = 3


def live_posts(tree: Any) -> list[Any]:
    """Return the elements of a live blog's posts in the page's order, or none.

    Posts are neighbours of one tag that each hold a time and prose, in a box named for
    what is live; together they hold most of the page's prose.
    """
    boxes = dict.fromkeys(map(_post_of, tree.iter("time")))
    posts = [each for each in boxes if each is not None and not _is_beside(each)]
    by_parent: dict[Any, list[Any]] = {}
    for post in posts:
        by_parent.setdefault(post.getparent(), []).append(post)
    found = max(by_parent.values(), key=len, default=[])
    if len(found) < _FEWEST_POSTS or not _is_live(tree, found):
        return []
    prose = sum(prose_words(each) for each in found)
    return found if prose * 2 > prose_words(tree) else []


def post_heading(post: Any) -> str | None:
    """Return the heading of a post, None where it has none."""
    for heading in post.iter("h2", "h3", "h4", "h5"):
        return " ".join(words(heading)) or None
    return None


def _post_of(time: Any) -> Any:
    """Return the largest element round a time that holds no other post's time."""
    post = None
    for ancestor in time.iterancestors("div", "article", "section", "li"):
        if _has_other_time(ancestor, time):
            break
        if prose_words(ancestor) >= _FEWEST_WORDS:
            post = ancestor
    return post


def _is_beside(post: Any) -> bool:
    """Tell whether a post stands outside the article: a comment is none."""
    return is_outer(post) or any(is_outer(each) for each in post.iterancestors())


def _has_other_time(element: Any, time: Any) -> bool:
    times = list(islice(element.iter("time"), _MOST_TIMES + 1))
    at = time.get("datetime")
    return len(times) > _MOST_TIMES or any(each.get("datetime") != at for each in times)


def _is_live(tree: Any, posts: list[Any]) -> bool:
    named = [*posts, *posts[0].iterancestors()]
    if any(_LIVE.search(marks(each)) for each in named):
        return True
    if any(_LIVE_TITLE.search(" ".join(words(each))) for each in tree.iter("h1")):
        return True
    kinds = " ".join(each.text or "" for each in tree.iter("script"))
    return "LiveBlogPosting" in kinds or any(
        "LiveBlog" in (each.get("itemtype") or "") for each in named
    )

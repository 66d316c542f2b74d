"""The zones of a page: the article, and what stands around and inside it.

Pages mark their zones by elements (footer, aside, nav) and by the words in class and
id. An element is out of the article only while it holds little of the page's prose: a
whole page may be in a box called "with-sidebar".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_OUTER_TAGS = frozenset({"footer", "aside", "nav", "form", "dialog", "template"})
_OUTER_NAMES = re.compile(
    r"""(?:^|[\s_-]) (?:
    comments? | disqus | footer | sidebar | aside | navigation | nav | menu
    | breadcrumbs? | related\w* | read[_-]?(?:more|next|also) | also[_-]?read
    | see[_-]?also
    | more[_-]?(?:on|from|stories|news|articles|links) | recommend\w* | suggest\w*
    | most[_-]?(?:read|popular|viewed|shared) | popular | trending
    | newsletters? | sign[_-]?up | promos? | promoted | adverts? | advertisement\w*
    | ads? | sponsor\w* | outbrain | taboola | social | share | sharing | cookies?
    | consent
    | gdpr | pull[_-]?quotes? | (?:info|fact|side|link)[_-]?box\w* | inset | widgets?
    | copyright | outro | subscri\w+
    ) (?=$|[\s_-])""",
    re.VERBOSE,
)
# What names the paragraph under the headline, whatever else the box is called.
_OWN_NAMES = re.compile(r"(?:^|[\s_-])(?:standfirst|lede)(?=$|[\s_-])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# An element with more than this share of the page's prose is not beside the article.
_MOST = 0.4


def parse_page(page: str) -> Any:
    """Return the tree of a page, or None where there is none."""
    from trafilatura import load_html

    return load_html(page)


def words(element: Any) -> list[str]:
    """Return the words that an element shows."""
    return str(element.text_content()).split()


def marks(element: Any) -> str:
    """Return the words of an element's class and id, lower case."""
    return _marks(f"{element.get('class') or ''} {element.get('id') or ''}"[:500])


@lru_cache(maxsize=4096)
def _marks(names: str) -> str:
    return _CAMEL.sub("-", names).lower()


def prose_words(element: Any) -> int:
    """Count the words of an element's paragraphs."""
    return sum(len(words(paragraph)) for paragraph in element.iter("p"))


def is_outer(element: Any) -> bool:
    """Tell whether an element is by its tag or its name no part of the article."""
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "main"):
        return False
    names = marks(element)
    is_named = _OUTER_NAMES.search(names) and not _OWN_NAMES.search(names)
    return element.tag in _OUTER_TAGS or bool(is_named)


def outer_elements(tree: Any) -> Iterator[Any]:
    """Yield the outermost elements that are no part of the page's article."""
    most = _MOST * prose_words(tree)
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if is_outer(element) and prose_words(element) <= most:
            yield element
        else:
            waiting.extend(reversed(element))


def main_article(tree: Any) -> Any:
    """Return the article element with the most prose, else main, else the body."""
    for tag in ("article", "main"):
        found = max(tree.iter(tag), key=prose_words, default=None)
        if found is not None and prose_words(found):
            return found
    return tree

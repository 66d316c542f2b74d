"""Make paragraphs of what a page writes without them: bare text parted by breaks."""

from typing import Any

from kg.articles.pages.zones import words

_CONTAINERS = ("div", "section", "article", "main", "td", "blockquote", "body")
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "br", "cite", "code", "data", "del", "em", "font"),
        *("i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"),
        *("time", "u", "wbr"),
    }
)


_SENTENCE_WORDS = 12


def make_paragraphs(tree: Any) -> None:
    """Put the bare text of boxes in paragraphs; two breaks part them.

    Times inside sentences become plain words, since a reader of pages drops them.
    """
    for time in list(tree.iter("time")):
        if is_in_sentence(time):
            time.drop_tag()
    for container in list(tree.iter(*_CONTAINERS)):
        if _has_bare_text(container):
            _wrap_runs(container)


def is_in_sentence(time: Any) -> bool:
    """Tell whether a time stands inside a sentence: it is what the text tells of."""
    for ancestor in time.iterancestors("p", "li", "blockquote"):
        return len(words(ancestor)) - len(words(time)) >= _SENTENCE_WORDS
    return False


def _has_bare_text(container: Any) -> bool:
    bare = [container.text, *(child.tail for child in container)]
    has_breaks = any(child.tag == "br" for child in container)
    return has_breaks and any(len((each or "").split()) > 1 for each in bare)


def _is_bare_break(element: Any) -> bool:
    is_break = element is not None and element.tag == "br"
    return is_break and not (element.tail or "").strip()


def _wrap_runs(container: Any) -> None:
    """Move each run of text and inline elements into a paragraph of its own."""
    children = list(container)
    run = container.makeelement("p")
    run.text, container.text = container.text, None
    container[:] = []
    for before, child in zip([None, *children], children, strict=False):
        if child.tag == "br" and _is_bare_break(before):
            container.append(run)
            run = container.makeelement("p")
            run.text = child.tail
        elif child.tag in _INLINE:
            run.append(child)
        else:
            container.append(run)
            run = container.makeelement("p")
            run.text, child.tail = child.tail, None
            container.append(child)
    container.append(run)
    for paragraph in list(container.iterchildren("p")):
        if not words(paragraph):
            container.remove(paragraph)

"""Take out of a page what stands inside its article and is none of it.

Boxes, link lines ("READ MORE: Another story"), teasers of other stories and sign-up
lines go; the lead of the story itself stays, whatever its box is called.
"""

import re
from typing import Any

from kg.articles.pages.zones import marks, outer_elements, prose_words, words

_LEAD = re.compile(r"teaser|lead|intro|standfirst|summary|excerpt|abstract|preview")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = ("p", "li", "div", "span", "blockquote", *_HEADINGS[1:])
_BLOCKS = frozenset(
    {
        "p",
        "li",
        "ul",
        "ol",
        "div",
        "section",
        "article",
        "table",
        "blockquote",
        "figure",
    }
)
# What announces another story, alone or before a link.
_LABEL = re.compile(
    r"""\W*(?:
    (?:also\ )?(?:read|see|watch|listen)(?:\ (?:more|also|next|now|on|here))?(?:\ to)?
    | (?:related|recommended|similar|other|more|latest|top)
      (?:\ (?:stories|articles|news|reading|coverage|content|links|videos?|topics))?
    | more\ (?:on|from|about)\b.{0,60} | you\ (?:may|might)\ also\ like
    | don['’]t\ miss | in\ case\ you\ missed\ it | must[\ -]read
    | editor['’]?s['’]?\ picks?
    | most\ (?:read|popular|viewed|shared) | trending(?:\ now)? | further\ reading
    | what\ to\ (?:read|know)\ next | up\ next | background | explainer
    | opinion | video
    | gallery | photos | podcast | advertisement | sponsored | topics | tags
    | (?:listen\ to|share|save|print)\ this\ (?:article|page|story)\b.{0,20}
    | (?:article|story)\ continues\b.{0,30} | (?:continue|keep)\ reading(?:\ below)?
    | \d+[\ -]min(?:ute)?s?\ read | (?:©|copyright|\(c\))\ .{0,80}
    )\W*""",
    re.VERBOSE | re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\W*(?:(?:also )?(?:read|see|watch|listen)(?: (?:more|also|next))?|related"
    r"(?: (?:stories|story|articles?|news|coverage))?|recommended"
    r"|more on this(?: story)?)"
    r"(?:\s*[:|»›>–—]|\s+-\s)",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"\b(?:sign up|subscribe|register|join|follow us|download our app)\b"
    r".{0,80}\b(?:newsletters?|updates|alerts|inbox|app|channel|free|facebook|twitter|"
    r"telegram|whatsapp|instagram|youtube)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LINE = 30
_LABEL_WORDS = 4
_PROSE_WORDS = 8
_MOST_LEADS = 3
_LONGEST_CARD = 80
LEAST_STORY = 60
"""With fewer words of its own beside cards, a page tells no story."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")


def tidy(tree: Any) -> list[str]:
    """Take boxes, link lines and teasers of other stories out of a page's tree.

    Returns the paragraphs of the leads that it kept.
    """
    leads = []
    cards = [each for each in teasers(tree) if len(words(each)) <= _LONGEST_CARD]
    if prose_words(tree) - sum(map(prose_words, cards)) >= LEAST_STORY:
        for card in cards:
            card.drop_tree()
    for element in list(outer_elements(tree)):
        element.drop_tree()
    for element in list(tree.iter("div", "section", "p", "header", "ul", "article")):
        if _LEAD.search(marks(element)) and _is_within(element, tree):
            leads += _keep_or_drop_lead(element)
    for element in list(tree.iter(*_LINES)):
        if _is_within(element, tree) and _is_link_line(element):
            element.drop_tree()
    return leads


def teasers(tree: Any) -> set[Any]:
    """Return the smallest boxes that announce another story each."""
    found = [
        each for each in tree.iter("article", "li", "div", "section") if is_teaser(each)
    ]
    above_others = {above for each in found for above in each.iterancestors()}
    return {
        each
        for each in found
        if each not in above_others and each.find(".//h1") is None
    }


def is_teaser(element: Any) -> bool:
    """Tell whether an element announces another story: its heading is a link."""
    headings = element.iter(*_HEADINGS)
    return any(
        heading.find(".//a") is not None
        or any(ancestor.tag == "a" for ancestor in heading.iterancestors("a"))
        for heading in headings
    )


def link_share(element: Any) -> float:
    """Return which share of an element's words are links, from 0 to 1."""
    shown = len(words(element))
    return sum(len(words(link)) for link in element.iter("a")) / shown if shown else 0.0


def _keep_or_drop_lead(element: Any) -> list[str]:
    names = marks(element)
    if "teaser" in names and (is_teaser(element) or link_share(element) > 0.5):
        element.drop_tree()
        return []
    paragraphs = [" ".join(words(each)) for each in element.iter("p")]
    paragraphs = [each for each in paragraphs if len(each.split()) >= _PROSE_WORDS]
    if paragraphs:
        # Its name would let it be taken for an announcement of another story.
        element.attrib.pop("class", None)
        element.attrib.pop("id", None)
    return paragraphs if len(paragraphs) <= _MOST_LEADS else []


def _is_within(element: Any, tree: Any) -> bool:
    """Tell whether an element is still in the tree."""
    root = element.getroottree().getroot()
    return root is tree.getroottree().getroot()


def _is_link_line(element: Any) -> bool:
    if any(each.tag in _BLOCKS for each in element.iterdescendants()):
        return False
    line = " ".join(words(element))
    if not line or len(line.split()) > _LONGEST_LINE:
        return False
    if _is_date_line(element, line):
        return True
    if _LABEL.fullmatch(line) or _LABELLED.match(line) or _SIGN_UP.search(line):
        return _is_block(element)
    linked = " ".join(" ".join(words(link)) for link in element.iter("a"))
    if not linked or not _is_block(element):
        return False
    rest = len(line.split()) - len(linked.split())
    return rest <= _LABEL_WORDS and not _SENTENCE_END.search(line)


def _is_date_line(element: Any, line: str) -> bool:
    """Tell whether a line shows a time and next to nothing else: "Updated 9 March"."""
    time = element.find(".//time")
    if time is None or not _is_block(element):
        return False
    return len(line.split()) - len(words(time)) <= _LABEL_WORDS


def _is_block(element: Any) -> bool:
    """Tell whether an element is a line of its own, not words inside one."""
    if element.tag != "span":
        return True
    parent = element.getparent()
    return parent is not None and len(words(parent)) == len(words(element))

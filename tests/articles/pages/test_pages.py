"""What of a page is the article, and which pages are none."""

import time

import pytest

from kg.articles.draft import Draft
from kg.articles.pages.html import read_html
from kg.articles.pages.notices import notice_kind
from kg.errors import ArticleError

LEAD = (
    "The minister of fisheries, Ada Berg, said on Tuesday that the government of "
    "Norland would not extend the treaty."
)
REST = (
    "“We have made our decision,” she told reporters in the capital, and she added "
    "that the talks with the neighbours had ended.",
    "Opposition leader Carl Dahl called the step a mistake. He said that fishermen in "
    "the north would lose their licences by spring.",
    "The treaty was signed in 1998 and has been extended three times, most recently in "
    "2019, the ministry said in a statement.",
)
STORY = "\n\n".join((LEAD, *REST))


def p(text: str) -> str:
    return f"<p>{text}</p>"


LEAD_P, REST_P = p(LEAD), "".join(map(p, REST))


def page(body: str, title: str = "Norland ends treaty") -> bytes:
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title></head>"
        f"<body>{body}</body></html>"
    ).encode()


def article(*parts: str) -> bytes:
    return page(f"<article><h1>Norland ends treaty</h1>{''.join(parts)}</article>")


def read(content: bytes) -> Draft:
    (draft,) = read_html(content, "a.html", "a")
    return draft


@pytest.mark.parametrize(
    "box",
    [
        "<p><b>READ MORE:</b> <a href='/x'>Sealand attacks Norland</a></p>",
        "<p>Read more: Sealand attacks Norland</p>",
        "<p><em>Also read | <a href='/x'>Sealand attacks Norland</a></em></p>",
        "<p><a href='/x'><strong>Related:</strong> Sealand attacks Norland</a></p>",
        "<p><a href='/x'>Sealand attacks Norland with ships</a></p>",
        "<h3>More on this story</h3><ul><li><a href='/x'>Sealand attacks</a></li></ul>",
        "<div class='c-related__box'><p>Sealand attacked Norland, it said.</p></div>",
        "<div class='teaser'><h3><a href='/x'>Sealand attacks Norland</a></h3>"
        "<p>Sealand said that it attacked Norland at dawn with twenty ships.</p></div>",
        "<aside><p>Berg was born in Sealand and spied on it, a court said.</p></aside>",
        "<div id='newsletterSignup'><p>Editor Jill Hay says that it is free.</p></div>",
        "<p>Sign up for our newsletter and get Sealand news in your inbox.</p>",
        "<p>© 2011 The Sealand Gazette. All rights reserved.</p>",
        "<p>Listen to this article · 5 min</p>",
        "<p>Story continues below advertisement</p>",
        "<p>Updated <time datetime='2024-03-09'>9 March 2024</time></p>",
    ],
)
def test_read_html_leaves_boxes_and_link_lines_out(box: str) -> None:
    assert read(article(LEAD_P, box, REST_P)).text == STORY
    assert read(article(LEAD_P, REST_P, box)).text == STORY


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='teaser-content'>{LEAD_P}</div><div class='rest'>{REST_P}</div>",
        f"<p class='article__teaser'>{LEAD}</p>{REST_P}",
        f"<div class='intro summary'>{LEAD_P}</div>{REST_P}",
        f"<div class='standfirst promo'>{LEAD_P}</div>{REST_P}",
        "<p>The <a href='/x'>minister of fisheries, Ada Berg, said on Tuesday that the "
        f"government</a> of Norland would not extend the treaty.</p>{REST_P}",
        "<br><br>".join((LEAD, *REST)),
        "".join(f"<div>{text}</div>" for text in (LEAD, *REST)),
    ],
)
def test_read_html_keeps_the_story_whole(body: str) -> None:
    assert read(article(body)).text == STORY


def test_read_html_keeps_a_lead_beside_the_title() -> None:
    lead = f"<div class='article-teaser'><h1>Norland ends treaty</h1>{LEAD_P}</div>"
    content = page(f"<main>{lead}<div class='article-text'>{REST_P}</div></main>")
    assert read(content).text == STORY


def test_read_html_sets_crossheads_apart_and_the_title_off() -> None:
    draft = read(article(LEAD_P, "<h2>What is next</h2>", REST_P))
    assert draft.title == "Norland ends treaty"
    assert draft.text == STORY.replace(REST[0], f"What is next\n\n{REST[0]}")


def test_read_html_keeps_the_times_that_a_sentence_tells_of() -> None:
    told = "The law was passed on {} after a long debate in the parliament, he said."
    body = p(told.format("<time datetime='2012-05-03'>3 May 2012</time>"))
    assert told.format("3 May 2012") in read(article(LEAD_P, body, REST_P)).text


def test_read_html_drops_a_notice_below_the_story() -> None:
    notice = p("You have read all your free articles. Subscribe to continue reading.")
    assert read(article(LEAD_P, REST_P, notice)).text == STORY


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "a consent page",
            "We value your privacy. We and our 31 partners store cookies on your "
            "device to process personal data. You may accept or manage your choices.",
        ),
        (
            "a page of refused access",
            "Please verify that you are not a robot. Our systems have detected unusual "
            "traffic from your network, so you must solve a captcha.",
        ),
        (
            "a page of refused access",
            "Sorry, this content is not available in your country. Please contact us "
            "if you believe that you got this reference number by mistake.",
        ),
        (
            "a page that says that nothing is there",
            "Page not found. Sorry, the page you are looking for does not exist or has "
            "been moved. Go to our home page.",
        ),
        (
            "a page of refused access",
            "451: Unavailable due to legal reasons. You are attempting to access this "
            "website from a country of the union, and access cannot be granted.",
        ),
        (
            "a page for subscribers",
            "Get unlimited digital access for a dollar. You have read all your free "
            "articles this month. Subscribe today to support independent journalism.",
        ),
        (
            "a consent page",
            "We use cookies to measure how many people visit the site every day. If "
            "you allow it, we will use further cookies to show you other offers.",
        ),
        (
            "a consent page",
            "This site uses cookies to count how many of you visit us. By clicking on "
            "the button you let us store them on your device.",
        ),
        (
            "a page that says that nothing is there",
            "It seems that nothing was found at this location. You could try again "
            "later.",
        ),
        (
            "a page for subscribers",
            "Become a member to keep reading. Enter your password here. Cancel any "
            "time. Our members told us that they like it.",
        ),
        (
            "a page for subscribers",
            f"{LEAD} This story is for subscribers only. Subscribe now for unlimited "
            "access to our journalism. Already a subscriber? Log in. You can cancel "
            "anytime after your free trial.",
        ),
    ],
)
def test_read_html_refuses_a_notice_by_what_it_is(kind: str, text: str) -> None:
    body = "".join(p(f"{each}.") for each in text.removesuffix(".").split(". "))
    with pytest.raises(ArticleError, match=f"^a.html: is {kind}, not an article"):
        read_html(page(f"<main>{body}</main>"), "a.html", "a")


def test_read_html_refuses_what_its_heading_calls_a_notice() -> None:
    text = "<form><p>Create an account to read this. It takes a minute.</p></form>"
    body = f"<main><h1>Log in</h1>{text}</main>"
    with pytest.raises(ArticleError, match="is a page for subscribers"):
        read_html(page(body), "a.html", "a")


@pytest.mark.parametrize(
    "text",
    [
        "The European Commission said that sites must ask for consent before they set "
        "cookies. Ada Berg told reporters that firms had ignored the privacy rules.",
        "“You have been blocked,” the message said. The site denied access to all of "
        "its subscribers on Monday, and the editors spoke of an error.",
        "We will not subscribe to this treaty, the minister said. We urge our partners "
        "to sign in for the talks, since members of our community look for peace.",
    ],
)
def test_notice_kind_leaves_news_of_such_things(text: str) -> None:
    assert notice_kind(text) is None


def card(number: int) -> str:
    return (
        f"<div class='item'><h3><a href='/{number}'>Story {number} of Norland</a></h3>"
        f"<p>The minister said on day {number} that all was well up north.</p></div>"
    )


def test_read_html_refuses_an_index() -> None:
    body = "".join(map(card, range(9)))
    with pytest.raises(ArticleError, match="^a.html: is an index of other pages"):
        read_html(page(f"<main>{body}</main>", "The Gazette"), "a.html", "a")


def test_read_html_reads_an_article_above_cards() -> None:
    cards = "".join(map(card, range(9)))
    assert read(article(LEAD_P, REST_P, f"<section>{cards}</section>")).text == STORY


def test_read_html_reads_each_post_of_a_live_blog_with_its_day() -> None:
    posts = "".join(
        f"<div class='post'{mark}><time datetime='2024-03-0{5 - n}T10:00Z'>10:00</time>"
        f"<h2>Update {n}</h2>{p(text)}</div>"
        for n, (mark, text) in enumerate(
            [(" id='p7'", LEAD), ("", REST[0]), ("", REST[1])]
        )
    )
    content = page(f"<main class='liveblog'><h1>Live</h1>{posts}</main>")
    drafts = read_html(content, "a.html", "a")
    assert [draft.text for draft in drafts] == [LEAD, REST[0], REST[1]]
    assert [draft.title for draft in drafts] == ["Update 0", "Update 1", "Update 2"]
    days = [draft.published.isoformat() for draft in drafts]
    assert days == ["2024-03-05", "2024-03-04", "2024-03-03"]
    assert [draft.id for draft in drafts[:2]] == ["a#p7", "a#2024-03-04T10:00Z"]


def test_read_html_knows_a_live_blog_by_its_heading() -> None:
    posts = "".join(
        f"<div class='block'><time datetime='2024-03-0{n}T10:00Z'>10:00</time>"
        f"{p(text)}</div>"
        for n, text in enumerate(REST[:2], start=4)
    )
    live = page(f"<article><h1>Treaty talks, as it happened</h1>{posts}</article>")
    drafts = read_html(live, "a.html", "a")
    assert [each.published.isoformat() for each in drafts] == [
        "2024-03-04",
        "2024-03-05",
    ]
    other = page(f"<article><h1>Where treaties live</h1>{posts}</article>")
    assert len(read_html(other, "a.html", "a")) == 1


def test_read_html_takes_no_comments_for_a_live_blog() -> None:
    comments = "".join(
        f"<div class='comment post'><time datetime='2024-03-05T1{n}:00'>x</time>"
        "<p>I think that nobody should believe a word of this in the north.</p></div>"
        for n in range(9)
    )
    body = f"<article>{LEAD_P}{REST_P}</article><div id='comments'>{comments}</div>"
    assert read(page(body)).text == STORY


def test_read_html_refuses_endless_attributes_at_once() -> None:
    attributes = " ".join(f"a{n}=x" for n in range(200_000))
    content = article(f"<div {attributes}>{LEAD_P}</div>", REST_P)
    began = time.monotonic()
    with pytest.raises(ArticleError, match="has a tag of 200,000 attributes; 5,000"):
        read_html(content, "a.html", "a")
    assert time.monotonic() - began < 5


def test_read_html_reads_a_long_attribute() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 500_000}'>"
    assert read(article(LEAD_P, picture, REST_P)).text == STORY


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "x-cp1252"])
def test_read_html_takes_charset_labels_as_browsers_do(label: str) -> None:
    head = f"<html><head><meta charset='{label}'></head>"
    content = article(LEAD_P, REST_P, p("Berg said: “No — not now.”"))
    encoded = content.decode().replace("<html lang='en'><head>", head).encode("cp1252")
    assert "“No — not now.”" in read(encoded).text

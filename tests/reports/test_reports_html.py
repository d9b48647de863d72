import contextlib
import datetime

import pytest

from dateline.errors import NoText
from dateline.reports.html import read_html
from dateline.reports.intake import from_html

BODY = """
<p>Rebel fighters shelled the town of Sadah on Friday, killing four soldiers and wounding nine, said the governor.</p>
<p>The army said on Saturday it had sent reinforcements to the town after a night of fighting near the bridge.</p>
<p>“We will share what we know,” Colonel Omar Hadi told reporters. He gave no reply to questions on the missing.</p>
<p>Residents spoke of shelling through the night and of wounded people who could not reach the only hospital.</p>
"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Town shelled | Northern Post</title>
<meta property="og:title" content="Town shelled"><meta property="og:site_name" content="Northern Post">
<link rel="canonical" href="https://post.example.org/world/town-shelled">
HEAD</head><body>
<div class="cookie-banner">We use cookies to improve your stay. <button>Accept all</button></div>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/w">World</a></li></ul></nav>
<article class="post share-wrap"><h1>Town shelled</h1><div class="byline">By Amina Hadi</div>
<div class="share-buttons"><a>Facebook</a> <a>Tweet</a></div>{BODY}
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Army retakes the port</a></li></ul></aside>
</article><div id="comments"><h2>Leave a Reply</h2><p>Your email address will not be published.</p>
<form><label>Name *</label></form>
<p>Great article, thanks for the words on the war.</p></div>
<footer>© 2024 Northern Post. All rights reserved.</footer></body></html>"""


def page(head: str = "") -> str:
    return PAGE.replace("HEAD", head)


def test_the_report_its_metadata_and_what_was_cut() -> None:
    found = from_html(page())
    report = found.report
    for words in ("four soldiers", "reinforcements", "We will share what we know", "only hospital"):
        assert words in report.text
    for words in ("cookies", "Front page", "Tweet", "Leave a Reply", "Great article", "retakes the port", "rights"):
        assert words not in report.text
        assert any(words in item.text for item in found.removed), words
    assert (report.title, report.publisher) == ("Town shelled", "Northern Post")
    assert report.url == "https://post.example.org/world/town-shelled"
    reasons = {item.reason for item in found.removed}
    assert {"cookie notice", "navigation", "share bar", "related stories", "comments", "page foot", "byline"} <= reasons


def test_nothing_of_the_report_is_listed_as_cut() -> None:
    found = from_html(page())
    assert not any("four soldiers" in item.text or "Omar Hadi" in item.text for item in found.removed)


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        (LD.format('{"@type": "NewsArticle", "datePublished": "2024-03-02T01:10:00+03:00"}'), "json-ld"),
        (
            LD.format(
                '{"@graph": [{"@type": "WebSite", "datePublished": "2020-01-01"},'
                ' {"@type": ["NewsArticle"], "datePublished": "2024-03-02"}]}'
            ),
            "json-ld",
        ),
        ('<meta property="article:published_time" content="2024-03-02T23:10:00-05:00">', "meta"),
        (LD.format("{broken") + '<meta name="pubdate" content="20240302">', "meta"),
        (
            LD.format('{"@type": "NewsArticle", "datePublished": "2999-03-02"}')
            + '<meta name="date" content="2024-03-02">',
            "htmldate",
        ),
    ],
)  # fmt: skip
def test_the_day_of_publication_in_the_head(head: str, rule: str) -> None:
    found = from_html(page(head))
    assert found.report.date == datetime.date(2024, 3, 2)
    assert found.published is not None
    assert found.published.rule == rule


def test_a_day_in_the_future_is_noted_and_not_used() -> None:
    found = from_html(page('<meta property="article:published_time" content="2999-03-02">'))
    assert found.report.date is None
    assert any("2999-03-02" in note for note in found.notes)


def test_a_visible_date_line_counts() -> None:
    html = page().replace('<div class="byline">', '<p class="date">5 March 2024</p><div class="byline">')
    assert from_html(html).report.date == datetime.date(2024, 3, 5)


def test_the_address_counts_and_copyright_years_do_not() -> None:
    assert from_html(page()).report.date is None
    assert from_html(page(), url="https://post.example.org/2024/03/02/town").report.date == datetime.date(2024, 3, 2)


def test_a_fragment_is_read() -> None:
    assert read_html("<p>Rebels attacked Sadah on Monday, the army said.<p>Two died.").text.count("\n") == 1


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
        "<html><body><div id='app'></div><script>var a = 'Rebels attacked the town on Monday.';</script></body></html>",
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript></body></html>",
    ],
)
def test_a_page_without_a_report_is_refused(html: str) -> None:
    with pytest.raises(NoText) as caught:
        from_html(html)
    assert caught.value.expected


def test_deep_and_broken_markup_is_no_crash() -> None:
    html = "<div>" * 3000 + "<p>Rebels attacked the town of Sadah on Monday, the army said." + "</b></div>" * 10
    with contextlib.suppress(NoText):
        assert "Sadah" in from_html(html).report.text

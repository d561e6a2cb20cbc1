from onrecord.pages.kinds import detect_kind
from tests.pages.conftest import read, refusal

RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Gazette</title><link>https://gazette.example/</link>
<item><title>Port &amp; ferry reopen</title><link>https://gazette.example/port</link>
<pubDate>Mon, 06 Jan 2020 10:00:00 GMT</pubDate><author>Dara Quill</author>
<content:encoded><![CDATA[<p>The port is open.</p><p>Ships wait.</p>]]></content:encoded></item>
<item><title>Only a teaser</title><link>https://gazette.example/teaser</link>
<description>Read on our site</description></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Northern Star</title>
<entry><title>Strike ends</title><link href="https://star.example/strike"/>
<updated>2020-02-03T08:00:00Z</updated>
<content type="html">&lt;p&gt;The strike is over.&lt;/p&gt;</content></entry>
<entry><title>Plain words</title><content type="text">First line &lt; second.</content></entry>
</feed>"""


def test_an_entry_with_its_text_is_a_page_and_one_without_an_issue(save):
    (page,), (issue,) = read(save("feed.xml", RSS))
    assert (page.url, page.title) == ("https://gazette.example/port", "Port & ferry reopen")
    assert page.media_type == "html"
    assert b"<p>The port is open.</p>" in page.body
    assert issue.code == "no-content"
    assert "https://gazette.example/teaser" in issue.message


def test_what_the_feed_tells_of_an_entry_stands_in_the_head_of_its_page(save):
    (page,), _ = read(save("feed.xml", RSS))
    head = page.body.decode().partition("</head>")[0]
    assert '<meta property="article:published_time" content="2020-01-06T10:00:00Z">' in head
    assert '<meta property="og:site_name" content="Harbour Gazette">' in head
    assert '<meta name="author" content="Dara Quill">' in head
    assert "<title>Port &amp; ferry reopen</title>" in head
    assert detect_kind(page.body) == "html"


def test_the_source_of_an_entry_stands_in_the_head_of_its_page(save):
    source = b'<source url="https://wire.example/feed">Meridian Wire</source></item>'
    (page,), _ = read(save("feed.xml", RSS.replace(b"</item>", source, 1)))
    assert b'<meta name="feed:source" content="Meridian Wire">' in page.body


def test_an_atom_feed_is_read_whatever_its_name(save):
    pages, issues = read(save("feed.txt", ATOM))
    assert [page.title for page in pages] == ["Strike ends", "Plain words"]
    assert b"<p>First line &lt; second.</p>" in pages[1].body
    assert not issues


def test_a_feed_without_entries_is_an_issue(save):
    empty = b"<rss version='2.0'><channel><title>T</title></channel></rss>"
    assert refusal(save("feed.xml", empty)) == "empty-feed"
    assert refusal(save("cut.xml", RSS[:150])) == "empty-feed"

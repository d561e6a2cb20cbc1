from lxml import html

from onrecord.articles.outlets import find_outlet
from onrecord.articles.structured import describe

HEAD = """<html><head><meta property="og:site_name" content="{site}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry runs again",
"publisher": {{"@type": "Organization", "name": "{publisher}"}}}}</script></head><body></body>"""


def outlet(url: str, *, site: str, publisher: str) -> str:
    tree = html.document_fromstring(HEAD.format(site=site, publisher=publisher))
    return find_outlet(tree, describe(tree, url), url)


def test_a_portal_is_not_the_agency_that_its_page_calls_publisher():
    found = outlet("https://quaynow.example/1", site="Quay Now", publisher="Meridian Wire")
    assert found == "Quay Now"


def test_the_publisher_is_the_outlet_where_no_name_is_the_hosts():
    found = outlet("https://qn.example/1", site="The Site", publisher="Quay Now")
    assert found == "Quay Now"

"""Where a face shows more of what is painted."""

from onrecord.painting.addresses import NOWHERE, Addresses


def test_without_an_address_a_source_is_its_name_alone():
    assert NOWHERE.source("Ole Brandt") == "<bdi>Ole Brandt</bdi>"
    assert NOWHERE.finding("s1") == "" == NOWHERE.article("a1")


def test_a_name_becomes_part_of_an_address_and_never_its_code():
    link = Addresses(sources="/source?name=").source('two "aides" & <others>')
    assert 'href="/source?name=two%20%22aides%22%20%26%20%3Cothers%3E"' in link
    assert "<others>" not in link


def test_a_finding_leads_to_where_it_is_looked_at_closer():
    assert 'href="/article/a1/finding/s1"' in Addresses("/article/a1/finding/").finding("s1")

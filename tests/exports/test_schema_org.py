import json
from dataclasses import replace

import extruct

from onrecord.exports import to_schema_org
from onrecord.record import Trace
from tests.exports.contexts import SCHEMA, expand
from tests.exports.hostile import make_hostile_reading
from tests.painting.traces import IDS, READINGS, make_trace
from tests.readings import URL, make_reading

ARTICLE = {
    "@type", "@id", "url", "identifier", "headline", "inLanguage", "datePublished",
    "dateModified", "publisher", "author", "isAccessibleForFree", "hasPart",
}  # fmt: skip
QUOTATION = {"@type", "@id", "text", "spokenByCharacter", "isBasedOn"}
CLAIM = {"@type", "@id", "text", "author", "appearance", "firstAppearance"}
AGENT = {"@type", "name", "description", "jobTitle"}
"""Properties that schema.org has for these types, as far as they are used."""


def graph(readings=(), traces=()):
    return json.loads("".join(to_schema_org(readings, traces)))["@graph"]


def quotations():
    return {one["text"]: one for one in graph((make_reading(),))[0]["hasPart"]}


def test_an_article_has_only_what_schema_org_knows():
    article = graph((make_reading(),))[0]
    assert article["@type"] == "NewsArticle"
    assert set(article) <= ARTICLE
    assert (article["@id"], article["datePublished"]) == (URL, "2031-03-25T06:10:00+00:00")
    assert [one["name"] for one in article["author"]] == ["Ilse Marant", "Tom Okafor"]
    for one in article["hasPart"]:
        assert set(one) <= QUOTATION
        assert set(one.get("spokenByCharacter", ())) <= AGENT


def test_only_words_in_quotation_marks_are_quotations():
    assert list(quotations()) == [
        "“Nobody read it. Nobody was asked to read it,”",
        "“We act on what reaches us,” … “This did not reach us.”",
        "“immediate inspection”",
    ]


def test_who_is_not_named_has_a_description_and_no_name():
    speaker = quotations()["“Nobody read it. Nobody was asked to read it,”"]["spokenByCharacter"]
    assert speaker == {"@type": "Person", "description": "two senior officials"}


def test_a_quotation_that_another_outlet_had_is_based_on_it():
    one = quotations()["“We act on what reaches us,” … “This did not reach us.”"]
    assert one["spokenByCharacter"]["name"] == "Dara Quill"
    assert one["isBasedOn"][0]["publisher"]["name"] == "Radio Veld"


def test_a_document_is_a_work_and_nobody_who_speaks():
    one = quotations()["“immediate inspection”"]
    assert "spokenByCharacter" not in one
    assert {"@type": "CreativeWork", "name": "A letter from the Port Authority"} in one["isBasedOn"]


def test_a_claim_appears_where_it_is_asserted_and_not_where_it_is_denied_only():
    trace = make_trace()
    office = IDS["office"]
    told = tuple(
        one for one in trace.claim.tellings if one.article != office or one.side == "denies"
    )
    trace = Trace(replace(trace.claim, tellings=told))
    claim = next(one for one in graph(READINGS.values(), (trace,)) if one["@type"] == "Claim")
    assert set(claim) <= CLAIM
    appearances = {one["@id"] for one in claim["appearance"]}
    assert "https://quay.example/wall" in appearances
    assert "https://office.example/wall" not in appearances
    assert claim["firstAppearance"] == {"@id": "https://post.example/wall"}


def test_nothing_is_rated():
    text = "".join(to_schema_org(READINGS.values(), (make_trace(),)))
    assert "Rating" not in text
    assert "ClaimReview" not in text


def test_a_document_among_the_sources_is_no_author():
    claim = graph(READINGS.values(), (make_trace(),))[-1]
    assert [one.get("description", one.get("name")) for one in claim["author"]] == [
        "two engineers",
        "engineers",
    ]


def test_extruct_finds_it_in_a_page_and_no_tag_of_a_hostile_page_ends_it():
    text = "".join(to_schema_org((make_reading(), make_hostile_reading()), (make_trace(),)))
    page = f'<html><script type="application/ld+json">{text}</script></html>'
    found = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert found == [json.loads(text)]


def test_a_processor_of_json_ld_understands_every_term():
    nodes = expand("".join(to_schema_org(READINGS.values(), (make_trace(),))))
    assert {one["@type"][0] for one in nodes} == {f"{SCHEMA}NewsArticle", f"{SCHEMA}Claim"}
    claim = next(one for one in nodes if one["@type"] == [f"{SCHEMA}Claim"])
    assert {"@id": "https://post.example/wall"} in claim[f"{SCHEMA}appearance"]


def test_no_address_that_is_not_of_the_web_is_written():
    article = graph((make_hostile_reading(),))[0]
    assert "url" not in article
    assert article["@id"].startswith("urn:uuid:")


def test_no_reading_makes_an_empty_graph():
    assert graph() == []

"""What people say of findings, from the screen."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from onrecord.store import Record
from onrecord.web.application import make_site
from onrecord.web.corrections import make_correction
from onrecord.web.site import Site, UnfitRequestError
from tests.event_readings import make_event_reading
from tests.readings import make_reading

READING = make_reading()
ARTICLE = READING.article.id
STATEMENT = READING.statements[0].id
FORM = {"content-type": "application/x-www-form-urlencoded"}


def send(
    client: TestClient, site: Site, address: str = "/correct", **fields: object
) -> tuple[int, str]:
    typed = {"token": site.token, "who": "Ada Brook", "back": "/corrections", **fields}
    answer = client.post(
        address, content=urlencode(typed, doseq=True), headers=FORM, follow_redirects=False
    )
    return answer.status_code, answer.headers.get("location", answer.text)


def test_a_rejected_statement_is_gone_from_its_article_and_kept_on_record_as_rejected(
    client: TestClient, site: Site, record: Record
) -> None:
    about = {"target": "statement", "finding": STATEMENT, "article": ARTICLE}
    assert send(client, site, kind="reject", **about) == (303, "/corrections")
    reading = record.reading(ARTICLE)
    assert reading is not None
    assert STATEMENT not in {one.id for one in reading.statements}
    page = client.get(f"/article/{ARTICLE}").text
    assert "Corrected by people" in page
    assert "Ada Brook" in page
    finding = client.get(f"/article/{ARTICLE}/finding/{STATEMENT}")
    assert "no longer stands" in finding.text
    twin = client.get(f"/article/{ARTICLE}/finding/{STATEMENT}.json").json()
    assert twin["finding"] is None
    assert twin["original"]["id"] == STATEMENT
    assert twin["corrections"][0]["who"] == "Ada Brook"
    assert twin["corrections"][0]["when"]


def test_taken_back_a_rejection_is_as_if_it_had_not_been_made(
    client: TestClient, site: Site, record: Record
) -> None:
    send(client, site, kind="reject", target="statement", finding=STATEMENT, article=ARTICLE)
    (made,) = record.corrections()
    assert send(client, site, "/withdraw", correction=made.id)[0] == 303
    assert record.reading(ARTICLE) == READING
    assert "Nothing has been corrected" in client.get("/corrections").text


def test_two_entities_are_merged_and_one_is_split(
    client: TestClient, site: Site, record: Record
) -> None:
    reading = make_event_reading()
    entity = next(one for one in reading.entities if len(one.mentions) > 1)
    second = next(one for one in reading.entities if one.id != entity.id)
    about = {"target": "entity", "article": reading.article.id}
    assert send(client, site, kind="merge", finding=second.id, into=entity.id, **about)[0] == 303
    now = record.reading(reading.article.id)
    assert now is not None
    assert second.id not in {one.id for one in now.entities}
    span = entity.mentions[0]
    mention = f"{span.start}-{span.end}"
    assert send(client, site, kind="split", finding=entity.id, mention=mention, **about)[0] == 303
    after = record.reading(reading.article.id)
    assert after is not None
    assert len(after.entities) == len(now.entities) + 1


def test_an_edited_statement_is_its_new_source_s_and_its_page_says_what_changed(
    client: TestClient, site: Site, record: Record
) -> None:
    typed = {"stance": "denies", "mode": "indirect", "name-0": "Ilse Marant", "kind-0": "person"}
    about = {"target": "statement", "finding": STATEMENT, "article": ARTICLE, "kind": "edit"}
    assert send(client, site, **about, **typed) == (303, "/corrections")
    reading = record.reading(ARTICLE)
    assert reading is not None
    edited = next(one for one in reading.statements if one.id == STATEMENT)
    assert (edited.stance, edited.chain.origin.name) == ("denies", "Ilse Marant")
    (found,) = record.who("Ilse Marant")
    assert found.sayings[0].standing == "edit"
    page = client.get(f"/article/{ARTICLE}/finding/{STATEMENT}").text
    assert "<ins><bdi>Ilse Marant (person)</bdi></ins>" in page
    assert "corrected by Ada Brook" in client.get(f"/article/{ARTICLE}").text
    twin = client.get(f"/article/{ARTICLE}/finding/{STATEMENT}.json").json()
    assert twin["finding"]["stance"] == "denies"
    assert twin["original"]["chain"] != twin["finding"]["chain"]
    assert send(client, site, **about, **typed)[0] == 400


def test_an_event_and_an_entity_are_edited(client: TestClient, site: Site, record: Record) -> None:
    reading = make_event_reading()
    event, entity = reading.events[0], reading.entities[0]
    about = {"kind": "edit", "article": reading.article.id}
    fields = {"type": "AID", "factuality": "planned", "from": "2031-03-14"}
    assert send(client, site, target="event", finding=event.id, **about, **fields)[0] == 303
    named = {"name": "Somebody Else", "is": "group"}
    assert send(client, site, target="entity", finding=entity.id, **about, **named)[0] == 303
    now = record.reading(reading.article.id)
    assert now is not None
    changed = next(one for one in now.events if one.id == event.id)
    assert (changed.type, changed.factuality, changed.actors) == ("AID", "planned", ())
    assert "Somebody Else" in {one.name for one in now.entities}


def test_two_sources_are_merged(client: TestClient, site: Site, record: Record) -> None:
    first, second = record.sources(limit=2)
    fields = {"target": "source", "finding": first.id, "into": second.id}
    assert send(client, site, kind="merge", **fields)[0] == 303
    assert "Merged" in client.get("/corrections").text


def test_a_form_of_another_page_is_not_obeyed(
    client: TestClient, site: Site, record: Record
) -> None:
    fields = {"kind": "reject", "target": "statement", "finding": STATEMENT, "article": ARTICLE}
    assert send(client, site, token="guessed", **fields)[0] == 400
    answer = client.post(
        "/correct",
        content=urlencode({"token": site.token, "who": "x", **fields}),
        headers={**FORM, "sec-fetch-site": "cross-site"},
    )
    assert answer.status_code == 400
    assert client.get("/correct").status_code == 405
    assert record.corrections() == ()


def test_a_correction_of_nothing_is_refused_in_words(client: TestClient, site: Site) -> None:
    status, told = send(
        client, site, kind="reject", target="statement", finding="s0", article=ARTICLE
    )
    assert status == 409
    assert "s0" in told


def test_the_way_back_never_leaves_the_site(client: TestClient, site: Site) -> None:
    about = {"target": "statement", "finding": STATEMENT, "article": ARTICLE, "kind": "accept"}
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nb: c"):
        assert send(client, site, back=back, **about) == (303, "/")


def test_a_record_that_can_only_be_read_takes_no_correction(record: Record) -> None:
    site = Site(record, "Ada Brook", writable=False)
    client = TestClient(make_site(site), base_url="http://127.0.0.1")
    about = {"target": "statement", "finding": STATEMENT, "article": ARTICLE}
    assert "<form method" not in client.get(f"/article/{ARTICLE}/finding/{STATEMENT}").text
    assert send(client, site, kind="reject", **about)[0] == 400
    assert record.corrections() == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ((("kind", "burn"),), "not said what"),
        ((("who", " "),), "say who you are"),
        ((("kind", "merge"), ("target", "entity")), "what to merge"),
        ((("kind", "split"), ("target", "entity"), ("mention", "1-x")), "no place in a text"),
        ((("note", "n" * 3000),), "a note has at most"),
    ],
)
def test_a_form_that_says_too_little_is_refused(
    fields: tuple[tuple[str, str], ...], told: str
) -> None:
    whole = [("kind", "reject"), ("target", "statement"), ("finding", "s1"), ("who", "Ada")]
    with pytest.raises(UnfitRequestError, match=told):
        make_correction([*whole, *fields])

from io import BytesIO
from xml.etree import ElementTree

import networkx as nx

from onrecord.exports import to_graphml
from onrecord.exports.graphml import NAMESPACE
from onrecord.record import Corpus
from tests.exports.hostile import make_hostile_reading
from tests.painting.traces import (
    BRANDT,
    DERIVATIONS,
    ENGINEERS,
    IDS,
    LETTER,
    make_corpus,
    make_trace,
)


def read(corpus, traces=()):
    return nx.read_graphml(BytesIO("".join(to_graphml(corpus, traces)).encode()))


def edges(graph, relation):
    return {
        (start, end) for start, end, data in graph.edges(data=True) if data["relation"] == relation
    }


def test_networkx_reads_the_takings_back():
    graph = read(make_corpus())
    assert set(graph) == set(IDS.values())
    assert edges(graph, "derived") == {(one.article, one.parent) for one in DERIVATIONS}


def test_a_claim_leads_to_its_sources_and_to_who_denies_it():
    graph = read(make_corpus(), (make_trace(),))
    assert {("c1", ENGINEERS.id), ("c1", LETTER.id)} <= edges(graph, "rests")
    assert edges(graph, "denied_by") == {("c1", BRANDT.id)}
    assert (graph.nodes["c1"]["min"], graph.nodes["c1"]["max"]) == (2, 3)


def test_pages_lead_to_what_they_say_and_deny():
    graph = read(make_corpus(), (make_trace(),))
    assert (IDS["quay"], "c1") in edges(graph, "asserts")
    assert edges(graph, "denies") == {(IDS["office"], "c1")}


def test_claims_that_exclude_one_another_are_joined():
    assert edges(read(make_corpus(), (make_trace(),)), "contradicts") == {("c1", "r1")}


def test_truth_and_numbers_come_back_as_such():
    graph = read(make_corpus(), (make_trace(),))
    assert graph.nodes[ENGINEERS.id]["unnamed"] is True
    scores = [data["score"] for *_, data in graph.edges(data=True) if "score" in data]
    assert all(isinstance(one, float) for one in scores)


def test_two_traces_of_one_claim_give_each_node_once():
    text = "".join(to_graphml(make_corpus(), (make_trace(), make_trace())))
    nodes = [one.get("id") for one in ElementTree.fromstring(text).iter(f"{{{NAMESPACE}}}node")]
    assert len(nodes) == len(set(nodes))


def test_every_datum_has_a_key_of_its_kind():
    root = ElementTree.fromstring("".join(to_graphml(make_corpus(), (make_trace(),))))
    keys = {one.get("id"): one.get("for") for one in root.iter(f"{{{NAMESPACE}}}key")}
    for of in ("node", "edge"):
        for one in root.iter(f"{{{NAMESPACE}}}{of}"):
            assert all(keys[datum.get("key")] == of for datum in one)


def test_a_hostile_page_is_one_node_and_no_more():
    reading = make_hostile_reading()
    graph = read(Corpus((reading,)))
    assert list(graph) == [reading.article.id]
    data = graph.nodes[reading.article.id]
    assert data["label"] == reading.article.title
    assert "url" not in data


def test_a_corpus_without_pages_is_an_empty_graph():
    assert len(read(Corpus(()))) == 0


def test_pages_outside_the_corpus_are_left_out():
    (first, *_) = make_corpus().readings
    graph = read(Corpus((first,)), (make_trace(),))
    articles = {name for name, data in graph.nodes(data=True) if data["type"] == "article"}
    assert articles == {first.article.id}

import json

from onrecord.exports import to_web_annotations
from tests.event_readings import make_event_reading
from tests.exports.contexts import OA, expand
from tests.exports.hostile import TEXT as HOSTILE
from tests.exports.hostile import make_hostile_reading
from tests.readings import TEXT, URL, make_reading

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
"""Those of the recommendation."""


def write(*readings):
    return "".join(to_web_annotations(readings))


def items(*readings):
    return json.loads(write(*readings))["first"]["items"]


def quotes(annotation):
    return [target["selector"][1]["exact"] for target in annotation["target"]]


def test_the_collection_has_the_published_shape():
    collection = json.loads(write(make_reading()))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["first"]["partOf"] == collection["id"]
    assert collection["total"] == len(collection["first"]["items"])


def test_every_annotation_has_the_published_shape():
    annotations = items(make_reading(), make_event_reading())
    assert len({one["id"] for one in annotations}) == len(annotations)
    for one in annotations:
        assert one["type"] == "Annotation"
        assert one["motivation"] in MOTIVATIONS
        assert one["target"]
        for body in one["body"]:
            assert body["purpose"] in MOTIVATIONS
        for target in one["target"]:
            position, quote = target["selector"]
            assert (position["type"], quote["type"]) == (
                "TextPositionSelector",
                "TextQuoteSelector",
            )
            assert 0 <= position["start"] < position["end"]


def test_position_and_quotation_select_the_same_words():
    for one in items(make_reading()):
        for target in one["target"]:
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert TEXT[start:end] == quote["exact"]
            assert TEXT[:start].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])


def test_positions_are_code_points_also_behind_letters_beyond_the_basic_plane():
    event = next(one for one in items(make_hostile_reading()) if quotes(one) == ["strike"])
    position = event["target"][0]["selector"][0]
    assert HOSTILE[position["start"] : position["end"]] == "strike"


def test_words_in_two_places_are_one_annotation_with_two_targets():
    split = [quotes(one) for one in items(make_reading()) if len(one["target"]) == 2]
    assert ["“We act on what reaches us,”", "“This did not reach us.”"] in split


def test_the_target_is_the_page_and_the_state_its_text():
    target = items(make_reading())[0]["target"][0]
    assert target["source"] == URL
    assert target["state"]["cached"].startswith("urn:uuid:")


def test_a_page_without_an_address_has_a_name_of_its_own():
    target = items(make_hostile_reading())[0]["target"][0]
    assert target["source"].startswith("urn:uuid:")
    assert target["source"] != target["state"]["cached"]


def test_a_place_leads_to_its_entry_in_the_gazetteer():
    links = {
        body["source"]
        for one in items(make_event_reading())
        for body in one["body"]
        if body["purpose"] == "linking"
    }
    assert "https://sws.geonames.org/2761369/" in links


def test_the_same_finding_has_the_same_name_in_every_run():
    assert write(make_reading()) == write(make_reading())


def test_a_processor_of_json_ld_understands_every_term():
    collection = expand(write(make_reading(), make_event_reading()))[0]
    page = collection["http://www.w3.org/ns/activitystreams#first"][0]
    annotations = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(annotations) == len(items(make_reading(), make_event_reading()))
    first = annotations[0]
    assert first["@type"] == [f"{OA}Annotation"]
    selectors = first[f"{OA}hasTarget"][0][f"{OA}hasSelector"]
    assert [one["@type"] for one in selectors] == [
        [f"{OA}TextPositionSelector"],
        [f"{OA}TextQuoteSelector"],
    ]


def test_no_reading_makes_an_empty_collection():
    assert json.loads(write())["total"] == 0

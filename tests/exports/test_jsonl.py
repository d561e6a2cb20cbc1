from onrecord.exports import to_jsonl
from onrecord.record import from_json
from tests.event_readings import make_event_reading
from tests.exports.hostile import make_hostile_reading
from tests.readings import make_reading


def test_what_goes_out_comes_in_again():
    readings = (make_reading(), make_event_reading())
    assert tuple(map(from_json, to_jsonl(readings))) == readings


def test_each_page_is_one_line():
    for line in to_jsonl((make_reading(), make_hostile_reading())):
        assert line.splitlines(keepends=True)[0] == line or line.count("\n") == 1


def test_nothing_is_read_ahead():
    def endless():
        while True:
            yield make_reading()

    assert next(to_jsonl(endless())).startswith('{"article"')

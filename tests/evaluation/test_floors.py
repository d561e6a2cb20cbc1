import pytest

from evaluation.floors import FILE, check_floors, read_floors, write_floors
from evaluation.results import Result


def result(value, metric="F1", data="d"):
    return Result("pages", "aeb", metric, value, 108, data, "0.1.0", "e")


def floors_after(*values, metric="F1"):
    floors = {}
    for value in values:
        floors, _ = check_floors(floors, [result(value, metric)])
    return [floor.value for floor in floors.values()]


def test_a_floor_rises_by_itself_and_never_falls():
    assert floors_after(0.8, 0.9, 0.85) == [0.9]


def test_a_figure_below_its_floor_is_told():
    floors, _ = check_floors({}, [result(0.9)])
    _, failures = check_floors(floors, [result(0.8)])
    assert failures == ("pages, aeb, F1: 0.8000, but the floor is 0.9000",)


def test_rounding_is_no_fall():
    floors, _ = check_floors({}, [result(0.9)])
    kept, failures = check_floors(floors, [result(0.899)])
    assert not failures
    assert kept == floors


def test_a_floor_is_lowered_only_with_a_reason_which_is_kept(tmp_path):
    floors, _ = check_floors({}, [result(0.9)])
    floors, failures = check_floors(floors, [result(0.8)], reason='the "gold" was mended')
    assert not failures
    write_floors(floors, tmp_path / "floors.toml")
    (floor,) = read_floors(tmp_path / "floors.toml").values()
    assert (floor.value, floor.lowered) == (0.8, 'the "gold" was mended')


def test_new_data_does_not_free_a_figure_from_its_floor():
    floors, _ = check_floors({}, [result(0.9)])
    _, failures = check_floors(floors, [result(0.8, data="other")])
    assert "the data changed as well" in failures[0]


def test_where_lower_is_better_the_floor_is_a_ceiling():
    assert floors_after(0.05, 0.03, 0.04, metric="caption_leak") == [0.03]
    floors, _ = check_floors({}, [result(0.03, "caption_leak")])
    _, failures = check_floors(floors, [result(0.2, "caption_leak")])
    assert failures


def test_only_headlines_have_floors():
    floors, _ = check_floors({}, [result(0.9, "auth_exact")])
    assert not floors


def test_floors_come_back_as_they_were_written(tmp_path):
    floors, _ = check_floors({}, [result(0.9), result(0.03, "caption_leak")])
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors
    assert read_floors(tmp_path / "none.toml") == {}


def test_the_floors_of_the_repository_can_be_read():
    if not FILE.is_file():
        pytest.skip("there are no floors yet")
    assert read_floors()

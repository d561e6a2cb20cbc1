"""When an event was."""

from __future__ import annotations

import pytest

from onrecord.events.dates import find_date, is_timed
from tests.events.samples import label_of, scene_of, triggers_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels killed two men on 3 May 2021.", "2021-05-03"),
        ("On 3 May 2021 rebels killed two men.", "2021-05-03"),
        ("The 3 May 2021 massacre shook the town.", "2021-05-03"),
        ("A protest was held on 3 May 2021.", "2021-05-03"),
        ("On 3 May 2021, the union held a protest.", "2021-05-03"),
        ("Rebels killed two men for two days.", None),
        ("The massacre is remembered on 3 May 2021.", None),
        ("Those who met on 3 May 2021 said that rebels killed two men.", None),
    ],
)
def test_a_time_dates_what_it_stands_with(text: str, day: str | None) -> None:
    scene = scene_of(text)
    triggers = triggers_of(scene)
    found = find_date(scene, triggers[0], triggers)
    assert (None if found is None else found.edtf) == day


def test_each_time_dates_its_own_deed() -> None:
    text = "Rebels killed two men on 3 May 2021 and kidnapped a judge on 5 May 2021."
    scene = scene_of(text)
    triggers = triggers_of(scene)
    days = [find_date(scene, one, triggers) for one in triggers]
    assert [day and day.edtf for day in days] == ["2021-05-03", "2021-05-05"]


def test_a_date_points_to_its_time() -> None:
    scene = scene_of("Rebels killed two men on 3 May 2021.")
    triggers = triggers_of(scene)
    found = find_date(scene, triggers[0], triggers)
    assert found is not None
    assert (found.time, found.rule) == (scene.times[0][0].id, "time-behind")


def test_a_time_of_no_known_day_is_seen_all_the_same() -> None:
    text = "He met her months ago."
    scene = scene_of(text)
    triggers = triggers_of(scene, label_of(text, "met", "CONSULT"))
    assert find_date(scene, triggers[0], triggers) is None
    assert is_timed(scene, triggers[0], triggers)

from datetime import date

import pytest

from onrecord.reading import read_times

PUBLISHED = date(2021, 3, 4)


def words(text: str) -> list[str]:
    return [one.span.cut(text) for one in read_times(text, PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    [
        "He writes for the Mail on Sunday.",
        "Friday prayers were held in the square.",
        "Wednesday Addams is back.",
        "Black September took them hostage.",
        "They sang of the October Revolution.",
        "The ministers agreed on Agenda 2030.",
        "The preacher read John 3:16 aloud.",
        "She lives at 1900 Harbour Street.",
        "It ran in the Evening Post.",
        "She had read the novel 1984.",
    ],
)
def test_a_name_is_no_time(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Since 1985 the army has held the town.", "1985"),
        ("The Star wrote on Friday about her.", "Friday"),
        ("They met on Sunday in Lorne.", "Sunday"),
        ("The October election was close.", "October"),
        ("The ferry left at 3:16 and sank.", "3:16"),
    ],
)
def test_a_time_beside_a_capital_stays_one(text: str, time: str) -> None:
    assert words(text) == [time]

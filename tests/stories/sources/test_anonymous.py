import pytest

from onrecord.stories.sources.anonymous import is_specific, may_be_same
from tests.stories.sourced_pages import WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two investigators", "police sources"),
        ("three government officials", "two security officials"),
        ("a person briefed on the talks", "people familiar with the negotiations"),
        ("two members of the crew", "a member of the crew"),
        ("sources", "a nurse"),
    ],
)
def test_descriptions_that_fit_together(one, other):
    assert may_be_same(one, other, WORDS)
    assert may_be_same(other, one, WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two nurses", "police sources"),
        ("a lawyer", "two government officials"),
        ("Tulian officials", "Brelian officials"),
        ("hospital officials", "police officials"),
    ],
)
def test_descriptions_that_exclude_each_other(one, other):
    assert not may_be_same(one, other, WORDS)


def test_one_of_them_tells_nothing_of_who_they_are():
    assert not is_specific("one of them", WORDS)
    assert is_specific("one of the nurses", WORDS)

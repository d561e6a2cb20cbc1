import pytest

from onrecord.times.patterns import compile_pattern, literals
from onrecord.times.tokens import make_codes, tokenise

CODES = make_codes(
    {
        "friday": frozenset({"WEEKDAY"}),
        "monday": frozenset({"WEEKDAY"}),
        "last": frozenset({"LAST", "=last"}),
        "and": frozenset({"=and"}),
        ",": frozenset({"=,"}),
    },
    frozenset(),
    frozenset(),
)
MACROS = {"DAYNAME": "LAST? weekday=WEEKDAY"}


def match(pattern, text, at=0):
    return compile_pattern(pattern, CODES, MACROS).match(tokenise(text, CODES).codes, at)


def test_a_slot_gives_back_its_tokens_by_number():
    assert match("direction=LAST weekday=WEEKDAY", "last Friday") == {
        "": (0, 2),
        "direction": (0, 1),
        "weekday": (1, 2),
    }


def test_a_part_that_may_be_missing_has_no_slot_then():
    assert match("direction=LAST? weekday=WEEKDAY", "Friday") == {"": (0, 1), "weekday": (0, 1)}


def test_one_of_several_ways_is_enough():
    assert match("(last|and) WEEKDAY", "and Friday") == {"": (0, 2)}
    assert match("(last|and) WEEKDAY", "or Friday") is None


def test_a_repeat_ends_after_five():
    assert match("WEEKDAY*", "Friday " * 9) == {"": (0, 5)}


def test_a_macro_is_read_where_it_stands():
    assert match("DAYNAME and DAYNAME", "last Friday and Monday") is not None


def test_a_pattern_that_matches_nothing_is_no_match():
    assert match("WEEKDAY?", "ferry") is None


def test_a_pattern_knows_what_it_can_begin_with():
    pattern = compile_pattern("last? WEEKDAY", CODES, MACROS)
    assert pattern.first == set(CODES.belonging_to("LAST") + CODES.belonging_to("WEEKDAY"))


@pytest.mark.parametrize("pattern", ["(WEEKDAY", "WEEKDAY)", "NOCLASS", "noword"])
def test_a_pattern_that_is_not_well_formed_is_refused_and_named(pattern):
    with pytest.raises(ValueError, match=r"WEEKDAY|NOCLASS|noword"):
        compile_pattern(pattern, CODES, MACROS)


def test_words_that_stand_for_themselves_are_listed():
    assert literals(["last WEEKDAY", "(and|,) slot=MONTH"]) == {"last", "and", ","}

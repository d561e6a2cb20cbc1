from onrecord.record import SourceMerge, UltimateSource
from onrecord.stories.sources.independence import describe_source, is_shown, weigh_independence


def source(name, kind="person", **more):
    return UltimateSource(
        f"s-{name}", name, kind, more.pop("unnamed", False), ("a",), (name,), **more
    )


def test_the_steps_add_up_and_say_why():
    merge = SourceMerge("s-Ada Wick", "Ada Wick", "Wick", "R2", "“Wick” and “Ada Wick” are one")
    found = weigh_independence((source("Ada Wick"), source("survey", "document")), (merge,))
    assert (found.min, found.max) == (2, 2)
    assert found.why[-1].reason == merge.reason


def test_an_unknown_source_counts_only_where_there_is_no_other():
    unknown = source("unknown source", "unknown", unnamed=True, outlet="Tarn Lantern")
    assert weigh_independence((unknown,)).min == 1
    assert weigh_independence((unknown, source("Ada Wick"))).max == 1


def test_an_outlet_that_does_not_say_how_it_knows_may_have_seen_it():
    own = source("reporter of Tarn Lantern", "observation", outlet="Tarn Lantern", inferred=True)
    assert weigh_independence((own,)).min == 1
    both = weigh_independence((own, source("Ada Wick")))
    assert (both.min, both.max) == (1, 2)
    assert not is_shown(own, (own, source("Ada Wick")))


def test_a_source_is_described_with_its_outlet_or_its_people():
    officials = source("two officials", "group", unnamed=True, outlet="Tarn Lantern")
    assert describe_source(officials) == "two officials (Tarn Lantern)"
    assert describe_source(source("survey", "document", unnamed=True, outlet="Tarn Lantern")) == (
        "survey seen by Tarn Lantern"
    )

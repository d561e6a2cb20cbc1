from onrecord.record import Claim, UltimateSource
from onrecord.stories.assertions.contradictions import find_contradictions
from tests.stories.sourced_pages import sourced, tell

EARLY = sourced("Tarn Lantern", "Twelve people were treated after the leak.", day=1)
LATE = sourced("Marsh Weekly", "Nineteen people were treated after the leak.", day=2)


def claim(identity, text, page, *, source="", denier=""):
    def made(name):
        return (
            UltimateSource(f"s-{name}", name, "organisation", False, (page.article.id,), (name,)),
        )

    return Claim(
        identity,
        text,
        (tell(page, page.article.text),),
        made(source) if source else (),
        made(denier) if denier else (),
        story="one",
    )


def test_two_sources_with_two_numbers_of_one_thing_contradict_each_other():
    claims = (
        claim("a", "Twelve people were treated after the leak.", EARLY, source="fire brigade"),
        claim("b", "Nineteen people were treated after the leak.", LATE, source="hospital"),
    )
    (found,) = find_contradictions(claims, (EARLY, LATE))
    assert (found.first, found.second, found.kind, found.superseded) == ("a", "b", "number", False)


def test_a_later_figure_of_the_same_source_supersedes_and_is_no_contradiction():
    claims = (
        claim("b", "Nineteen people were treated after the leak.", LATE, source="fire brigade"),
        claim("a", "Twelve people were treated after the leak.", EARLY, source="fire brigade"),
    )
    (found,) = find_contradictions(claims, (EARLY, LATE))
    assert (found.first, found.second, found.superseded) == ("a", "b", True)


def test_a_weaker_number_leaves_room_for_a_stronger_one():
    claims = (
        claim(
            "a", "At least twelve people were treated after the leak.", EARLY, source="fire brigade"
        ),
        claim("b", "Nineteen people were treated after the leak.", LATE, source="hospital"),
    )
    assert find_contradictions(claims, (EARLY, LATE)) == ()


def test_numbers_of_two_things_are_no_contradiction():
    claims = (
        claim("a", "Twelve people were treated after the leak.", EARLY, source="fire brigade"),
        claim("b", "The plant employs 260 people.", LATE, source="owner"),
    )
    assert find_contradictions(claims, (EARLY, LATE)) == ()


def test_whoever_denies_one_figure_and_gives_another_makes_them_contradict():
    claims = (
        claim(
            "a", "The ferry carried 231 passengers.", EARLY, source="coastguard", denier="Varn Line"
        ),
        claim("b", "212 passengers were travelling on the Havtern.", LATE, source="Varn Line"),
    )
    (found,) = find_contradictions(claims, (EARLY, LATE))
    assert found.kind == "number"


def test_a_claim_and_its_negation_contradict_each_other():
    claims = (
        claim("a", "The valve of the plant was faulty.", EARLY, source="inspectors"),
        claim("b", "The valve of the plant was not faulty.", LATE, source="owner"),
    )
    (found,) = find_contradictions(claims, (EARLY, LATE))
    assert found.kind == "denial"


def test_claims_of_two_stories_are_not_held_against_each_other():
    claims = (
        claim("a", "Twelve people were treated after the leak.", EARLY, source="fire brigade"),
        claim("b", "Nineteen people were treated after the leak.", LATE, source="hospital"),
    )
    apart = (
        claims[0],
        Claim("b", claims[1].text, claims[1].tellings, claims[1].sources, story="two"),
    )
    assert find_contradictions(apart, (EARLY, LATE)) == ()


def test_sums_of_money_for_two_things_are_no_contradiction():
    claims = (
        claim("a", "The new weir of Ostrel costs 310 million crowns.", EARLY, source="builder"),
        claim(
            "b", "The rent of the mill at the weir is nine million crowns.", LATE, source="miller"
        ),
    )
    assert find_contradictions(claims, (EARLY, LATE)) == ()


def test_two_prices_of_one_thing_are_one():
    claims = (
        claim("a", "The new weir of Ostrel costs 310 million crowns.", EARLY, source="builder"),
        claim("b", "The new weir will cost 365 million crowns.", LATE, source="treasurer"),
    )
    (found,) = find_contradictions(claims, (EARLY, LATE))
    assert found.kind == "number"

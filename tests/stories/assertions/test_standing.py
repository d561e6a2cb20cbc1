from onrecord.stories.assertions.standing import read_standing
from onrecord.stories.assertions.wordings import tokenise


def standing_of(text):
    tokens = tokenise(text, 0, len(text), "en")
    return tokens, read_standing(tokens, "en")


def negated(text):
    tokens, standing = standing_of(text)
    return {tokens[at].word for at in standing.negated}


def test_a_negated_verb_negates_its_clause():
    assert {"guard", "warned"} <= negated("The guard was not warned, the mayor said.")
    assert "mayor" not in negated("The guard was not warned, the mayor said.")


def test_no_negates_what_stands_behind_it():
    assert "meeting" in negated("There was no meeting")
    assert "minister" not in negated("The minister held no meeting")


def test_not_only_negates_nothing():
    assert negated("Not only the guard was warned") == set()


def test_that_is_not_true_calls_something_false():
    assert standing_of("That is not true.")[1].verdicts
    assert standing_of("That figure is wrong.")[1].verdicts


def test_who_does_not_deny_denies_nothing():
    assert standing_of("The firm denied the report.")[1].denying
    assert not standing_of("The firm did not deny the report.")[1].denying


def test_declining_to_comment_is_no_denial():
    standing = standing_of("The firm declined to comment.")[1]
    found = (standing.denying, standing.verdicts, standing.answers, standing.negated)
    assert not any(found)


def test_no_as_an_answer_is_an_answer():
    assert standing_of("“No, we kept the keys.”")[1].answers
    assert not standing_of("No key was lost.")[1].answers


def test_the_month_of_may_doubts_nothing():
    assert not standing_of("The bridge closed in May")[1].modal
    assert standing_of("The bridge may close")[1].modal

"""Claims and what stands against them."""

from __future__ import annotations

from onrecord.events import find_contests
from onrecord.record import Contest, Statement
from tests.events.samples import article_of, sentences_of, statement_of


def contests_of(text: str, *statements: Statement) -> tuple[Contest, ...]:
    return find_contests(article_of(text), statements, (), sentences_of(text))


def test_a_denial_is_held_against_the_claim_before_it() -> None:
    text = "Ostia claims that Selm burns. Verda denied the claim."
    claim = statement_of(text, "that Selm burns", "claims", "claims")
    denial = statement_of(text, "the claim", "denied", "denies")
    [found] = contests_of(text, claim, denial)
    assert (found.kind, found.claim_statement, found.against_statement) == (
        "denial", claim.id, denial.id,
    )  # fmt: skip


def test_a_claim_comes_before_a_nearer_statement() -> None:
    text = "Ostia claims that Selm burns, and a clerk said it rains. Verda denied it."
    claim = statement_of(text, "that Selm burns", "claims", "claims")
    remark = statement_of(text, "it rains", "said")
    [found] = contests_of(text, claim, remark)
    assert found.claim_statement == claim.id


def test_nobody_denies_their_own_words() -> None:
    text = "Ostia said that Selm burns. Ostia denied the report."
    said = statement_of(text, "that Selm burns", "said")
    denial = statement_of(text, "the report", "denied", "denies")
    assert contests_of(text, said, Statement(
        denial.id, "indirect", denial.content, denial.cue, None, said.chain, "denies"
    )) == ()  # fmt: skip


def test_the_outlets_doubt_is_of_no_statement() -> None:
    text = "Ostia claims that Selm burns. No evidence was provided."
    claim = statement_of(text, "that Selm burns", "claims", "claims")
    [found] = contests_of(text, claim)
    assert (found.kind, found.against_statement) == ("doubt", None)
    assert found.against.cut(text) == "No evidence was provided"


def test_somebodys_doubt_is_a_denial() -> None:
    text = "Ostia claims that Selm burns. The king said there is no evidence of that."
    claim = statement_of(text, "that Selm burns", "claims", "claims")
    doubt = statement_of(text, "there is no evidence of that", "king said")
    [found] = contests_of(text, claim, doubt)
    assert (found.kind, found.against_statement) == ("denial", doubt.id)


def test_without_a_claim_there_is_no_contest() -> None:
    assert contests_of("Verda denied the report.") == ()


def test_evidence_that_was_given_is_no_doubt() -> None:
    text = "Ostia claims that Selm burns. It provided evidence."
    claim = statement_of(text, "that Selm burns", "claims", "claims")
    assert contests_of(text, claim) == ()

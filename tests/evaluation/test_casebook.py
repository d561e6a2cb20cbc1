from pathlib import Path

import pytest

from evaluation.casebook import GoldLink, read_cases

CASEBOOK = Path(__file__).parents[1] / "casebook"

CASE = """# Relays

Words before the first case are for the reader.

## Two papers

Why this matters,
in two lines.

outlet: Harbour Gazette

> "We leave," she said, "before the tide." Later the mayor said the pier
> was safe, officials said.
>
> Nobody said more.

- says: ""We leave,"" | ""before the tide.""
  cue: "said"
  source: "she"
  mode: direct
  stance: states
  via: Northern Star (outlet, explicit)
  via: Polar News (outlet, unnamed, implied)
  origin: Dara Quill (person, inferred)
  title: "Mayor"
- says: "the pier was safe"
  cue: "officials said"
  source: none
  mode: indirect
  stance: denies
  to: "the mayor"
  origin: officials (group, unnamed, explicit)
  because: "Nobody said more"
"""


@pytest.fixture
def parse(tmp_path):
    def run(text):
        path = tmp_path / "page.md"
        path.write_text(text)
        return read_cases(path)

    return run


def test_a_case_has_its_name_reason_outlet_and_passage(parse):
    (case,) = parse(CASE)
    assert (case.name, case.outlet) == ("Two papers", "Harbour Gazette")
    assert case.why == "Why this matters, in two lines."
    assert case.passage.endswith("said the pier was safe, officials said.\n\nNobody said more.")
    assert case.place == "page.md:5"


def test_the_words_of_a_statement_become_spans_of_the_passage(parse):
    (case,) = parse(CASE)
    first, second = case.statements
    assert [span.cut(case.passage) for span in first.content] == [
        '"We leave,"',
        '"before the tide."',
    ]
    assert [span.cut(case.passage) for span in second.because] == ["Nobody said more"]
    assert (second.source, first.addressee) == ((), ())
    assert second.line == CASE[: CASE.index('- says: "the')].count("\n") + 1


def test_a_cue_is_the_one_nearest_to_its_content(parse):
    (case,) = parse(CASE)
    assert case.statements[0].cue[0].start == case.passage.index("said")


def test_relays_stand_before_the_origin(parse):
    (case,) = parse(CASE)
    assert case.statements[0].links == (
        GoldLink("Northern Star", "outlet", False, "explicit"),
        GoldLink("Polar News", "outlet", True, "implied"),
        GoldLink("Dara Quill", "person", False, "inferred"),
    )


def test_the_same_words_said_twice_are_two_places(parse):
    text = CASE.partition("- says")[0].replace("Nobody said more.", "Ann said no. Bob said no.")
    item = '- says: "no"\n  cue: "said"\n  source: "{0}"\n  mode: indirect\n  stance: states\n'
    item += "  origin: {0} (person, explicit)\n"
    (case,) = parse(text + item.format("Ann") + item.format("Bob"))
    first, second = case.statements
    assert first.content != second.content
    assert second.source[0].start == case.passage.index("Bob")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('says: "the pier was safe"', 'says: "the pier was unsafe"', "says: "),
        ('cue: "officials said"', 'cue: "fficials said"', "cue: "),
        ('source: "she"', 'source: "he"', "source: "),
        ('because: "Nobody said more"', 'because: "nobody said more"', "because: "),
        ('cue: "said"', "cue: said", "cue: "),
        ("mode: direct", "mode: straight", "mode: "),
        ("stance: denies", "stance: refuses", "stance: "),
        ("origin: Dara Quill (person, inferred)", "origin: Dara Quill (person)", "origin: "),
        ("(group, unnamed, explicit)", "(crowd, unnamed, explicit)", "origin: "),
        ("  title:", "  rank:", "there is no field"),
        ('- says: "the', '* says: "the', "this is neither"),
    ],
)
def test_a_malformed_line_is_refused_with_file_and_number(parse, old, new, words):
    number = CASE[: CASE.index(old)].count("\n") + 1
    with pytest.raises(ValueError, match=rf"page\.md:{number}: {words}"):
        parse(CASE.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  stance: denies\n", "", "the statement lacks stance"),
        ("  source: none\n", "  source: none\n  source: none\n", "stands twice"),
        ("outlet: Harbour Gazette", "", r"md:5: the case 'Two papers' lacks"),
    ],
)
def test_a_case_that_lacks_or_doubles_something_is_refused(parse, old, new, words):
    with pytest.raises(ValueError, match=words):
        parse(CASE.replace(old, new, 1))


FILES = sorted(path for path in CASEBOOK.glob("*/*.md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_page_of_the_casebook_can_be_read(path):
    cases = read_cases(path)
    assert cases
    assert any(case.statements for case in cases)


def test_a_folder_is_read_in_the_order_of_its_pages():
    places = [case.place.split(":")[0] for case in read_cases(CASEBOOK / "tuned")]
    assert places == sorted(places)

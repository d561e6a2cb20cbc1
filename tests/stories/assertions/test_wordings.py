from onrecord.stories.assertions.wordings import nearness, same_name, stem_of, tokenise


def lemmas(text):
    return [one.lemma for one in tokenise(text, 0, len(text), "en") if not one.small]


def test_a_word_is_compared_by_its_base_form():
    assert lemmas("The thieves were using keys") == ["thief", "use", "key"]


def test_a_genitive_leaves_the_name_alone():
    assert lemmas("Marlow's harbour") == ["marlow", "harbour"]


def test_figures_with_commas_are_one_word():
    assert "1,200" in lemmas("1,200 jobs")


def test_the_same_word_is_nearer_than_one_of_its_stem_and_that_nearer_than_a_synonym():
    assert nearness("insure", "insure", "en") == 1
    assert 1 > nearness("insure", "insurance", "en") > nearness("truce", "ceasefire", "en") > 0


def test_words_that_only_begin_alike_are_strangers():
    assert nearness("contract", "contradict", "en") == 0
    assert stem_of("contract", "en") != stem_of("contradict", "en")


def test_a_people_has_the_name_of_its_country():
    assert same_name("kestria", "kestrian", "en")
    assert not same_name("kestria", "kessel", "en")


def test_a_megabyte_without_a_space_is_read_in_one_pass():
    text = "a’" * 500_000 + "1,1" * 100_000
    assert tokenise(text, 0, len(text), "en")

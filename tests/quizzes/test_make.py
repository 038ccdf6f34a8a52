import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.kinds import KINDS
from quizzes.make import bank_of, make_quiz, with_telling_words
from quizzes.words import names
from tests.quizzes.entries import make_entry, six

SLUGS = [kind.slug for kind in KINDS]


@given(seed=st.integers(0, 2**62), kinds=st.permutations(SLUGS), count=st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_every_quiz_keeps_its_promises(seed, kinds, count):
    entries = {entry.slug: entry for entry in six()}

    quiz = make_quiz(bank_of(entries.values()), kinds[:count], seed)

    assert len(quiz) == 6
    assert len({item.entry for item in quiz}) == 6
    for item in quiz:
        body, scoring = item.question.body, item.question.scoring
        key = scoring["key"]
        assert scoring["entries"][key] == item.entry
        assert 3 <= len(body["options"]) <= 4
        ids = [option["id"] for option in body["options"]]
        texts = {option["id"]: option["text"] for option in body["options"]}
        assert len(set(ids)) == len(set(texts.values())) == len(ids)
        assert set(scoring["why"]) == set(scoring["entries"]) == set(ids)
        assert all(scoring["why"].values())
        if item.kind != "term-to-fix":
            assert not names(" ".join(body["shown"]), entries[item.entry].all_names)
        else:
            assert not names(texts[key], entries[item.entry].all_names)


def test_the_same_seed_gives_the_same_quiz_in_any_order_of_entries():
    assert make_quiz(bank_of(six()), SLUGS, 7) == make_quiz(bank_of(six()[::-1]), SLUGS, 7)
    assert make_quiz(bank_of(six()), SLUGS, 7) != make_quiz(bank_of(six()), SLUGS, 8)


def test_the_place_of_the_key_is_even():
    places = [0, 0, 0, 0]
    for seed in range(100):
        for item in make_quiz(bank_of(six()), SLUGS, seed):
            ids = [option["id"] for option in item.question.body["options"]]
            if len(ids) == 4:
                places[ids.index(item.question.scoring["key"])] += 1
    assert min(places) > 0.8 * sum(places) / 4


def test_the_kinds_take_turns():
    quiz = make_quiz(bank_of(six()), SLUGS, 3, length=6)
    assert [item.kind for item in quiz] == [*SLUGS, *SLUGS]


def test_a_quiz_is_no_longer_than_asked():
    assert len(make_quiz(bank_of(six()), SLUGS, 1, length=2)) == 2


def test_fewer_than_four_entries_make_no_quiz():
    assert make_quiz(bank_of(six()[:3]), SLUGS, 1) == ()
    assert make_quiz(bank_of([]), SLUGS, 1) == ()


def test_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError, match="riddle"):
        make_quiz(bank_of(six()), ["riddle"], 1)


def test_an_entry_that_one_kind_cannot_ask_for_is_asked_for_by_another():
    silent = make_entry("rate-too-high", [], [], definition="", summary="Rate too high")
    fixable = make_entry(
        "rate-too-high", [], ["Divide the step by ten"], definition="", summary="Rate too high"
    )

    without = make_quiz(bank_of([silent, *six()[1:]]), SLUGS, 5)
    asked = make_quiz(bank_of([fixable, *six()[1:]]), SLUGS, 5)

    assert "rate-too-high" not in {item.entry for item in without}
    assert [item.kind for item in asked if item.entry == "rate-too-high"] == ["term-to-fix"]


def test_words_that_few_entries_use_are_telling():
    [first, *_] = with_telling_words(
        [make_entry("odd-rate", [], [], definition="Nothing."), *six()]
    )
    assert "odd" in first.telling

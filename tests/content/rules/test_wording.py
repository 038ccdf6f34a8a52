"""Lists do not repeat, one source is primary, phrasings belong to one symptom."""

import pytest

from content.rules.wording import same_line, same_words
from tests.content.faults import (
    HIGH,
    LOSS,
    assert_only_problem_is_at,
    assert_problem_after,
    messages_of,
    problems_of,
)
from tests.small_content import edited

pytestmark = pytest.mark.usefixtures("small_engine")


def test_good_wording_has_no_problems(files):
    assert problems_of(files) == []


def test_entry_without_a_primary_reference_is_a_problem(files):
    edit = (HIGH, "primary: true", "primary: false")

    assert_problem_after(edit, files, "no reference is primary")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "symptom: loss-diverges",
            "symptom: loss-oscillates",
            "'loss-oscillates' is listed twice",
        ),
        (
            "symptom: loss-falls-slowly",
            "symptom: loss-diverges",
            "'loss-diverges' is listed twice",
        ),
        ("title: Clip the gradient", "title: Divide the rate by ten", "listed twice"),
        ("papers/2", "papers/1", "listed twice"),
    ],
)
def test_repeated_value_of_a_list_is_a_problem(files, old, new, message):
    assert_problem_after((HIGH, old, new), files, message)


def test_phrasing_of_another_symptom_is_a_problem(files):
    edit = (LOSS, "loss-oscillates said in way one", "Loss-diverges  said in way ONE.")

    assert_problem_after(edit, files, "is used by loss-oscillates too")


def test_phrasing_of_another_symptom_has_its_line(files):
    phrasing = "loss-oscillates said in way one"
    edit = (LOSS, "loss-diverges said in way three", phrasing)

    assert_only_problem_is_at(phrasing, edit, files)


def test_phrasing_of_another_symptom_with_other_numbers_is_a_problem(files):
    first = edited(files, LOSS, "loss-oscillates said in way one", "worker (pid 4121) was killed")
    edit = (LOSS, "loss-diverges said in way three", "'Worker (pid 7) was \"killed\"'")

    assert_problem_after(edit, first, "is used by loss-oscillates too")


def test_phrasings_of_numbers_alone_are_told_apart_by_them(files):
    first = edited(files, LOSS, "loss-oscillates said in way one", '"0.9, 0.4, 1.1"')
    second = edited(first, LOSS, "loss-diverges said in way three", '"0.9, 14, 2900"')

    assert problems_of(second) == []


def test_phrasings_that_differ_in_case_count_once(files):
    same = edited(
        files, LOSS, "loss-oscillates said in way one", "Loss-oscillates said in way two!"
    )
    same = edited(
        same, LOSS, "loss-oscillates said in way three", "LOSS-oscillates  said in way two"
    )

    assert messages_of(same) == ["7 distinct phrasings, 8 are needed"]


@pytest.mark.parametrize("text", ["It\u2019s  NaN!", " it's nan. ", "IT'S NAN ?"])
def test_case_spaces_and_end_marks_make_no_difference(text):
    assert same_words(text) == "it's nan"


def test_other_words_make_a_difference():
    assert same_words("loss is nan") != same_words("loss, is nan")


@pytest.mark.parametrize(
    "text",
    [
        "Step 12: `loss` is 2.3e-05, 50% of 'it'",
        "step 7: loss is 1,024, -3% of it",
        "STEP 0: \u201closs\u201d is +1, 2 of it!",
    ],
)
def test_numbers_and_quotes_make_no_difference_to_a_line(text):
    assert same_line(text) == "step : loss is , of it"


def test_digits_inside_words_stay_in_a_line():
    assert same_line("fp16 on conv2, bs=8") == "fp16 on conv2, bs="


def test_a_line_of_numbers_keeps_them():
    assert same_line("0.9, 14, 2900") == "0.9, 14, 2900"

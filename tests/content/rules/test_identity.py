"""Names are unique, in the right file, and never used before."""

import pytest

from tests.content.faults import HIGH, LOSS, SPEED, assert_problem_after, problems_of
from tests.small_content import edited

pytestmark = pytest.mark.usefixtures("small_engine")


def test_good_names_have_no_problems(files):
    assert problems_of(files) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (HIGH, "id: LY-0050", "id: LY-0051", "id 'LY-0051' is used already"),
        (HIGH, "term: Rate too high", "term: Rate too low", "term 'Rate too low' is used already"),
        (
            SPEED,
            "slug: step-is-slow",
            "slug: loss-diverges",
            "slug 'loss-diverges' is used already",
        ),
    ],
)
def test_name_of_another_record_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (HIGH, "id: LY-0050", "id: LY-0900", "id LY-0900 belongs to a retired entry"),
        (
            "retired.yaml",
            "slug: old-name",
            "slug: rate-too-high",
            "slug rate-too-high belongs to a retired entry",
        ),
    ],
)
def test_name_of_a_retired_entry_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            HIGH,
            "slug: rate-too-high",
            "slug: other-name",
            "slug other-name differs from the file name",
        ),
        (
            HIGH,
            "chapter: optimization",
            "chapter: vision",
            "chapter vision differs from the folder optimization",
        ),
        (
            SPEED,
            "group: speed",
            "group: memory",
            "group memory differs from the file name speed.yaml",
        ),
    ],
)
def test_record_in_another_file_than_its_own_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


def merged(files, path, slug, formerly):
    return edited(files, path, f"slug: {slug}\n", f"slug: {slug}\n  formerly: [{formerly}]\n")


def test_slug_of_a_merged_symptom_has_no_problem(files):
    assert problems_of(merged(files, LOSS, "loss-diverges", "loss-explodes")) == []


def test_former_slug_that_a_symptom_has_is_a_problem(files):
    edit = (LOSS, "slug: loss-diverges\n", "slug: loss-diverges\n  formerly: [step-is-slow]\n")

    assert_problem_after(edit, files, "step-is-slow is the slug of a symptom")


def test_former_slug_of_two_symptoms_is_a_problem(files):
    first = merged(files, LOSS, "loss-oscillates", "loss-swings")
    edit = (SPEED, "slug: step-is-slow\n", "slug: step-is-slow\n  formerly: [loss-swings]\n")

    assert_problem_after(edit, first, "loss-swings is listed by loss-oscillates already")

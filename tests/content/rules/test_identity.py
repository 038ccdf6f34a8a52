"""Names are unique, in the right file, and never used before."""

import pytest

from tests.content.faults import HIGH, SPEED, assert_problem_after, problems_of

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

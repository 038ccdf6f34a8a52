"""Records and links refer to records that exist."""

import pytest

from tests.content.faults import (
    HIGH,
    LOSS,
    LOW,
    assert_only_problem_is_at,
    assert_problem_after,
    messages_of,
    problems_of,
)
from tests.small_content import edited

pytestmark = pytest.mark.usefixtures("small_engine")


def test_references_that_resolve_have_no_problems(files):
    assert problems_of(files) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (HIGH, "symptom: loss-oscillates", "symptom: nothing", "no symptom nothing"),
        (HIGH, "symptom: loss-falls-slowly", "symptom: nothing", "no symptom nothing"),
        (HIGH, "check: learning-rate-sweep", "check: nothing", "no check nothing"),
        (
            HIGH,
            "  - type: masks\n    failure_mode: rate-too-low",
            "  - type: masks\n    failure_mode: nothing",
            "no published or planned entry nothing",
        ),
        (HIGH, "preset: oscillates", "preset: nothing", "no curve nothing"),
        ("chapters.yaml", "curve: oscillates", "curve: nothing", "no curve nothing"),
        ("chapters.yaml", "slug: optimization", "slug: optimisation", "no chapter optimization"),
        ("checks.yaml", "symptom: loss-diverges", "symptom: nothing", "no symptom nothing"),
        ("retired.yaml", "survivor: rate-too-low", "survivor: nothing", "no entry nothing"),
        (LOW, "status: stable", "status: draft", "rate-too-low is a draft"),
    ],
)
def test_reference_to_a_missing_record_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            HIGH,
            "The step is longer",
            "See [it](/e/nothing/). The step is longer",
            "the link /e/nothing/ leads nowhere",
        ),
        (
            "checks.yaml",
            "1. Take one batch.",
            "1. See [it](/s/nothing/).",
            "the link /s/nothing/ leads nowhere",
        ),
    ],
)
def test_link_to_a_missing_page_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


def test_link_to_a_page_that_exists_is_no_problem(files):
    linked = "See [it](/e/rate-too-low/#fix), [this](/s/loss-diverges/). The step is longer"

    assert problems_of(edited(files, HIGH, "The step is longer", linked)) == []


def test_link_to_a_missing_page_has_its_line(files):
    edit = (HIGH, "The step is", "[x](/e/nothing/) The step is")

    assert_only_problem_is_at("[x]", edit, files)


def test_faulty_record_is_not_reported_as_missing_too(files):
    messages = messages_of(edited(files, LOSS, "background: 0.05", "background: 5"))

    assert [message.split(":")[0] for message in messages] == ["background"]

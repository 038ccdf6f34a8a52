"""What an entry still lacks is named, and nothing else."""

import pytest

from content.completeness import missing_parts, states_of, tried_by_hand
from tests.small_content import entry, small_content

SIGN = {"symptom": "loss-oscillates", "frequency": 5, "evoking": 5}
OTHERS = [
    {"symptom": name, "frequency": 2, "evoking": 1}
    for name in ("loss-diverges", "step-is-slow", "loss-falls-slowly")
]
EXPECTS = {
    "difference": "`lr = 10.0` against `lr = 0.1`",
    "explanation": "They differ.",
    "expect": ["bad.train_loss.last > 0"],
}
WHOLE = {
    "indications": [SIGN, *OTHERS],
    "contra_indications": [],
    "example": EXPECTS,
    "no_specimen": None,
}


def points(cases=40, **fields):
    return list(
        missing_parts(entry("rate-too-high", 50, "rate-too-low", **{**WHOLE, **fields}), cases)
    )


def test_a_whole_entry_lacks_nothing():
    assert points() == []


@pytest.mark.parametrize(
    ("fields", "point"),
    [
        ({"cases": 39}, "39 cases, 40 are wanted"),
        ({"example": None}, "no specimen, and no reason for that"),
        ({"example": {**EXPECTS, "expect": []}}, "the specimen expects nothing of its recordings"),
        ({"indications": [SIGN]}, "1 signs, 4 are wanted"),
        ({"indications": [{**SIGN, "evoking": 3}, *OTHERS]}, "no sign sets it apart"),
        ({"sightings": []}, "no sighting"),
        ({"references": []}, "no primary reference"),
    ],
)
def test_a_missing_part_is_named(fields, point):
    assert points(**fields) == [point]


def test_a_reason_stands_for_a_specimen():
    assert points(example=None, no_specimen="It needs a cluster.") == []


@pytest.mark.parametrize("entry_class", ["habit", "pointer", "normal"])
def test_advice_and_normal_pages_need_no_signs(entry_class):
    assert points(entry_class=entry_class, indications=[], sightings=[]) == []


def test_outcomes_that_no_recording_decides_are_tried_by_hand():
    one = entry("rate-too-high", 50, "rate-too-low")

    assert list(tried_by_hand(one, {"loss-diverges"})) == [
        "learning-rate-sweep: A tenth of it trains."
    ]
    assert len(list(tried_by_hand(one, set()))) == 2


def test_a_usual_sign_that_the_bad_run_does_not_show_is_named():
    usual = {"symptom": "loss-diverges", "frequency": 4, "evoking": 4}
    high = entry("rate-too-high", 50, "rate-too-low", indications=[usual])
    low = entry("rate-too-low", 51, "rate-too-high", example=None, indications=[usual])
    content = small_content(failure_modes=(high, low))

    shown = {state.entry.slug: state.open_points for state in states_of(content, {})}

    assert "the bad run does not show loss-diverges" in shown["rate-too-high"]
    assert not any("does not show" in point for point in shown["rate-too-low"])


def test_a_note_says_why_a_sign_is_not_shown():
    usual = {"symptom": "loss-diverges", "frequency": 4, "evoking": 4, "note": "In long runs."}
    high = entry("rate-too-high", 50, "rate-too-low", indications=[usual])
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    content = small_content(failure_modes=(high, low))

    [state, _] = states_of(content, {"rate-too-high": 41})

    assert not any("does not show" in point for point in state.open_points)
    assert state.cases == 41
    assert state.has_specimen

"""Wordings that the writing guide strikes are refused."""

import pytest

from content.rules import phrases
from tests.parsed import parsed
from tests.small_content import check, edited, entry, small_files, symptom
from tests.together import together


def messages(rule, **fields):
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    changed = entry("rate-too-high", 50, "rate-too-low", **fields)
    files = small_files(failure_modes=(changed, low))
    return [problem.message for problem in rule(parsed(files))]


def test_plain_texts_are_no_problem():
    assert messages(phrases.texts_are_plain) == []
    assert messages(phrases.look_alikes_name_both_sides) == []


@together(
    "text",
    [
        "It learns the batch by heart.",
        "Start the run anew.",
        "This mends it.",
        "The loss is restless.",
        "Put it beside the curve.",
        "The surest sign of all.",
        "The loss is almost always high.",
        "The loss is that of a guess.",
        "It falls by 5 % at once.",
        "The largest value is 65504 there.",
        "Set PYTORCH_CUDA_ALLOC_CONF first.",
    ],
)
def test_a_struck_wording_is_a_problem(text):
    [message] = messages(phrases.texts_are_plain, definition=text)

    assert message.startswith('"')


def test_the_old_name_of_a_setting_may_stand_in_brackets():
    text = "Set `PYTORCH_ALLOC_CONF` (before 2.9: `PYTORCH_CUDA_ALLOC_CONF`)."

    assert messages(phrases.texts_are_plain, definition=text) == []


@pytest.mark.parametrize(
    "text", ["There the loss falls.", "The data stayed there; here the model stayed."]
)
def test_a_look_alike_that_points_is_a_problem(text):
    look_alikes = [
        {"failure_mode": "rate-too-low", "tell_apart": text},
        {"failure_mode": "planned-one", "tell_apart": "The planned one is normal."},
    ]

    assert len(messages(phrases.look_alikes_name_both_sides, look_alikes=look_alikes)) == 1


def test_symptoms_and_checks_are_read_and_phrasings_are_not():
    files = small_files(
        symptoms=(
            symptom("loss-oscillates", measure="It is restless."),
            symptom("loss-diverges", phrasings=["it is restless"] * 8),
        ),
        checks=(check("learning-rate-sweep", ["loss-diverges"], summary="Start anew."),),
    )

    problems = list(phrases.texts_are_plain(parsed(files)))

    paths = sorted(problem.path for problem in problems)
    assert paths == ["checks.yaml", "symptoms/loss.yaml"]


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("chapters.yaml", "It says what to check first."),
        ("glossary.yaml", "One update of the"),
        ("views.yaml", "What to read first."),
    ],
)
def test_chapters_glossary_and_views_are_plain_too(path, old):
    files = edited(small_files(), path, old, "The surest of all.")

    [problem] = phrases.texts_are_plain(parsed(files))

    assert (problem.path, problem.message) == (path, '"surest": no superlatives')

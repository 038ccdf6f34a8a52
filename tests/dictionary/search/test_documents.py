from django.urls import set_script_prefix

from dictionary.search.documents import documents_of
from tests.small_content import entry, small_content


def documents(**changes):
    return {document.url: document for document in documents_of(small_content(**changes))}


def test_entries_symptoms_and_checks_have_documents():
    assert set(documents()) == {
        "/e/rate-too-high/",
        "/e/rate-too-low/",
        "/s/loss-oscillates/",
        "/s/loss-diverges/",
        "/s/step-is-slow/",
        "/checks/learning-rate-sweep/",
        "/checks/second-check/",
    }


def test_an_entry_is_found_by_id_slug_and_aliases():
    high = documents()["/e/rate-too-high/"]

    assert high.names.splitlines() == [
        "LY-0050",
        "rate-too-high",
        "rate-too-high alias",
        "Error: 'loss' # nan",
    ]


def test_the_body_is_plain_words():
    high = documents()["/e/rate-too-high/"]

    assert "The step is longer than the valley is wide." in high.body
    assert "Divide the rate by ten. Set it lower." in high.body
    assert "overshoots when η>2L." in high.body
    assert "$" not in high.body


def test_symptoms_against_an_entry_are_not_in_its_body():
    high = documents()["/e/rate-too-high/"]

    assert "Loss oscillates\nLoss diverges" in high.body
    assert "Loss falls slowly" not in high.body


def test_frequent_symptoms_stand_first():
    indications = [
        {"symptom": "loss-diverges", "frequency": 2, "evoking": 4},
        {"symptom": "step-is-slow", "frequency": 5, "evoking": 1},
        {"symptom": "loss-oscillates", "frequency": 2, "evoking": 5},
    ]
    high = entry("rate-too-high", 50, "rate-too-low", indications=indications)

    body = documents(failure_modes=(high,))["/e/rate-too-high/"].body

    assert "Step is slow\nLoss oscillates\nLoss diverges" in body


def test_drafts_and_their_symptoms_have_no_documents():
    draft = entry("rate-too-high", 50, "rate-too-low", status="draft")

    assert set(documents(failure_modes=(draft,))) == {
        "/checks/learning-rate-sweep/",
        "/checks/second-check/",
    }


def test_addresses_do_not_depend_on_the_request():
    set_script_prefix("/below/")
    try:
        assert "/e/rate-too-high/" in documents()
    finally:
        set_script_prefix("/")

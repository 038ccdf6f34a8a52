import pytest

from content.content import HashedContent
from diagnostics_api.service.library import library_of
from tests.diagnostics_api.small import small_published
from tests.small_content import entry, small_content


def test_entries_symptoms_and_checks_are_found_by_slug():
    library = small_published().library

    assert library.entries["rate-too-high"].term == "Rate too high"
    assert library.symptoms["loss-diverges"].statement == "Loss diverges"
    assert library.checks["learning-rate-sweep"].title == "Learning rate sweep"
    assert (library.edition, library.name) == ("small", "2026.11")


def test_drafts_are_left_out():
    draft = entry("rate-too-low", 51, "rate-too-high", status="draft")
    high = small_content().failure_modes[0]

    library = library_of(HashedContent(small_content(failure_modes=(high, draft)), "e"))

    assert set(library.entries) == {"rate-too-high"}


def test_an_outcome_is_found_by_its_symptom():
    outcome = small_published().library.outcome("learning-rate-sweep", "loss-diverges")

    assert outcome.question == "Is there loss-diverges?"


@pytest.mark.parametrize("names", [("learning-rate-sweep", "nope"), ("nope", "loss-diverges")])
def test_an_unknown_outcome_raises_an_error(names):
    with pytest.raises(LookupError, match="nope"):
        small_published().library.outcome(*names)

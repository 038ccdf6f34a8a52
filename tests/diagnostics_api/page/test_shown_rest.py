from dataclasses import replace

import pytest

from diagnostics_api.page.shown_rest import Nearest, nearest_chapter, shown_normal
from engine.report import Diagnosis, NormalPage, Report, Resembles
from tests.diagnostics_api.small import small_published

LIBRARY = small_published().library
PAGE = NormalPage("rate-too-low", "Looked at 3.", "Up to 4.", "rate-too-high", ("it is\n low",))
HEALTHY = Report("healthy", (), (), (), (), (), {}, normal=(PAGE,))
UNKNOWN = Report("not-covered", (Diagnosis("rate-too-low", 0.2, ()),), (), (), (), (), {})


@pytest.mark.parametrize("verdict", ["healthy", "normal"])
def test_a_normal_page_shows_what_was_looked_at_and_where_it_ends(verdict):
    (shown,) = shown_normal(replace(HEALTHY, verdict=verdict), LIBRARY)

    assert shown.entry.slug == "rate-too-low"
    assert shown.said == ('"it is low"',)
    assert (shown.looked_at, shown.boundary) == ("Looked at 3.", "Up to 4.")
    assert shown.beyond.slug == "rate-too-high"


def test_a_failure_behind_the_boundary_may_not_be_written():
    page = replace(PAGE, beyond="planned-one")

    assert next(shown_normal(replace(HEALTHY, normal=(page,)), LIBRARY)).beyond is None


def test_beside_a_failure_nothing_is_called_fine():
    assert list(shown_normal(replace(HEALTHY, verdict="failure"), LIBRARY)) == []


def test_what_has_no_entry_leads_to_the_chapter_of_the_likeliest():
    assert nearest_chapter(UNKNOWN, LIBRARY) == Nearest("optimization", "Optimization")


def test_a_planned_entry_leads_to_its_own_chapter():
    planned = LIBRARY.planned["planned-one"].model_copy(update={"chapter": "elsewhere"})
    library = replace(LIBRARY, planned={"planned-one": planned}, chapters={"elsewhere": "There"})
    sounding = replace(UNKNOWN, resembles=Resembles("planned-one", "Planned one", 0.8))

    assert nearest_chapter(sounding, library) == Nearest("elsewhere", "There")


def test_a_chapter_is_named_for_no_other_verdict():
    assert nearest_chapter(replace(UNKNOWN, verdict="undecided"), LIBRARY) is None
    assert nearest_chapter(replace(UNKNOWN, diagnoses=()), LIBRARY) is None

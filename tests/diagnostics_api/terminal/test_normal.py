from dataclasses import replace

import pytest

from diagnostics_api.terminal.normal import TITLE, normal_lines
from engine.report import NormalPage, Report
from tests.diagnostics_api.small import small_published

LIBRARY = small_published().library
PAGE = NormalPage("rate-too-low", "Looked at 3.", "Up to 4.", "", ("it is low",))
REPORT = Report("normal", (), (), (), (), (), {}, normal=(PAGE,))


def lines(**changes):
    return list(normal_lines(replace(REPORT, **changes), LIBRARY))


def test_a_normal_page_is_listed_with_its_step_and_boundary():
    printed = lines()

    assert printed[:3] == ["", TITLE, "  * Rate too low (rate-too-low)"]
    assert '      you say: "it is low"' in printed
    assert "      Looked at 3." in printed
    assert any(line.startswith("      To be sure: ") for line in printed)
    assert "      Boundary: Up to 4." in printed


def test_words_alone_have_nothing_that_was_looked_at():
    assert "      Looked at 3." not in lines(normal=(replace(PAGE, looked_at=""),))


@pytest.mark.parametrize("changes", [{"verdict": "failure"}, {"normal": ()}])
def test_beside_a_failure_or_without_a_page_nothing_is_listed(changes):
    assert lines(**changes) == []

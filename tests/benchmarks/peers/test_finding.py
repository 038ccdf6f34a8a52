import pytest

from benchmarks.peers.finding import ERROR, NOTE, WARNING, Finding, scale


@pytest.mark.parametrize(
    ("own", "severity"),
    [("CRITICAL", ERROR), ("HIGH", ERROR), ("MEDIUM", WARNING), ("INFO", NOTE), ("new", NOTE)],
)
def test_severities_of_a_tool_are_ours(own, severity):
    assert scale("CRITICAL HIGH", "MEDIUM").severity(own) == severity


def test_a_note_is_no_report():
    assert Finding("rule", WARNING).is_reported
    assert not Finding("rule", NOTE).is_reported

"""The report names what each entry has and lacks, chapter by chapter."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.small_content import small_files, write_files

pytestmark = pytest.mark.usefixtures("small_engine")


@pytest.fixture
def folder(tmp_path):
    write_files(small_files(), tmp_path)
    (tmp_path / "cases").mkdir()
    lines = [json.dumps({"failure_mode": "rate-too-high", "text": f"case {n}"}) for n in range(41)]
    (tmp_path / "cases" / "optimization.jsonl").write_text("\n".join(lines))
    return tmp_path


def report(folder, *options):
    out = io.StringIO()
    call_command("content_report", f"--from={folder}", *options, stdout=out)
    return out.getvalue()


def line_with(text, part):
    [line] = [line for line in text.splitlines() if part in line and not line.startswith("Tried")]
    return " ".join(line.split())


def test_an_entry_has_its_class_specimen_and_cases(folder):
    text = report(folder)

    assert line_with(text, "rate-too-high   ") == "rate-too-high fault reason 41 cases"
    assert "Optimization: 2 entries, " in text


def test_open_points_stand_below_their_entry(folder):
    lines = report(folder).splitlines()

    place = next(n for n, line in enumerate(lines) if line.startswith("  rate-too-low"))
    assert "      0 cases, 40 are wanted" in lines[place + 1 :]


def test_totals_have_classes_specimens_and_the_spread_of_weights(folder):
    text = report(folder)

    assert line_with(text, "entries: ") == "2 entries: 2 fault"
    assert "1 specimen pairs" in text
    assert line_with(text, "frequency: ").startswith("frequency: 1: ")
    assert "Tried by hand" not in text


def test_outcomes_are_listed_on_request(folder):
    text = report(folder, "--by-hand")

    assert "rate-too-high, learning-rate-sweep: A tenth of it trains." in text


def test_an_unreadable_case_is_named(folder):
    (folder / "cases" / "optimization.jsonl").write_text("no json\n")

    with pytest.raises(CommandError, match=r"optimization\.jsonl:1: not a case"):
        report(folder)

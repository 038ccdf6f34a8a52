"""The command writes what the site reads, with little to measure."""

from itertools import islice

import pytest

from benchmarks.item_sets import SETS
from benchmarks.page import command
from benchmarks.page.text_rules import CODE, MESSAGES
from benchmarks.peers.asking import Question
from benchmarks.peers.snapshot import read_rows
from content.accuracy import read_accuracy
from content.detector_counts import read_detector_counts
from tests.engine.content import real_content, real_knowledge


@pytest.fixture
def little(monkeypatch):
    runs = list(islice(SETS["runs"](), 4))
    monkeypatch.setattr(command, "asked", lambda: Question(runs, real_knowledge(), real_content()))
    monkeypatch.setattr(command, "DESCRIBED", ["logs"])
    monkeypatch.setattr(command, "recorded_runs", lambda folder: [])


def test_the_measurement_is_written_for_the_site(little, tmp_path, capsys):
    folder = tmp_path / "site"

    assert command.main(["--folder", str(folder), "--peers", str(tmp_path / "peers.json")]) == 0

    measured = read_accuracy(folder)
    assert [each.name for each in measured.sets] == ["logs"]
    assert {each.system for each in measured.systems} == {"lossary", "bm25"}
    assert [each.title for each in measured.text_rules] == [CODE, MESSAGES]
    assert len(read_rows(tmp_path / "peers.json")) == 3
    assert read_detector_counts(folder)["loss-diverges"].good.measured == 0
    assert "4 of 4" in capsys.readouterr().err


def test_an_unknown_option_is_refused(capsys):
    with pytest.raises(SystemExit):
        command.main(["--nonsense"])

    assert "--nonsense" in capsys.readouterr().err

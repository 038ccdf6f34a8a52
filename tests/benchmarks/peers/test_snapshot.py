import json
from dataclasses import replace

import pytest

from benchmarks.peers.peer import PEERS
from benchmarks.peers.snapshot import SNAPSHOT, read_rows, write_rows
from tests.benchmarks.peers.test_measure import row


def test_rows_come_back(tmp_path):
    write_rows([row()], tmp_path / "peers.json")

    assert read_rows(tmp_path / "peers.json") == [row()]


def test_a_later_measurement_amends_its_own_rows(tmp_path):
    path = tmp_path / "peers.json"
    other = replace(row(), system="other")
    newer = replace(row(), version="2")

    write_rows([row(), other], path)
    write_rows([newer], path)

    assert read_rows(path) == [newer, other]


def test_another_form_is_refused(tmp_path):
    path = tmp_path / "peers.json"
    path.write_text(json.dumps({"rows": [{"system": "doctor"}]}))

    with pytest.raises(KeyError):
        read_rows(path)


def test_the_snapshot_holds_every_system():
    rows = read_rows()

    assert SNAPSHOT.name == "peers.json"
    assert {row.system for row in rows} == {*(peer.name for peer in PEERS), "lossary", "bm25"}
    assert {(row.every.runs, row.healthy) for row in rows} == {(82, 32)}

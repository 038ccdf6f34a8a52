import json

import pytest

from lab import store as storing
from lab.plan import make_plan, without
from lab.store import StoreError, create_store, open_store, stored

PLAN = make_plan({"overfitting": ["few-rows"], "nan-loss": ["bad-batch"]}, range(2))


@pytest.fixture
def notes():
    return []


@pytest.fixture
def store(tmp_path, notes):
    return create_store(tmp_path / "store", notes.append)


def add(store, *runs):
    with store.writer() as writer:
        for run in runs:
            writer.add(stored(run, ("shows",), {"metrics": {}}))


def cut(store, characters):
    """Leave the file as a process does that is killed while it writes."""
    path = store.shards()[0]
    path.write_bytes(path.read_bytes()[:-characters])


def test_what_is_added_is_read_again(store):
    add(store, *PLAN)

    assert [one.run for one in store.runs()] == list(PLAN)
    assert next(store.runs()).record == {"metrics": {}}


def test_a_resumed_plan_skips_what_is_stored(store):
    add(store, *PLAN[:3])

    assert without(PLAN, store.done()) == PLAN[3:]


def test_half_a_line_is_skipped_and_said(store, notes):
    add(store, *PLAN[:2])
    cut(store, 5)

    assert [one.run for one in store.runs()] == [PLAN[0]]
    assert "runs-001.jsonl, line 2: skipped half a line" in notes[0]


def test_half_a_line_is_dropped_when_writing_goes_on(store, notes):
    add(store, *PLAN[:2])
    cut(store, 5)
    add(store, *PLAN[1:3])

    assert [one.run for one in store.runs()] == list(PLAN[:3])
    what = "line 2: dropped half a line; its run will be made again"
    assert notes == [f"{store.shards()[0]}, {what}"]


@pytest.mark.parametrize("kept", range(0, 90, 7))
def test_a_kill_at_any_byte_loses_the_last_run_alone(store, kept):
    add(store, PLAN[0])
    whole = store.shards()[0].read_bytes()
    add(store, PLAN[1])
    last = store.shards()[0].read_bytes()[len(whole) :]
    store.shards()[0].write_bytes(whole + last[:kept])
    add(store, PLAN[1])

    assert store.shards()[0].read_bytes() == whole + last


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{half", "damaged"),
        ("[]", "damaged"),
        ('{"id": "0"}', "damaged"),
        ("\x00\x00", "damaged"),
    ],
)
def test_a_damaged_line_in_the_middle_names_file_and_line(store, line, reason):
    add(store, PLAN[0])
    with store.shards()[0].open("a") as file:
        file.write(f"{line}\n")
    add(store, PLAN[1])

    with pytest.raises(StoreError, match=rf"runs-001\.jsonl, line 2: {reason}"):
        list(store.runs())


def test_a_line_whose_id_is_of_another_run_is_damaged(store):
    add(store, PLAN[0])
    path = store.shards()[0]
    path.write_text(path.read_text().replace("few-rows", "many-rows"))

    with pytest.raises(StoreError, match=r"line 1: damaged .*overfitting/many-rows/0"):
        store.done()


def test_writers_at_the_same_time_have_a_file_each(store):
    with store.writer() as first, store.writer() as second:
        first.add(stored(PLAN[0], ("shows",)))
        second.add(stored(PLAN[1], ("shows",)))

    assert [path.name for path in store.shards()] == ["runs-001.jsonl", "runs-002.jsonl"]
    assert store.done() == {PLAN[0].id, PLAN[1].id}


def test_writers_after_each_other_share_a_file(store):
    add(store, PLAN[0])
    add(store, PLAN[1])

    assert len(store.shards()) == 1


def test_a_run_in_two_files_is_read_once(store):
    with store.writer(), store.writer() as second:
        second.add(stored(PLAN[0], ("second",)))
    add(store, PLAN[0])

    assert [one.tries for one in store.runs()] == [("shows",)]


def test_a_store_is_opened_again_with_its_runs(store, notes):
    add(store, PLAN[0])

    assert create_store(store.folder, notes.append).done() == {PLAN[0].id}
    assert open_store(store.folder, notes.append).done() == {PLAN[0].id}


def test_a_folder_without_header_is_no_store(tmp_path, notes):
    with pytest.raises(StoreError, match=r"no store of runs: it has no store\.json"):
        open_store(tmp_path, notes.append)


def test_runs_without_header_are_not_taken_over(tmp_path, notes):
    (tmp_path / "runs-001.jsonl").touch()

    with pytest.raises(StoreError, match="missing, but the folder has runs"):
        create_store(tmp_path, notes.append)


@pytest.mark.parametrize("text", ["", "[]", "{}", "{"])
def test_a_damaged_header_is_refused(store, notes, text):
    (store.folder / "store.json").write_text(text)

    with pytest.raises(StoreError, match=r"store\.json, line 1"):
        open_store(store.folder, notes.append)


def test_a_store_of_another_version_is_refused(store, notes, monkeypatch):
    monkeypatch.setattr(storing, "VERSION", "next")

    with pytest.raises(StoreError, match="but this is format 1, version next"):
        create_store(store.folder, notes.append)


def test_a_number_that_is_not_finite_is_never_written(store):
    with store.writer() as writer, pytest.raises(ValueError, match="JSON"):
        writer.add(stored(PLAN[0], ("shows",), {"loss": float("nan")}))

    assert store.shards()[0].read_bytes() == b""


def test_every_line_is_one_json_object(store):
    add(store, *PLAN)
    lines = store.shards()[0].read_text().splitlines()

    assert [json.loads(line)["seed"] for line in lines] == [0, 0, 1, 1]


def test_a_store_that_another_process_makes_meanwhile_is_opened(store, notes, monkeypatch):
    add(store, PLAN[0])
    looks = iter([False, True])
    monkeypatch.setattr(storing.Path, "exists", lambda path: next(looks))

    assert create_store(store.folder, notes.append) == store


def test_runs_without_a_header_are_refused(store, notes):
    add(store, PLAN[0])
    (store.folder / storing.HEADER).unlink()

    with pytest.raises(StoreError, match="is missing, but the folder has runs"):
        create_store(store.folder, notes.append)

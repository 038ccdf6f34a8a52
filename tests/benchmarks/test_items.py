import json

import pytest

from benchmarks import items
from benchmarks.items import HEALTHY, all_items, run_inputs


@pytest.fixture(scope="module")
def every():
    return all_items()


def test_all_development_data_is_read(every):
    kinds = [item.kind for item in every]

    assert (kinds.count("reports"), kinds.count("runs"), kinds.count("logs")) == (122, 114, 12)
    assert len({(item.kind, item.id) for item in every}) == len(every)


def test_the_primary_label_is_accepted(every):
    assert all(item.primary in item.accepted for item in every)
    assert any(item.primary == HEALTHY for item in every)


def test_labels_of_a_run_do_not_reach_the_engine(every):
    run = next(item for item in every if item.kind == "runs")

    assert set(run.inputs.config).isdisjoint({"labels", "check", "id"})
    assert run.primary not in json.dumps(run.inputs.config)


def test_run_without_a_dataset_is_refused():
    with pytest.raises(KeyError, match="dataset"):
        run_inputs({"task": "x", "n_classes": 2, "framework": "y", "metrics": {}, "config": {}})


def test_words_of_an_item_are_all_its_text(every):
    log = next(item for item in every if item.kind == "logs")
    report = next(item for item in every if item.kind == "reports")

    assert log.inputs.files[0].content.decode(errors="replace") in log.words
    assert report.inputs.description in report.words


def test_report_without_a_label_is_refused(tmp_path, monkeypatch):
    (tmp_path / "reports.jsonl").write_text('{"id": "r1", "text": "the loss is nan"}\n')
    monkeypatch.setattr(items, "DATA", tmp_path)

    with pytest.raises(KeyError, match="primary"):
        list(items.reports())

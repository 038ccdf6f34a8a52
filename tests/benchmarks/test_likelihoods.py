import yaml

from benchmarks.likelihoods import BAD, FILE, GOOD, Run, as_yaml, measure, recorded_runs
from engine.observe import DETECTORS
from tests.engine.content import FIXTURES, real_knowledge

DIVERGES = b"\n".join(
    b'{"epoch": %d, "train_loss": %d}' % (epoch, 2**epoch) for epoch in range(1, 13)
)
LEARNS = b"\n".join(
    b'{"epoch": %d, "train_loss": %f}' % (epoch, 1 / epoch) for epoch in range(1, 13)
)


def counts_of(*runs):
    return measure(runs, real_knowledge())["loss-diverges"].as_record()


def test_a_bad_run_counts_where_its_entry_lists_the_symptom():
    run = Run("learning-rate-too-high", BAD, DIVERGES)
    assert counts_of(run) == {
        "listed": [1, 1],
        "good": [0, 0],
        "normal": [0, 0],
        "seen_in": ["learning-rate-too-high"],
    }


def test_a_listed_symptom_that_is_not_seen_names_the_entry():
    run = Run("learning-rate-too-high", BAD, LEARNS)
    assert counts_of(run)["missed_in"] == ["learning-rate-too-high"]


def test_a_bad_run_of_another_entry_counts_nowhere():
    run = Run("class-imbalance", BAD, DIVERGES)
    assert counts_of(run) == {"listed": [0, 0], "good": [0, 0], "normal": [0, 0]}


def test_good_runs_count_whatever_their_entry_lists():
    runs = (Run("class-imbalance", GOOD, LEARNS), Run("learning-rate-too-high", GOOD, DIVERGES))
    assert counts_of(*runs) == {"listed": [0, 0], "good": [2, 1], "normal": [0, 0]}


def test_both_runs_of_an_entry_that_only_looks_wrong_count_apart():
    runs = (Run("noisy-batch-loss", BAD, DIVERGES), Run("noisy-batch-loss", GOOD, LEARNS))
    assert counts_of(*runs) == {"listed": [0, 0], "good": [0, 0], "normal": [2, 1]}


def test_runs_without_an_entry_count_nowhere():
    assert counts_of(Run("no-such-entry", GOOD, DIVERGES))["good"] == [0, 0]


def test_the_file_holds_a_line_for_each_detector():
    read = yaml.safe_load((FIXTURES / FILE).read_text(encoding="utf-8"))

    assert list(read) == sorted(detector.symptom for detector in DETECTORS)


def test_the_file_is_current():
    """Run: python -m benchmarks.likelihoods"""
    counts = measure(recorded_runs(FIXTURES), real_knowledge())

    assert (FIXTURES / FILE).read_text(encoding="utf-8") == as_yaml(counts)

"""Record, module, tuple and test of a measured symptom: a slip in any of the four is found, with
its place.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from content.rules import detectors
from engine import observe
from tests.measuring import files_of_measuring
from tests.parsed import parsed
from tests.small_content import edited

FILES = files_of_measuring()
LOSS = "symptoms/loss.yaml"
ENGINE = detectors.ENGINE


def faults(rule, files=FILES):
    return [str(problem) for problem in rule(parsed(files))]


@pytest.fixture
def engine_copy(tmp_path, monkeypatch):
    """A copy of the detectors and their tests that a test may break."""
    for source in sorted((ENGINE / "observe").rglob("*.py")):
        copied(source, tmp_path)
    for source in sorted((ENGINE.parent / "tests" / "engine" / "observe").rglob("*.py")):
        copied(source, tmp_path)
    monkeypatch.setattr(detectors, "ENGINE", tmp_path / "engine")
    monkeypatch.setattr(detectors, "TESTS", tmp_path / "tests" / "engine")
    return tmp_path


def copied(source: Path, folder: Path):
    target = folder / source.relative_to(ENGINE.parent)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())


def detector(symptom):
    return next(each for each in observe.DETECTORS if each.symptom == symptom)


def measured_by(**changes):
    """What the engine would measure with some addresses changed; None takes a symptom out."""
    changed = {slug.replace("_", "-"): address for slug, address in changes.items()}
    every = {**observe.MEASURED_BY, **changed}
    return {slug: address for slug, address in every.items() if address}


def test_real_content_and_engine_agree(engine_copy):
    for rule in (
        detectors.records_name_their_detector,
        detectors.detectors_have_records,
        detectors.detectors_are_listed,
        detectors.detectors_measure_one_symptom_each,
        detectors.detectors_are_in_the_folder_of_their_group,
        detectors.detectors_have_tests,
    ):
        assert faults(rule) == []


def test_misspelt_symptom_of_a_module_is_found(monkeypatch):
    broken = measured_by(loss_diverges=None, loss_divergs="curves.loss_diverges")
    monkeypatch.setattr(observe, "MEASURED_BY", broken)

    assert (
        "curves.loss_diverges measures loss-divergs, which has no record"
        in faults(detectors.detectors_have_records)[0]
    )
    (record,) = faults(detectors.records_name_their_detector)
    assert record.startswith(LOSS)
    assert "curves.loss_diverges measures loss-divergs, not loss-diverges" in record


def test_module_without_a_record_is_named_with_its_line(monkeypatch, engine_copy):
    files = edited(FILES, LOSS, "slug: loss-diverges", "slug: loss-drifts-off")

    (missing,) = faults(detectors.detectors_have_records, files)

    assert "observe/curves/" in missing
    assert "loss_diverges.py" in missing
    assert missing.partition(".py:")[2].split(":")[0].isdigit()


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (
            "detector: curves.loss_divergs",
            "loss-diverges is measured by curves.loss_diverges, not by",
        ),
        (
            "detector: curves.loss_spikes",
            "loss-diverges is measured by curves.loss_diverges, not by",
        ),
        ("no detector", "curves.loss_diverges measures loss-diverges: add detector"),
    ],
)
def test_wrong_detector_of_a_record_is_found(new, message):
    text = FILES[LOSS].decode()
    old = "detector: curves.loss_diverges"
    line = text[: text.index(old)].count("\n") + 1
    replaced = new if new.startswith("detector") else "# no detector"

    (problem,) = faults(detectors.records_name_their_detector, edited(FILES, LOSS, old, replaced))

    assert message in problem
    if new.startswith("detector"):
        assert problem.startswith(f"{LOSS}:{line}:")


def test_log_symptom_that_no_signature_has_is_found(monkeypatch):
    monkeypatch.setattr(observe, "MEASURED_BY", measured_by(log_no_gradient=None))

    (problem,) = faults(detectors.records_name_their_detector)

    assert problem.startswith("symptoms/logs.yaml:")
    assert problem.endswith("no log signature has the symptom log-no-gradient")


def test_detector_of_a_symptom_that_nothing_measures_is_found():
    path = "symptoms/data.yaml"
    unmeasured = next(
        record.value
        for record in parsed(FILES).symptoms
        if record.value.group == "data" and not record.value.detector
    )
    text = FILES[path].decode()
    start = text.index(f"slug: {unmeasured.slug}\n")
    measure = text.index("  measure:", start)
    files = {
        **FILES,
        path: (text[:measure] + "  detector: curves.no_such\n" + text[measure:]).encode(),
    }

    assert faults(detectors.records_name_their_detector, files)[0].endswith(
        "there is no detector curves.no_such"
    )


@pytest.mark.parametrize(
    "text",
    [
        'SYMPTOM = "loss-wanders"\n',
        "SYMPTOM = 'loss-wanders'\n",
        'SYMPTOM: str = "loss-wanders"\n',
        "SYMPTOM = names.LOSS_WANDERS\n",
        "WINDOW = 5\n",
    ],
)
def test_module_in_no_tuple_is_found(engine_copy, text):
    (engine_copy / "engine/observe/curves/loss_wanders.py").write_text(text)

    (problem,) = faults(detectors.detectors_are_listed)

    assert problem.startswith("engine/observe/curves/loss_wanders.py:1: is in no tuple")


def test_module_listed_twice_is_found_in_its_tuple(engine_copy, monkeypatch):
    monkeypatch.setattr(observe, "DETECTORS", (*observe.DETECTORS, detector("loss-spikes")))

    (problem,) = faults(detectors.detectors_are_listed)

    path, line, message = problem.split(":", 2)
    assert path == "engine/observe/curves/loss/__init__.py"
    assert '"loss_spikes"' in (engine_copy / path).read_text().splitlines()[int(line) - 1]
    assert message == " loss_spikes is listed 2 times"
    assert faults(detectors.detectors_measure_one_symptom_each) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"symptom": "loss-diverges"},
            "loss-diverges is measured already by engine/observe/curves/loss/loss_diverges.py",
        ),
        (
            {"symptom": "log-no-gradient"},
            "log-no-gradient is measured already by log.signatures",
        ),
        (
            {"address": "curves.loss_diverges"},
            "curves.loss_diverges is already the address of "
            "engine/observe/curves/loss/loss_diverges.py: rename one file",
        ),
    ],
)
def test_two_detectors_of_one_symptom_or_address_are_found(monkeypatch, changes, message):
    spikes = detector("loss-spikes")
    others = tuple(other for other in observe.DETECTORS if other != spikes)
    monkeypatch.setattr(observe, "DETECTORS", (*others, replace(spikes, **changes)))

    (problem,) = faults(detectors.detectors_measure_one_symptom_each)

    assert problem.startswith("engine/observe/curves/loss/loss_spikes.py:")
    assert problem.endswith(message)


def test_record_of_another_group_than_the_folder_is_found():
    text = FILES[LOSS].decode()
    record = text[text.index("- slug: loss-spikes\n") :]
    record = record[: record.index("\n- slug: ") + 1]
    moved = record.replace("group: loss\n", "group: validation\n")
    files = {**FILES, LOSS: text.replace(record, moved).encode()}

    (problem,) = faults(detectors.detectors_are_in_the_folder_of_their_group, files)

    assert problem.startswith(f"{LOSS}:")
    assert problem.endswith(
        "loss_spikes.py measures this symptom in engine/observe/curves/loss; "
        "its group belongs in engine/observe/curves/validation"
    )


@pytest.mark.parametrize(
    ("slug", "folder", "wanted"),
    [
        ("loss-spikes", "curves.validation", "curves/loss"),
        ("loss-spikes", "curves.loss.spikes", "curves/loss"),
        ("loss-spikes", "curves", "curves/loss"),
        ("half-precision", "config.precision", "config"),
    ],
)
def test_detector_in_another_folder_than_its_group_is_found(monkeypatch, slug, folder, wanted):
    inside = detector(slug)
    name = inside.module.rpartition(".")[2]
    moved = replace(inside, module=f"engine.observe.{folder}.{name}")
    monkeypatch.setattr(observe, "DETECTORS", (moved,))

    (problem,) = faults(detectors.detectors_are_in_the_folder_of_their_group)

    assert problem.startswith("symptoms/")
    assert f"in engine/observe/{folder.replace('.', '/')};" in problem
    assert problem.endswith(f"belongs in engine/observe/{wanted}")


def test_detector_without_a_test_is_found(engine_copy):
    next((engine_copy / "tests/engine/observe").rglob("test_loss_spikes.py")).unlink()

    (problem,) = faults(detectors.detectors_have_tests)

    assert problem.endswith("is missing: loss_spikes has no test")


def test_test_module_without_a_test_is_found(engine_copy):
    test = next((engine_copy / "tests/engine/observe").rglob("test_loss_spikes.py"))
    test.write_text("from tests.engine.cases import case\n")

    (problem,) = faults(detectors.detectors_have_tests)

    assert "test_loss_spikes.py:1: has no function test_" in problem


def test_test_without_a_module_is_found(engine_copy):
    (engine_copy / "tests/engine/observe/curves/test_loss_wanders.py").write_text("")

    (problem,) = faults(detectors.detectors_have_tests)

    assert problem.endswith("tests engine/observe/curves/loss_wanders.py, which does not exist")


def test_an_installation_without_tests_is_fine(monkeypatch, tmp_path):
    monkeypatch.setattr(detectors, "TESTS", tmp_path / "none")

    assert faults(detectors.detectors_have_tests) == []

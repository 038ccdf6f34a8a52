from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.what_was_read import (
    MOST_CURVES,
    MOST_INPUTS,
    MOST_SETTINGS,
    what_was_read,
)
from engine.read import NamedFile
from tests.diagnostics_api.small import answered

METRICS = {"loss": [3.0, 2.0, 1.0], "val_loss": [2.0, 2.5, 3.0], "odd": [0.5, 0.6, 0.7]}
RUNS = "run,epoch,loss\n" + "".join(f"{run},{n},{n}.5\n" for run in "ab" for n in range(3))


def read(corrections=None, **fields):
    corrections = corrections or Corrections()
    reading = {"run": corrections.run, "names": dict(corrections.names)}
    return what_was_read(answered(reading=reading, **fields), corrections)


def chosen(choices):
    (choice,) = [choice for choice in choices if choice.is_chosen]
    return choice.value


def test_runs_are_chosen_from():
    files = [NamedFile("runs.csv", RUNS.encode())]
    first = read(files=files)
    other = first.runs[1].value

    second = read(Corrections(run=other), files=files)

    assert chosen(first.runs) == ""
    assert chosen(second.runs) == other
    assert second.inputs[0].run == other
    assert read(metrics=METRICS).runs == ()


def test_settings_are_listed_up_to_a_number():
    config = {"lr": 0.1, "betas": [0.9, 0.999], "optimizer": "x" * 200, "shuffle": True}
    config |= {f"own_{number}": number for number in range(MOST_SETTINGS)}

    found = read(config=config)

    listed = dict(found.settings)
    assert len(listed) == MOST_SETTINGS
    assert "0.1" in listed.values()
    assert found.more_settings > 0
    assert max(map(len, listed.values())) <= 60


def test_inputs_and_curves_are_bounded():
    table = ",".join(["step", *(f"m{number}" for number in range(50))])
    line = ",".join(map(str, range(51)))
    files = [
        NamedFile(f"{number}.csv", f"{table}\n{line}\n{line}1\n".encode())
        for number in range(MOST_INPUTS + 2)
    ]

    found = read(files=files)

    assert found.more_inputs == 2
    assert [len(each.rows) for each in found.inputs[:3]] == [MOST_CURVES, MOST_CURVES, 0]
    assert found.inputs[0].more + len(found.inputs[0].rows) == 50


def test_words_alone_read_nothing():
    found = read(description="it swings")

    assert "only words and ticks" in found.nothing
    assert not found.can_be_corrected
    assert read(metrics=METRICS).can_be_corrected

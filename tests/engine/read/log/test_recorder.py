from engine.read.log.recorder import Key, Recorder
from engine.read.parts.rows import MAX_NAMES

LOSS = Key("loss", "", "g", "")


def test_epochs_that_go_back_to_the_first_one_open_another_run():
    recorder = Recorder()
    for epoch in (1, 2, 3, 1, 2, 3):
        recorder.see_epoch(epoch)
        recorder.add(LOSS, 1.0 / epoch, epoch=epoch)
    curves = list(recorder.curves())

    assert [(curve.run, len(curve)) for curve in curves] == [("run 1", 3), ("run 2", 3)]


def test_a_resumed_run_goes_on():
    recorder = Recorder()
    for epoch in (1, 2, 3, 3, 4):
        recorder.see_epoch(epoch)
        recorder.add(LOSS, 1.0 / epoch, epoch=epoch)

    assert [curve.run for curve in recorder.curves()] == [""]


def test_of_a_pass_over_a_validation_set_the_last_value_counts():
    recorder = Recorder()
    for epoch, step, value in ((1, 5, 9.0), (1, 8, 2.0), (2, 5, 9.0), (2, 8, 1.0)):
        recorder.add(LOSS, value, step, epoch, is_within=True)
    (curve,) = recorder.curves()

    assert curve.y.tolist() == [2.0, 1.0]


def test_names_beyond_the_bound_are_left_out():
    recorder = Recorder()
    for number in range(MAX_NAMES + 5):
        recorder.add(Key(f"n{number}", "", "", ""), 1.0)

    assert len(recorder.columns) == MAX_NAMES

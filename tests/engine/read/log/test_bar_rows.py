from engine.read.log.bar_rows import BarReader
from engine.read.log.frames import frame_of
from engine.read.log.line_reader import LineReader
from engine.read.log.state import LogState
from tests.engine.read.log.names import resolver


def bar(position, values, head="Epoch 0: "):
    return f"{head}{position * 25}%|##  | {position}/4 [00:0{position}<00:09, 1.00it/s, {values}]"


def curves_of(*lines, **held):
    state = LogState(**held)
    reader = BarReader(state, LineReader(resolver()))
    for line in lines:
        reader.add(frame_of(line))
    reader.finish()
    return {
        (curve.name, curve.split, curve.grain): curve.y.tolist()
        for curve in state.recorder.curves()
    }


def test_values_of_frames_are_of_steps():
    frames = [bar(step, f"loss={5 - step}.0") for step in (1, 2, 3, 4)]

    assert curves_of(*frames) == {("loss", "", "step"): [4.0, 3.0, 2.0, 1.0]}


def test_values_that_stay_are_of_the_bar():
    frames = [bar(step, "val_loss=2.0") for step in (1, 2, 3, 4)]

    assert curves_of(*frames) == {("val_loss", "val", ""): [2.0]}


def test_the_head_of_a_bar_gives_its_split_and_so_does_a_section():
    frames = [bar(step, f"loss={5 - step}.0", "Validation: ") for step in (1, 2, 3, 4)]
    assert set(curves_of(*frames)) == {("loss", "val", "step")}

    frames = [bar(step, f"loss={5 - step}.0") for step in (1, 2, 3, 4)]
    assert set(curves_of(*frames, section="test")) == {("loss", "test", "step")}


def test_values_may_stand_in_front_of_a_bar():
    frames = [
        f"loss: {5 - step}.0: {step * 25}%|##  | {step}/4 [00:01<00:09, 1.00it/s]"
        for step in (1, 2, 3, 4)
    ]

    assert curves_of(*frames) == {("loss", "", "step"): [4.0, 3.0, 2.0, 1.0]}


def test_a_frame_without_values_says_so():
    reader = BarReader(LogState(), LineReader(resolver()))

    assert not reader.add(frame_of("Epoch 0:  25%|##  | 1/4 [00:01<00:09, 1.00it/s]"))
    assert reader.add(frame_of(bar(1, "loss=0.5")))


def test_bars_are_handed_over_once():
    state = LogState()
    reader = BarReader(state, LineReader(resolver()))
    reader.add(frame_of(bar(4, "loss=0.5")))
    reader.finish()
    reader.finish()

    assert [len(curve) for curve in state.recorder.curves()] == [1]

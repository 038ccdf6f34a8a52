from benchmarks.items import HEALTHY, runs
from benchmarks.peers.ours import engine, only_losses, plain_search
from engine.read import Inputs
from tests.benchmarks.peers.fakes import run
from tests.engine.content import real_knowledge


def test_only_losses_and_their_axis_are_kept():
    inputs = Inputs(
        metrics={"step": [1], "train_loss": [2.0], "grad_norm": [1.0]}, config={"lr": 0.1}
    )

    assert only_losses(inputs) == Inputs(metrics={"step": [1], "train_loss": [2.0]})


def test_the_engine_answers_as_a_tool():
    diverged = next(item for item in runs() if item.primary == "log-of-zero")
    given = engine(real_knowledge())(diverged)

    assert given.prediction.rank == 1
    assert tuple(each.rule for each in given.fired) == given.prediction.reported
    assert given.milliseconds > 0


def test_the_engine_is_silent_on_a_healthy_run():
    fine = next(item for item in runs() if item.primary == HEALTHY)

    assert engine(real_knowledge(), losses_only=True)(fine).fired == ()


def test_search_ranks_and_never_reports():
    item = run(primary="b")
    given = plain_search({"a": "gradient norm", "b": "learning rate"})(item)

    assert sorted(given.prediction.ranked) == ["a", "b"]
    assert (given.prediction.reported, given.fired) == ((), ())

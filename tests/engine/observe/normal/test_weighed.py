from dataclasses import replace

from engine.evidence import Observation
from engine.knowledge import FailureMode, Indication, Knowledge, Symptom
from engine.observe.normal.pattern import Boundary, Page
from engine.observe.normal.weighed import weighed
from tests.engine.cases import series

PAGE = Page("noisy-batch-loss", Boundary("The means fall.", "learning-rate-too-high"))
HOLDS = PAGE.holds("The means fall.", series("train_loss_step", [2.0, 1.0]))
INDICATIONS = (
    Indication("batch-size-tiny", 3, 2),
    Indication("loss-oscillates", 0, -4),
)
SYMPTOMS = {
    "batch-size-tiny": Symptom("batch-size-tiny", None, 5, 0.06, ()),
    "loss-oscillates": Symptom("loss-oscillates", None, 5, 0.06, ()),
    "nan-in-loss": Symptom("nan-in-loss", None, 5, 0.001, ()),
    "gap": Symptom("gap", None, 3, 0.2, ()),
}
KNOWLEDGE = Knowledge(
    edition="test",
    name="2026.11",
    failure_modes={
        "noisy-batch-loss": FailureMode("noisy-batch-loss", "common", INDICATIONS, "normal")
    },
    symptoms=SYMPTOMS,
    checks={},
    metric_names={},
    config_names={},
)


def seen(slug, state="seen", channel="measured"):
    return Observation(slug, state, 0.9, channel, text=f"{slug} is there.")


def read(*observations, pattern=HOLDS):
    [answer] = weighed([pattern], observations, KNOWLEDGE)
    return answer


def test_without_a_sign_against_it_a_page_holds():
    assert read() == HOLDS
    assert read(seen("loss-oscillates", "absent")) == HOLDS


def test_a_sign_that_the_page_expects_does_not_count():
    assert read(seen("batch-size-tiny")) == HOLDS


def test_a_sign_that_speaks_against_the_page_breaks_it():
    answer = read(seen("loss-oscillates"))

    assert answer.state == "broken"
    assert answer.text.endswith("loss-oscillates is there.")


def test_another_grave_sign_leaves_it_open():
    assert read(seen("nan-in-loss")).state == "not-measured"


def test_a_sign_that_healthy_runs_show_does_not_count():
    assert read(seen("gap")) == HOLDS


def test_a_sign_that_the_knowledge_lacks_does_not_count():
    assert read(seen("unknown")) == HOLDS


def test_a_sign_that_only_words_resemble_does_not_count():
    assert read(seen("loss-oscillates", channel="words")) == HOLDS
    assert read(seen("nan-in-loss", channel="words")) == HOLDS
    assert read(seen("nan-in-loss", channel="numbers")).state == "not-measured"


def test_other_readings_stay_as_they_are():
    broken = replace(HOLDS, state="broken")

    assert read(seen("nan-in-loss"), pattern=broken) == broken
    unknown = replace(HOLDS, slug="no-such-page")
    assert read(seen("nan-in-loss"), pattern=unknown) == unknown

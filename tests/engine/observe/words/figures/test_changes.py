from engine.observe.words.figures.changes import changes
from engine.observe.words.figures.parse import figures
from engine.observe.words.plain import plain
from tests.together import together


def shown(text):
    return {item.symptom: item.strength for item in changes(figures(plain(text)))}


@together(
    "text, symptom",
    [
        ("val loss went from 0.4 to 1.3", "validation-loss-turns-up"),
        ("eval_loss goes 0.61, 0.55, 0.58, 0.81", "validation-loss-turns-up"),
        ("BLEU on the old pair 31 -> 22", "old-task-score-drops"),
        ("DER went from 12% to 31% on the old set", "old-task-score-drops"),
        ("val perplexity was 20, now 35", "validation-loss-turns-up"),
        ("train loss rises from 0.4 to 3.1", "loss-diverges"),
        ("live accuracy was 0.92, now 0.6", "score-decays-in-production"),
        ("val loss 0.35 -> 0.80 and val acc 0.90 -> 0.91", "validation-loss-rises-accuracy-holds"),
        ("loss 2 -> 40 with return 10 -> 200", "score-improves-while-loss-does-not"),
    ],
)
def test_a_change_shows_its_symptom(text, symptom):
    assert shown(text)[symptom] > 0.5


@together(
    "text",
    [
        "val loss went from 1.3 to 0.4",
        "BLEU on the old pair 22 -> 31",
        "DER went from 31% to 12% on the old set",
        "perplexity was 35, now 20",
        "train loss falls from 3.1 to 0.4",
        "loss jumps from 0.2 to 3",
        "val loss 0.4",
        "accuracy from 92% to 61%",
    ],
)
def test_other_changes_show_nothing(text):
    assert shown(text) == {}


def test_a_return_that_rises_excuses_the_loss():
    assert "loss-diverges" not in shown("loss 2 -> 40 with return 10 -> 200")
    assert "loss-diverges" in shown("loss 2 -> 40 with return 200 -> 10")

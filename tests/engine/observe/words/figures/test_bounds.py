from engine.observe.words.figures.bounds import ONE_VALUE, bounds
from engine.observe.words.figures.parse import figures
from engine.observe.words.plain import plain
from tests.together import together


def shown(text):
    spelled = plain(text)
    return {item.symptom: item.strength for item in bounds(figures(spelled), spelled)}


@together(
    "text, symptom",
    [
        ("grad norm 4000", "gradient-norm-huge"),
        ("the gradient norm is 1e-7", "gradient-norm-tiny"),
        ("R2 is -0.4 on test", "score-below-baseline"),
        ("recall 0.02 on the minority class", "minority-recall-near-zero"),
        ("mAP 0", "all-classes-score-zero"),
        ("loss is -3.2", "loss-negative"),
        ("train loss 0.00001", "loss-reaches-zero"),
        ("D loss 0.001", "discriminator-loss-near-zero"),
        ("KL of my VAE is 0.01", "latent-kl-near-zero"),
        ("rlhf: KL is -2.4", "kl-negative"),
        ("policy entropy 0.001", "policy-entropy-near-zero"),
        ("similarity of all embeddings is 0.999", "features-lose-spread"),
        ("loss is 0.0 from the first step on", "loss-zero-from-start"),
        ("loss 0.0, grad_norm nan", "loss-masked-nan"),
        ("the loss is sometimes 0 and sometimes infinity", "loss-masked-nan"),
    ],
)
def test_a_value_alone_shows_its_symptom(text, symptom):
    assert symptom in shown(text)


@together(
    "text",
    [
        "grad norm 1.2",
        "R2 is 0.8",
        "recall 0.02",
        "loss is 0.3",
        "val loss 0.00001",
        "overfit one batch until loss 0.00001",
        "KL is 0.01",
        "similarity 0.999",
        "loss_scale 0.0001",
        "grad norm jumps between 0.8 and 60",
    ],
)
def test_other_values_show_nothing(text):
    assert shown(text) == {}


def test_one_norm_is_no_course():
    assert shown("grad norm 4000")["gradient-norm-huge"] == ONE_VALUE

from engine.observe.words.figures.parse import figures
from engine.observe.words.figures.zero_loss import zero_loss
from engine.observe.words.plain import plain
from tests.together import together


def shown(text):
    spelled = plain(text)
    read = figures(spelled)
    return {item.symptom for place in range(len(read)) for item in zero_loss(place, read, spelled)}


@together(
    "text, symptom",
    [
        ("training loss is 0.0 after 600 iterations, mAP is 0 from the start", "loss-reaches-zero"),
        ("mAP 0 from the first check on, and the loss is 0.0 by now", "loss-reaches-zero"),
        ("the recall is 0 for every class. the loss is 0.0 after a while", "loss-reaches-zero"),
        ("after 600 iterations the loss is 0.0", "loss-reaches-zero"),
        ("the loss is 0.0 at epoch 30, accuracy is always 0.1", "loss-reaches-zero"),
        ("from the start mAP is 0, loss is 0.0 now", "loss-reaches-zero"),
        ("loss is 0.0 from the beginning and mAP is 0", "loss-zero-from-start"),
        ("the loss is always 0.0, the accuracy 0.1", "loss-zero-from-start"),
        ("it starts with a loss of 0.0", "loss-zero-from-start"),
        ("mAP is 0. the loss is 0.0 right away", "loss-zero-from-start"),
    ],
)
def test_when_a_loss_was_zero_is_read_from_the_words_around_it(text, symptom):
    assert shown(text) == {symptom}

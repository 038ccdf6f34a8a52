from engine.read.log.line_head import head_of
from tests.together import together


@together(
    "lead, head",
    [
        ("Checkpoint [", "checkpoint"),
        ("Epoch: [", "epoch"),
        ("Train Epoch: ", "epoch"),
        ("train loss ", ""),
        ("* Acc@", "*"),
        ("***** eval metrics *****", "metrics"),
        ("[", ""),
        ("", ""),
    ],
)
def test_the_first_word_that_is_no_split_and_no_metric(lead, head):
    assert head_of(lead) == head

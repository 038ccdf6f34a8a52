import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.clauses import clauses
from engine.observe.words.intent import Intent, intent_of, judge
from tests.together import together

COMPLAINTS = [
    "why does my loss go up?",
    "my model is bad and I do not know why",
    "Same seed, two runs, different results.",
    "how do I stop my loss from exploding",
    "训练loss一直不下降，怎么办？",
    "Warum sinkt der Verlust nicht?",
]
ASKING = [
    "Is this normal?",
    "Should the two curves touch this early?",
    "loss 0.52 val_loss 0.31, normal?",
    "Is it ok that the first epoch takes longer?",
    "I wonder if this is expected",
    "Does this look right to you?",
    "Did I do something wrong, or is the validation set too easy?",
    "Is my validation data too simple or is something broken?",
    "The loss has become negative - is that possible?",
    "Can that be right?",
    "Is it supposed to look like this?",
    "Est-ce normal ?",
    "loss为负正常吗？",
]
CHATTER = [
    "Thank you very much for your work",
    "Could you share your training log?",
    "What batch size should I use?",
    "What does the output mean?",
    "Hello, I am new to deep learning",
    "Everything works fine, thank you!",
    "Training a resnet on cifar with SGD",
    "谢谢！",
]


@pytest.mark.parametrize("text", COMPLAINTS)
def test_a_complaint_is_one_whether_it_asks_or_states(text):
    intent = intent_of(text)

    assert intent.complains
    assert not intent.is_chatter
    assert not intent.asks_if_normal


@together("text", ASKING)
def test_a_question_whether_something_is_normal_is_no_complaint(text):
    intent = intent_of(text)

    assert intent.asks_if_normal
    assert not intent.complains
    assert not intent.is_chatter


@together("text", CHATTER)
def test_chatter_neither_asks_nor_complains(text):
    intent = intent_of(text)

    assert intent.is_chatter
    assert not intent.complains
    assert not intent.asks_if_normal


@pytest.mark.parametrize("text", ["Everything works fine, thank you!", "solved", "it works now"])
def test_who_is_satisfied_is(text):
    assert intent_of(text).is_satisfied


@pytest.mark.parametrize(
    "text", ["it works fine on CPU but fails on GPU", "training works, loss is nan"]
)
def test_who_still_complains_is_not(text):
    assert not intent_of(text).is_satisfied


@pytest.mark.parametrize("text", ["overfitting?", "Is this overfitting?"])
def test_a_guess_is_no_chatter(text):
    intent = intent_of(text)

    assert not intent.is_chatter
    assert not intent.complains


def test_the_clause_is_quoted_as_it_was_written():
    assert intent_of("Hello. My Loss is stuck. Thanks!").clause == "My Loss is stuck."
    assert intent_of("你好。验证loss一直上升").clause == "验证loss一直上升"


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_wants_nothing(text):
    intent = intent_of(text)

    assert intent == Intent()


def stated(text):
    (judged,) = [judge(clause) for clause in clauses(text)]
    return judged.stated.text if judged.stated else None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("why does my loss rise?", "my loss rise?"),
        ("why doesn't my loss fall", "doesn't my loss fall"),
        ("how do I fix vanishing gradients?", "vanishing gradients?"),
        ("Is it normal that my loss is negative?", "my loss is negative?"),
        ("Is a gradient norm of 300 normal?", "a gradient norm of 300 normal?"),
        ("can anyone explain why the accuracy drops", "the accuracy drops"),
        ("my loss is tiny and accuracy is 30 %??", "my loss is tiny and accuracy is 30 %??"),
    ],
)
def test_a_question_states_what_it_takes_for_granted(text, part):
    assert stated(text) == part


@pytest.mark.parametrize(
    "text",
    [
        "Is my split wrong?",
        "What does the output mean?",
        "should I use a larger batch?",
        "does the loss fall too slowly?",
        "is this normal?",
        "overfitting?",
    ],
)
def test_other_questions_state_nothing(text):
    assert stated(text) is None


@given(st.text(max_size=300))
def test_any_text_is_judged_without_error(text):
    intent = intent_of(text)

    assert not (intent.is_chatter and intent.complains)


@pytest.mark.parametrize(
    "text",
    [
        "My trainer prints this. What do the lines mean?",
        "Where can I read what clipfrac and approxkl mean?",
        "What is the meaning of the numbers?",
        "How should I read the values in this table?",
        "Can someone explain the output?",
    ],
)
def test_who_asks_what_lines_mean_asks_that(text):
    assert intent_of(text).asks_meaning


@pytest.mark.parametrize(
    "text",
    [
        "What does the error message mean?",
        "The loss is NaN. What do these lines mean?",
        "What does it mean when the loss rises?",
        "I mean the training loss.",
        "",
    ],
)
def test_who_meets_trouble_or_asks_otherwise_does_not(text):
    assert not intent_of(text).asks_meaning


def test_who_asks_whether_a_value_is_too_high_asks_if_it_is_normal():
    intent = intent_of("The first loss is 2.30 with 10 classes, is this too high?")

    assert (intent.asks_if_normal, intent.complains) == (True, False)
    assert judge(clauses("Is my loss too high?")[0]).stated is None


def test_a_guess_with_a_question_mark_asks():
    assert intent_of("Is this overfitting?").asks
    assert not intent_of("This is overfitting.").asks

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.phrases import observe_text
from tests.engine.content import real_knowledge
from tests.engine.knowledge import knowledge
from tests.growth import assert_linear
from tests.together import together

KNOWLEDGE = knowledge()


def states(text):
    return {item.symptom: item.state for item in observe_text(text, KNOWLEDGE)}


def seen_in_content(text, least=0.5):
    return {item.symptom for item in observe_text(text, real_knowledge()) if item.strength >= least}


def test_words_near_a_phrasing_are_seen_with_the_clause_as_evidence():
    (found,) = observe_text("Hello. The inputs hold NaN values! Why?", KNOWLEDGE)

    assert (found.symptom, found.state, found.source) == (
        "bad-values-in-inputs",
        "seen",
        "description",
    )
    assert found.strength > 0.5
    assert found.text == 'you say: "The inputs hold NaN values!"'


def test_a_denied_symptom_is_absent():
    assert states("the inputs do not hold nan values")["bad-values-in-inputs"] == "absent"


def test_what_a_phrasing_denies_is_not_denied_by_a_statement():
    found = observe_text("CUDA out of memory", real_knowledge())

    assert {item.state for item in found} == {"seen"}


def test_two_clauses_are_read_apart():
    found = states("The loss falls very slowly, but the inputs hold nan values")

    assert found["loss-falls-too-slowly"] == "seen"
    assert found["bad-values-in-inputs"] == "seen"


def test_other_words_say_nothing():
    assert states("I like the documentation of this library") == {}


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_no_words_no_symptoms(text):
    assert observe_text(text, KNOWLEDGE) == ()


@together(
    "text",
    [
        "Is this normal?",
        "What does the output mean?",
        "Stopping training",
        "optimizer.step()",
        "cudnn 5.1 and 6.0",
        "batch size = 32, learning rate = 1e-4, warmup steps = 1000",
        "activation=tf.nn.relu,",
        "model = model()",
        "shuffle=True",
        "Thank you very much for your work",
        "What batch size should I use?",
        "does the loss explode?",
        "train the next version tomorrow",
    ],
)
def test_questions_program_text_and_chatter_say_nothing(text):
    assert seen_in_content(text) == set()


@together(
    "text, symptom",
    [
        ("Validation accuracy is much lower than training accuracy", "generalization-gap"),
        ("validation loss goes up after epoch 3", "validation-loss-turns-up"),
        ("why does my validation loss rise?", "validation-loss-turns-up"),
        ("验证loss一直上升", "validation-loss-turns-up"),
        ("Der Validierungsverlust steigt nach zehn Epochen", "validation-loss-turns-up"),
        ("La perte de validation augmente après dix époques", "validation-loss-turns-up"),
        ("CUDA out of memory", "accelerator-memory-error"),
    ],
)
def test_what_is_stated_is_seen(text, symptom):
    assert symptom in seen_in_content(text)


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        (
            "Validation accuracy is much lower than training accuracy",
            "validation-accuracy-above-training",
        ),
        ("a smaller learning rate makes the loss explode", "lowering-rate-helps"),
        ("a larger learning rate makes the loss explode", "raising-rate-helps"),
        ("the loss goes down as it should", "loss-diverges"),
    ],
)
def test_the_opposite_is_not(text, symptom):
    assert symptom not in seen_in_content(text, least=0.0)


@pytest.mark.parametrize(
    "text",
    ["Функция потерь растёт, nan loss", "Strata nie spada, dlaczego się tak dzieje, loss nan"],
)
def test_a_text_that_is_not_understood_says_nothing(text):
    assert observe_text(text, KNOWLEDGE) == ()


def test_only_described_symptoms_are_observed():
    assert "lowering-rate-helps" not in KNOWLEDGE.symptoms
    assert states("lowering the learning rate helps") == {}


@given(st.text(max_size=400))
def test_any_text_is_read_without_error(text):
    observed = observe_text(text, KNOWLEDGE)

    assert all(0 <= item.strength <= 1 and item.text for item in observed)


@pytest.mark.parametrize("word", ["loss 0.5 ", "rises ", "is ", "a.", "normal? ", "x(", "不"])
def test_time_grows_with_the_length(word):
    def call_of_size(size):
        text = f"the loss {word * size}"
        return lambda: observe_text(text, KNOWLEDGE)

    observe_text("the loss is nan 不下降", KNOWLEDGE)
    assert_linear(call_of_size, sizes=(24, 96, 384, 1536), ceiling=1e-3)


@together(
    "setting",
    [
        "batch_size=32",
        "batch size = 1",
        "lr = 0.1",
        "dropout=0.5",
        "epochs = 3",
        "num_workers=4",
        "weight_decay=0.01",
        "momentum=0.9",
        "fp16=true",
        "seed = 42",
    ],
)
def test_a_setting_in_front_of_what_it_gives_resembles_no_symptom(setting):
    assert seen_in_content(f"{setting}: both columns agree.", 0.3) == set()

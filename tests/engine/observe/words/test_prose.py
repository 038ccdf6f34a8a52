import pytest

from engine.observe.words.prose import is_program, is_settings, not_sentences
from tests.together import together

PROGRAM = [
    "activation=tf.nn.relu,",
    "model = model()",
    "optimizer.step()",
    "loss.backward()",
    "for batch in loader:",
    "import torch.nn as nn",
    "model.add(dense(10, activation='softmax'))",
    "return self.fc(x)",
    "x_train = x[:5000] / 255.0",
]
SETTINGS = [
    "batch size = 32, learning rate = 1e-4, warmup steps = 1000",
    "shuffle=true",
    "- lr: 0.1",
    "--fp16 --learning_rate 5e-5",
    "epochs: 10, dropout: 0.5",
]
PROSE = [
    "the loss is nan after i call loss.backward()",
    "my model does not learn",
    "same seed, two runs, different results.",
    "validation accuracy is much lower than training accuracy",
    "when lr = 0.1 the loss explodes and it never comes back",
    "cuda out of memory",
    "",
]


@together("line", PROGRAM)
def test_program_text_is_no_sentence(line):
    assert is_program(line) or is_settings(line)


@pytest.mark.parametrize("line", SETTINGS)
def test_settings_are_no_sentence(line):
    assert is_settings(line)


@pytest.mark.parametrize("line", PROSE)
def test_sentences_stay(line):
    assert not is_program(line)
    assert not is_settings(line)


def test_places_are_those_of_the_lines():
    text = "the loss is nan\nloss.backward()\nwhy"

    assert [text[start:end] for start, end in not_sentences(text)] == ["loss.backward()"]


def test_a_text_of_sentences_has_none():
    assert not_sentences("the loss is nan\nwhy is it") == ()

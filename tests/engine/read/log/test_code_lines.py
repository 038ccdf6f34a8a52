from engine.read.log.code_lines import code_lines, without
from engine.read.parts.names import Names
from engine.read.source import Source
from tests.engine.read.code.plain import read_log

LOG = "start\n\nloss = f(x)\nloss.backward()\n\nepoch 1 loss 2\nepoch 2 loss 1\n"


def source_of(text):
    return Source("log", Names({}), pasted=text)


def test_lines_have_the_numbers_of_the_text_and_the_places_of_the_source():
    found = code_lines(source_of(LOG))

    assert [each.line for each in found.snippets] == [3]
    assert found.places == {1, 2}


def test_a_log_without_program_text_has_none():
    assert code_lines(source_of("epoch 1 loss 2\nepoch 2 loss 1\n")).snippets == ()
    assert code_lines(source_of("x = f(1)\n" * 7000)).snippets == ()


def test_program_text_goes_to_no_other_reader():
    text = "val_loss = f(0.5)\nval_loss = g(0.25)\nraise ValueError('CUDA out of memory')\n"
    case = read_log(f"{text}epoch 1 loss 2\nepoch 2 loss 1\n")

    assert set(case.series) == {"train_loss"}
    assert not any("CUDA" in line for line in case.log)
    assert [each.name for each in case.code] == ["log"]


def test_lines_are_emptied_in_their_place():
    assert without(["a", "b", "c"], {1}) == ["a", "", "c"]

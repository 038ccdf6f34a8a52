from engine.read.formats.program import sniff
from engine.read.parts.names import Names
from engine.read.source import Source
from tests.engine.read.code.plain import read_file

PROGRAM = "import torch\n\nmodel = Net()\noptimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"


def source_of(text, name):
    return Source(name, Names({}), content=text.encode())


def test_a_program_is_read_as_one():
    case = read_file(PROGRAM, "train.py")

    assert [(each.name, each.format) for each in case.read_as] == [("train.py", "program")]
    assert [(each.name, each.line) for each in case.code] == [("train.py", 1)]
    assert case.config["learning_rate"] == 0.1
    assert case.log == ()
    assert case.series == {}


def test_a_log_by_the_name_of_a_program_is_a_log():
    assert not sniff(source_of("epoch 1 loss 2\nepoch 2 loss 1\n", "out.py"))
    assert not sniff(source_of(PROGRAM, "train.log"))


def test_the_cells_of_a_notebook_are_one_program():
    cells = '{"cell_type": "code", "source": ["x = f(1)\\n", "g(x)"], "outputs": []}'
    case = read_file(f'{{"nbformat": 4, "metadata": {{}}, "cells": [{cells}, {cells}]}}', "a.ipynb")

    assert [each.name for each in case.code] == ["a.ipynb/cells.py"]

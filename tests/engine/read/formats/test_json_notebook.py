import json

import pytest

from engine.read.formats.json_notebook import sniff
from tests.engine.read.documents.shapes import reading_of
from tests.engine.read.short import read_file, source_of


def notebook(*cells, **more):
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells} | more)


def code(source="pass", *outputs):
    return {"cell_type": "code", "source": source, "outputs": list(outputs)}


def stream(*lines):
    return {"output_type": "stream", "name": "stdout", "text": list(lines)}


def files(text):
    return {inner.name: inner.content.decode() for inner in reading_of(text, "a.ipynb").inner}


def test_what_cells_printed_is_one_text_in_order():
    text = notebook(
        {"cell_type": "markdown", "source": ["# Title"]},
        code(["lr = 0.1\n", "train()"], stream("epoch 1 loss 2\n", "epoch 2 loss 1\n")),
        code("1/0", {"output_type": "error", "traceback": ["Traceback", "ZeroDivisionError: x"]}),
    )

    assert files(text) == {
        "outputs.log": "epoch 1 loss 2\nepoch 2 loss 1\nTraceback\nZeroDivisionError: x\n",
        "cells.py": "lr = 0.1\ntrain()\n\n1/0",
    }


def test_a_table_is_read_as_html_and_not_as_text():
    data = {"text/html": ["<table><tr><td>1</td></tr>", "</table>"], "text/plain": ["   a\n0  1"]}
    found = files(notebook(code("df", {"output_type": "execute_result", "data": data})))

    assert found["table-1.html"] == "<table><tr><td>1</td></tr></table>"
    assert "outputs.log" not in found


def test_other_html_is_read_as_its_text():
    data = {"text/html": "<b>x</b>", "text/plain": "'loss 1'", "image/png": "aaaa"}

    assert files(notebook(code("x", {"data": data})))["outputs.log"] == "'loss 1'\n"


def test_version_3_has_cells_on_sheets():
    cell = {"cell_type": "code", "input": "train()", "outputs": [stream("loss 1\n")]}

    assert files(json.dumps({"nbformat": 3, "worksheets": [{"cells": [cell]}]})) == {
        "outputs.log": "loss 1\n",
        "cells.py": "train()",
    }


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [3],
        [{"cell_type": "code"}],
        [{"cell_type": "code", "outputs": 3, "source": None}],
        [
            {
                "cell_type": "code",
                "source": [1],
                "outputs": [3, {"text": 3, "data": 3, "traceback": {}}],
            }
        ],
    ],
)
def test_odd_notebooks_are_empty(cells):
    assert files(notebook(*cells)) == {}


@pytest.mark.parametrize("text", ["", "{}", '{"cells": []}', '{"nbformat": 4, "loss": [1, 2]'])
def test_no_notebook(text):
    if text.endswith("}") or not text:
        assert not sniff(source_of(text))


def test_the_curves_of_a_notebook_are_read():
    lines = [f"Epoch {n}/3 - loss: {3.5 - n:.4f} - val_loss: {4.5 - n:.4f}\n" for n in (1, 2, 3)]

    case = read_file(notebook(code("fit()", stream(*lines))), "a.ipynb")

    assert case.series["val_loss"].y.tolist() == [3.5, 2.5, 1.5]

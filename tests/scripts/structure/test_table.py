"""Figures of a small checkout, as text and as JSON."""

import json

from scripts.structure.checkout import Checkout, Source
from scripts.structure.table import as_json, as_text, tables

VIEWS = Source.parsed(
    "shop/views.py",
    "from shop.models import Item\n\n\ndef index(request):\n    return Item.objects.all()\n\n\n"
    "def helper(item):\n    return item\n",
)

TESTS = Source.parsed("tests/test_a.py", "def test_sum_is_right():\n    assert 1 + 1 == 2\n")


def checkout(root, code=(VIEWS,), tests=(TESTS,), templates=()):
    return Checkout(root, code, tests, templates)


def test_json_has_the_numbers_of_the_table(tmp_path):
    every = json.loads(as_json(tables(checkout(tmp_path))))

    assert every["structure"]["code"] == {"files": 1, "lines": 9}
    assert every["structure"]["functions"] == {"functions": 2}
    assert every["structure"]["tests"] == {"files": 1, "lines": 2}
    assert every["structure"]["asserts"] == {"mean": 1.0, "without": 0}
    assert every["structure"]["test_words"] == {"median": 3, "p90": 3}
    assert every["parts"]["shop"]["lines"] == 9


def test_text_has_a_line_for_each_figure(tmp_path):
    every = tables(checkout(tmp_path))

    lines = as_text(every).splitlines()

    assert len(lines) == sum(len(table.figures) + 2 for table in every) - 1


def test_empty_checkout_has_no_means(tmp_path):
    every = json.loads(as_json(tables(checkout(tmp_path, code=(), tests=()))))

    assert every["density"]["nodes"] == {"mean": None}
    assert every["structure"]["file_lines"] == {"median": None, "p90": None, "max": None}
    assert every["parts"] == {}

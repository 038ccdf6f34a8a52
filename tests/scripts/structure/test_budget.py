"""Rules of the budget, on small sources."""

from scripts.structure import budget
from scripts.structure.checkout import Checkout, Source

# 42 nodes on one line
DENSE = "x = [a + b * c for a, b, c in zip(d, e, f) if a > b or c]\n"


def broken(text, rules=budget.CODE_RULES):
    source = Source.parsed("a.py", text)
    return {breach.rule: breach.value for breach in budget.breaches([source], rules)}


def test_airy_code_breaks_no_rule():
    assert broken("def double(number: int) -> int:\n    return 2 * number\n" * 9) == {}


def test_dense_files_break_the_rule_of_nodes():
    assert broken(DENSE * 10) == {"nodes_per_line": 42.1}


def test_tiny_files_are_free_of_the_rule_of_nodes():
    assert broken(DENSE * 9) == {}


def test_long_files_and_functions_break_the_rules_of_size():
    text = "def f():\n" + "    pass\n" * 62 + "x = 1\n" * 240

    assert broken(text) == {"file_lines": 303, "function_lines_over_60": 3}


def test_excess_arguments_add_up():
    text = "def f(a, b, c, d, e, f): pass\ndef g(a, b, c, d, e, f, g): pass\ndef h(a): pass\n"

    assert broken(text) == {"arguments_over_5": 3}


def test_packed_expressions_break_their_rules():
    text = "f(a if b else c)\nx = [y for z in w if (y := z)]\n"

    assert broken(text) == {"ternaries_in_arguments": 1, "walrus_comprehensions": 1}


def test_tests_are_judged_by_size_only(tmp_path):
    dense = Source.parsed("tests/test_a.py", DENSE * 10)
    long = Source.parsed("tests/test_b.py", "x = 1\n" * 301)

    breaches = budget.budget_breaches(Checkout(tmp_path, (), (dense, long), ()))

    assert [breach.path for breach in breaches] == ["tests/test_b.py"]

"""What counts as an assert, and what a test proves."""

from scripts.structure import suite_figures
from scripts.structure.checkout import Source
from scripts.structure.syntax import functions


def test_asserts_of_unittest_count_and_expected_errors_prove():
    source = (
        "def test_a(self):\n    self.assertEqual(1, 1)\n    assert True\n"
        "def test_b():\n    with pytest.raises(ValueError):\n        f()\n"
        "def test_c():\n    check(1)\n"
    )
    tests = list(functions(Source.parsed("tests/a.py", source).tree))

    assert [suite_figures.assert_count(test) for test in tests] == [2, 0, 0]
    assert [suite_figures.proves(test) for test in tests] == [True, True, False]

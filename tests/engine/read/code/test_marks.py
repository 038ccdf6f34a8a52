import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.code.marks import has_prompt, is_continued, is_fence, unmarked
from tests.together import together

MARKED = {
    "prompts of Python": (">>> x = 1\n... y\n2", "x = 1\ny\n"),
    "prompts of IPython": ("In [3]: x = 1\n   ...: y = 2\nOut[3]: 7", "x = 1\ny = 2\n"),
    "numbers of lines": ("9  for x in y:\n10     f(x)", " for x in y:\n    f(x)"),
    "a diff": ("@@ -1,2 +1,2 @@\n a = 1\n-b = 2\n+b = 3", "\na = 1\n\nb = 3"),
    "marks of a diff alone": ("+a = 1\n-b = 2\n c = 3", "a = 1\n\nc = 3"),
    "a quotation": ("> a = 1\n> b = 2", "a = 1\nb = 2"),
    "a fence": ("```python\na = 1\n```", "\na = 1\n"),
    "commands of a notebook": ("%matplotlib inline\n!pip install x\na = 1", "pass\npass\na = 1"),
    "typographic quotes": ("a = \u201cx\u201d", 'a = "x"'),
}
PLAIN = {
    "a comparison": "if a > b:\n    c = a - b",
    "numbers that do not count": "1.5 + 2\n7 * x",
    "a product": "x = [\n    -1,\n    +2,\n]",
}


@together("kind", MARKED)
def test_marks_are_stripped_and_lines_stay(kind):
    text, expected = MARKED[kind]

    assert unmarked(text.split("\n")) == expected.split("\n")


@pytest.mark.parametrize("kind", PLAIN)
def test_text_without_marks_is_kept(kind):
    lines = PLAIN[kind].split("\n")

    assert unmarked(lines) == lines


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_lines_keep_their_number(lines):
    assert len(unmarked(lines)) == len(lines)


def test_fences_and_prompts_are_told_from_text():
    assert is_fence("```py")
    assert not is_fence("x = '`'")
    assert has_prompt(">>> f(x)")
    assert not has_prompt("a >>> b")
    assert is_continued("...     f(x)")
    assert not is_continued("and so on ...")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [(">>> x = 1", "x = 1"), ("In [3]: x = 1", "x = 1"), ("%time f()", "pass"), ("```", "")],
)
def test_one_marked_line_among_others_is_enough(marked, plain):
    assert unmarked(["the loss falls", marked])[1] == plain

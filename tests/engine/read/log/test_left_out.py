import pytest

from engine.read import Inputs, NamedFile, read_case
from engine.read.log.left_out import LeftOut
from engine.read.parts.rows import MAX_NAMES
from engine.read.settings.beyond import Beyond
from tests.engine.content import real_knowledge
from tests.together import together


def test_nothing_is_said_where_nothing_was_left_out():
    assert LeftOut().warnings("run.log") == ()


@together(
    "left_out, words",
    [
        (LeftOut(new_names=1_200), "names in 1,200 lines of ever new names were not read"),
        (LeftOut(values=1), "1 value of further names"),
        (LeftOut(stride=3), "of each 3 lines with numbers only one was read"),
        (LeftOut(printed=2), "2 further lines that may print lists"),
        (LeftOut(tables=7), "7 further HTML tables"),
        (LeftOut(alike=1), "1 line like many others but for their words"),
        (LeftOut(settings=Beyond(sentences=2)), "2 further lines that may state settings"),
        (LeftOut(settings=Beyond(cut_blocks=1)), "after 5,000 lines 1 block of settings ended"),
        (LeftOut(settings=Beyond(blocks=3)), "3 further lines that may open settings"),
    ],
)
def test_each_bound_says_what_it_cost(left_out, words):
    [warning] = left_out.warnings("run.log")

    assert warning.startswith("run.log: ")
    assert words in warning
    assert warning.endswith(" (left out)")


def warnings_of(text):
    file = NamedFile("run.log", text.encode())
    return " ".join(read_case(Inputs(files=(file,)), real_knowledge()).warnings)


def word_of(number):
    """Return a word of its own for each number, without a digit."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


TOO_MUCH = {
    "lines of ever new names": "".join(
        f"loss_{number:05x}q = 0.{number}\n" for number in range(3_000)
    ),
    "of further names": "".join(
        f"{{'loss_{number:05x}q': 0.{number}}}\n" for number in range(2 * MAX_NAMES + 500)
    ),
    "may print lists": "losses = [1, 2, 3]\n" * 3_000,
    "like many others but for their words": "".join(
        f"{word_of(number)} loss 0.{number}\n" for number in range(8_000)
    ),
    "that may state settings": "".join(
        f"Why is my {word_of(number)} so bad? I use lr=0.{number} and batch size {number}.\n"
        for number in range(3_000)
    ),
    "after 5,000 lines 1 block of settings ended": "".join(
        f"lr_{number}: 0.1\n" for number in range(5_100)
    )
    + "".join(f"step {number} loss 0.5\n" for number in range(6_000)),
    "HTML table": 600
    * "<table><tr><th>epoch</th><th>loss</th></tr><tr><td>1</td><td>2</td></tr></table>\n",
}


@pytest.mark.parametrize("words", TOO_MUCH)
def test_what_is_left_out_of_a_log_is_said(words):
    text = TOO_MUCH[words]

    assert words in warnings_of(text)
    assert "(left out)" not in warnings_of(text[: len(text) // 100])

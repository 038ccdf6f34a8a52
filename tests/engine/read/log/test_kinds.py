import re

import pytest

from engine.read.log.kinds import kinds_of
from engine.read.log.line_reader import LineReader
from tests.engine.read.log.names import resolver
from tests.together import together


def kinds(line, count=20):
    """Return the kinds of a text of such lines; `N` stands for a number."""
    rows = [line.replace("N", f"{place}.5") for place in range(count)]
    text = "a title\n" + "\n".join(rows) + "\n"
    return kinds_of(text, LineReader(resolver()).plan)


def kind_of(line):
    (kind,) = kinds(line)
    return kind


@pytest.mark.parametrize(
    ("line", "other", "numbers"),
    [
        ("step N loss N", "step 7   loss   nan ", ("7", "nan")),
        ("step N loss: N", "step 7 loss:-1e-5", ("7", "-1e-5")),
        ("step N loss=N", "step 7 loss=inf", ("7", "inf")),
        ("step N loss N 12ms", "step 1,000 loss .5 9ms", ("1,000", ".5")),
        (
            "2024-05-01 12:00:01 - step N loss N",
            "2024-06-11 13:01:01 - step 7 loss 1.",
            ("7", "1."),
        ),
    ],
)
def test_pattern_captures_the_numbers_of_such_lines(line, other, numbers):
    kind = kind_of(line)

    assert kind.pattern.findall(f"{other}\n") == [numbers]
    assert kind.run.fullmatch(f"{other}\n{other}\n")


@pytest.mark.parametrize(
    "other", ["step 7 loss", "step 7 loss 1 more", "my step 7 loss 1", "step 7 loss one", ""]
)
def test_other_lines_do_not_match(other):
    kind = kind_of("step N loss N")

    assert not kind.pattern.search(f"{other}\n")
    assert not kind.run.search(f"{other}\n")


def test_numbers_of_the_prefix_are_skipped():
    kind = kind_of("2024-05-01 12:00:01 - step N loss N lr N")

    assert (kind.skipped, kind.width, kind.places) == (6, 9, (0, 1, 2))


def test_shapes_that_differ_in_blanks_are_one_kind():
    text = "".join(f"step {place:>4} loss {place}\n" for place in range(2_000))

    assert len(kinds_of(text, LineReader(resolver()).plan)) == 1


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("step N loss N", ("loss", "step")),
        ("step N of e N loss N", ()),  # `e` may be a part of a number
        ("step N, loss N", ()),  # and so may a comma
    ],
)
def test_signs_are_what_no_number_holds(line, signs):
    assert kind_of(line).signs == signs


@together(
    "line",
    [
        "a message N",
        "{'loss': N}",
        "step N | loss N",
        "fold 1 step N loss N",
        "0: step N loss N",
        "[rank1]: step N loss N",
        "step N loss tensor(N)",
        "step 1 loss 0,87 acc 0,12",
        "step N loss N " + "x" * 1_000,
    ],
)
def test_lines_that_are_read_one_by_one(line):
    assert kinds(line) == []


def test_rare_lines_are_read_one_by_one():
    assert kinds("step N loss N", 5) == []


@pytest.mark.parametrize("lead", ["a+b*", "(", "[", "\\d", "^$", "loss.*"])
def test_signs_of_patterns_are_plain_text(lead):
    for kind in kinds(f"step N loss N {lead} N"):
        assert re.escape(lead.split()[0]) in kind.pattern.pattern

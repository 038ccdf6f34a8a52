"""The file of an entry is read into one document: front matter, definition and mechanism."""

import pytest

from content.entry_file import read_entry

PATH = "failure_modes/optimization/rate-too-high.md"
WHOLE = """---
slug: rate-too-high
severity: 4
---

The step is too long.

## Mechanism

It overshoots.
"""


def test_texts_join_the_front_matter():
    document, problems = read_entry(PATH, WHOLE)

    assert problems == []
    assert document.data == {
        "slug": "rate-too-high",
        "severity": 4,
        "definition": "\nThe step is too long.\n\n",
        "mechanism": "\n\nIt overshoots.\n",
    }


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("severity",), "severity: 4"),
        (("definition",), "The step is too long."),
        (("mechanism",), "## Mechanism"),
    ],
)
def test_parts_have_their_lines_of_the_file(location, line):
    document, _ = read_entry(PATH, WHOLE)

    assert WHOLE.splitlines()[document.line(location) - 1] == line


def test_without_a_heading_all_of_the_body_is_the_definition():
    document, problems = read_entry(PATH, "---\na: 1\n---\nOnly this.\n")

    assert problems == []
    assert document.data == {"a": 1, "definition": "Only this.\n"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text", "1: must begin with front matter between two lines of ---"),
        (
            "---\na: 1\n---\ntext\n\n## Mechanism\n\n## Mechanism\n",
            "4: the text must have only one heading ## Mechanism",
        ),
        ("---\n- a\n---\ntext\n", "2: the front matter must be keys and values"),
    ],
)
def test_file_of_another_shape_has_no_data(text, message):
    document, problems = read_entry(PATH, text)

    assert document.data is None
    assert [str(problem) for problem in problems] == [f"{PATH}:{message}"]


def test_unreadable_front_matter_is_told_before_its_shape():
    document, problems = read_entry(PATH, "---\na: [1\n---\ntext\n")

    assert document.data is None
    assert "not readable as YAML" in str(problems[0])
    assert "keys and values" in str(problems[-1])


def test_text_in_the_front_matter_is_a_problem_and_the_one_below_it_stays():
    text = WHOLE.replace("severity: 4", "mechanism: here")

    document, [problem] = read_entry(PATH, text)

    assert problem.message == "mechanism belongs below the front matter"
    assert document.data["mechanism"] == "\n\nIt overshoots.\n"

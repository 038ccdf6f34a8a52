import pytest

from content import schema
from content.tree import parse
from tests.content.faults import HIGH, problems_of
from tests.small_content import edited, small_files


def problems(files):
    return [str(problem) for problem in parse(files).problems]


def test_records_remember_their_place():
    [high] = [r for r in parse(small_files()).failure_modes if r.value.slug == "rate-too-high"]

    problem = high.problem("is wrong", "indications", 1)

    lines = small_files()[HIGH].decode().splitlines()
    assert problem.path == HIGH
    assert "symptom: loss-diverges" in lines[problem.line - 1]


def test_texts_below_the_front_matter_have_lines():
    [high] = [r for r in parse(small_files()).failure_modes if r.value.slug == "rate-too-high"]
    lines = small_files()[HIGH].decode().splitlines()

    assert lines[high.problem("", "definition").line - 1].startswith("The step is longer")
    assert lines[high.problem("", "mechanism").line - 1] == "## Mechanism"


def test_entries_are_ordered_by_id_and_symptoms_by_group():
    tree = parse(small_files())

    assert [record.value.id for record in tree.failure_modes] == ["LY-0050", "LY-0051"]
    assert [record.value.group for record in tree.symptoms] == ["loss", "loss", "loss", "speed"]


def test_slugs_are_those_of_one_kind_of_record():
    tree = parse(small_files())

    assert tree.slugs(schema.Check) == {"learning-rate-sweep", "second-check"}
    assert tree.slugs(schema.FailureMode) == {"rate-too-high", "rate-too-low"}


def test_a_faulty_record_keeps_its_slug():
    tree = parse(edited(small_files(), HIGH, "severity: 4", "severity: 9"))

    assert [record.value.slug for record in tree.failure_modes] == ["rate-too-low"]
    assert tree.slugs(schema.FailureMode) == {"rate-too-high", "rate-too-low"}
    assert [problem.path for problem in tree.problems] == [HIGH]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"checks.yaml": b"\xff"}, "checks.yaml:1: not UTF-8: invalid start byte at byte 0"),
        ({"checks.yaml": b"a: 1"}, "checks.yaml:1: must be a list of records"),
        ({HIGH: b"text"}, f"{HIGH}:1: must begin with front matter between two lines of ---"),
        (
            {HIGH: b"---\na: 1\n---\ntext\n\n## Mechanism\n\n## Mechanism\n"},
            f"{HIGH}:4: the text must have only one heading ## Mechanism",
        ),
        (
            {HIGH: b"---\n- a\n---\ntext\n\n## Mechanism\n\nmore"},
            f"{HIGH}:2: the front matter must be keys and values",
        ),
    ],
)
def test_a_file_that_makes_no_record_is_a_problem(files, message):
    assert problems(files) == [message]


def test_a_text_in_the_front_matter_is_a_problem():
    files = edited(small_files(), HIGH, "severity: 4", "severity: 4\nmechanism: here")

    assert any("mechanism belongs below the front matter" in text for text in problems(files))


def test_an_empty_list_file_is_no_problem():
    tree = parse({"checks.yaml": b"", "signals.yaml": b"[]\n"})

    assert (tree.checks, tree.signals, tree.problems) == ([], [], [])


def test_windows_line_ends_and_a_byte_order_mark_are_read():
    files = {
        path: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") for path, data in small_files().items()
    }

    tree = parse(files)

    assert tree.problems == []
    assert [r.value for r in tree.checks] == [r.value for r in parse(small_files()).checks]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (HIGH, "severity: 4", "severity: 4\nseverity: 5", "the key 'severity' is given twice"),
        (HIGH, "severity: 4", "severity: [4", "not readable as YAML"),
        (HIGH, "severity: 4", "definition: again", "definition belongs below the front matter"),
        (HIGH, "---\nid", "--\nid", "must begin with front matter"),
        (HIGH, "## Mechanism", "## Mechanism\n\n## Mechanism", "only one heading ## Mechanism"),
        ("retired.yaml", "- id", "id", "not readable as YAML"),
    ],
)
def test_file_of_another_shape_is_a_problem(path, old, new, message):
    broken = edited(small_files(), path, old, new)

    assert any(message in problem for problem in problems(broken))


@pytest.mark.usefixtures("small_engine")
@pytest.mark.parametrize("data", [b"\xff\xfe", b"just words", b"- 1\n- [2]", b""])
def test_unreadable_files_are_problems_and_no_crash(files, data):
    found = problems_of({**files, "checks.yaml": data})

    assert found
    assert all(problem.line >= 1 for problem in found)

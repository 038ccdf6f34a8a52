"""What is parsed file by file is what is parsed at once, and stays as it is in the files."""

import pytest

from content.tree import parse
from tests.parsed import parsed
from tests.small_content import edited, small_files

HIGH = "failure_modes/optimization/rate-too-high.md"
LOSS = "symptoms/loss.yaml"


@pytest.mark.parametrize(
    "files",
    [
        small_files(),
        edited(small_files(), HIGH, "severity: 4", "severity: 9"),
        edited(small_files(), LOSS, "slug: loss-diverges", "slug: loss-drifts-off"),
        {**small_files(), "checks.yaml": b"a: [", "views.yaml": b"\xff"},
        {},
    ],
    ids=["whole", "faulty entry", "another record", "unreadable", "none"],
)
def test_the_tree_is_that_of_all_files_at_once(files):
    assert parsed(files) == parse(files)


def test_records_stand_in_the_order_of_all_files():
    groups = {"symptoms/b.yaml": "loss", "symptoms/a.yaml": "speed"}
    text = small_files()[LOSS].decode()
    files = {
        path: text.replace("group: loss", f"group: {group}").encode()
        for path, group in groups.items()
    }

    assert parsed(files) == parse(files)
    assert [record.value.group for record in parsed(files).symptoms][0:1] == ["loss"]


def test_an_added_record_reaches_no_other_tree():
    tree = parsed(small_files())
    tree.symptoms.clear()
    tree.programs.clear()

    assert parsed(small_files()) == parse(small_files())

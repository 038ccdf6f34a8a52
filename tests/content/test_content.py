import datetime as dt

import pytest

from content.content import (
    Content,
    content_of_files,
    content_of_folder,
    hashed_content_of_folder,
)
from content.files import hash_files
from content.problems import ContentError
from tests.content.faults import HIGH, SPEED, last_line_of, problems_of
from tests.small_content import edited, entry, small_content, small_files, write_files


@pytest.mark.usefixtures("small_engine")
def test_good_content_has_no_problems(files):
    assert problems_of(files) == []
    assert content_of_files(files) == small_content()


def test_the_name_is_the_month_of_the_newest_change():
    older = entry("rate-too-high", 50, "rate-too-low", changed=dt.date(2026, 3, 1))
    newer = entry("rate-too-low", 51, "rate-too-high", changed=dt.date(2026, 9, 30))

    assert Content(failure_modes=(newer, older)).name == "2026.09"


def test_a_content_without_entries_is_empty():
    assert Content().name == "empty"
    assert Content().published == ()


def test_drafts_are_not_published():
    draft = entry("rate-too-low", 51, "rate-too-high", status="draft")
    high = small_content().failure_modes[0]

    assert small_content(failure_modes=(high, draft)).published == (high,)


@pytest.mark.usefixtures("small_engine")
def test_chapters_without_entries_are_left_out():
    content = content_of_files(small_files())

    assert [chapter.slug for chapter in content.chapters] == ["optimization"]
    assert content.specimens == small_content().specimens


@pytest.mark.usefixtures("small_engine")
def test_all_problems_are_raised_together():
    files = edited(small_files(), HIGH, "severity: 4", "severity: 9")
    files = edited(files, "checks.yaml", "cost: minutes", "cost: ages")

    with pytest.raises(ContentError) as caught:
        content_of_files(files)

    paths = {problem.path for problem in caught.value.problems}
    assert {HIGH, "checks.yaml"} <= paths


@pytest.mark.usefixtures("small_engine")
def test_problems_of_one_file_are_raised_together_with_lines(files):
    broken = edited(files, HIGH, "severity: 4", "severity: 9")
    broken = edited(broken, HIGH, "silence: loud", "silence: deafening")
    broken = edited(broken, SPEED, "background: 0.05", "background: 2")

    with pytest.raises(ContentError) as caught:
        content_of_files(broken)

    assert [problem.path for problem in caught.value.problems] == [HIGH, HIGH, SPEED]
    assert f"{HIGH}:{last_line_of(broken, HIGH, 'severity: 9')}: severity:" in str(caught.value)


@pytest.mark.usefixtures("small_engine")
def test_a_folder_gives_its_content_with_the_hash(tmp_path):
    write_files(small_files(), tmp_path)

    read = hashed_content_of_folder(tmp_path)

    assert read.hash == hash_files(small_files())
    assert read.content == content_of_folder(tmp_path) == small_content()


@pytest.mark.usefixtures("small_engine")
def test_a_folder_with_problems_gives_no_content(tmp_path):
    write_files({**small_files(), "checks.yaml": b"- broken"}, tmp_path)

    with pytest.raises(ContentError, match=r"checks.yaml:1"):
        hashed_content_of_folder(tmp_path)

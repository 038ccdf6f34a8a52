"""Finding the files of a checkout, with git and without."""

import subprocess

import pytest

from scripts.structure.checkout import (
    Source,
    UnreadableSourceError,
    is_code,
    is_template,
    is_test,
    read_checkout,
)


def write(root, files):
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


def paths(sources):
    return [source.path for source in sources]


@pytest.mark.parametrize("path", ["manage.py", "a/b.py", "scripts/a.py", "latest/contest.py"])
def test_python_outside_the_tests_is_code(path):
    assert is_code(path)
    assert not is_test(path)


@pytest.mark.parametrize("path", ["tests/a.py", "a/tests/b.py", "a/test_b.py", "conftest.py"])
def test_tests_are_known_by_their_names(path):
    assert is_test(path)
    assert not is_code(path)


@pytest.mark.parametrize(
    "path",
    [
        "fixtures/a/bad.py",
        "a/migrations/0001.py",
        "tests/engine/read/golden/a/train.py",
        "a.md",
        "py",
    ],
)
def test_content_and_migrations_are_left_out(path):
    assert not is_code(path)
    assert not is_test(path)


def test_templates_are_html_below_templates():
    assert is_template("a/templates/b/c.html")
    assert not is_template("docs/a.html")
    assert not is_template("templates/a.txt")


def test_files_are_found_without_git(tmp_path):
    write(
        tmp_path,
        {
            "a.py": "x = 1",
            "b/__init__.py": "",
            "tests/test_a.py": "x = 1",
            "templates/a.html": "<p>",
            ".venv/c.py": "x = 1",
            "var/d.py": "x = 1",
        },
    )

    checkout = read_checkout(tmp_path)

    assert paths(checkout.code) == ["a.py"]
    assert paths(checkout.tests) == ["tests/test_a.py"]
    assert [template.path for template in checkout.templates] == ["templates/a.html"]


def test_git_leaves_out_ignored_and_removed_files(tmp_path):
    write(tmp_path, {"a.py": "x = 1", "gone.py": "x = 1", "b.py": "x = 1", ".gitignore": "b.py"})
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)  # noqa: S603, S607
    (tmp_path / "gone.py").unlink()
    write(tmp_path, {"new.py": "x = 1"})

    assert paths(read_checkout(tmp_path).code) == ["a.py", "new.py"]


def test_wrong_syntax_is_named_with_its_line():
    with pytest.raises(UnreadableSourceError, match=r"^a/b\.py:2: "):
        Source.parsed("a/b.py", "x = 1\ndef\n")


def test_null_characters_are_named_with_their_file():
    with pytest.raises(UnreadableSourceError, match=r"^a\.py"):
        Source.parsed("a.py", "x = 1\0")


def test_other_encodings_are_named_with_their_file(tmp_path):
    (tmp_path / "a.py").write_bytes(b"x = '\xe9'")

    with pytest.raises(UnreadableSourceError, match=r"^a\.py: not UTF-8 at byte 5"):
        read_checkout(tmp_path)

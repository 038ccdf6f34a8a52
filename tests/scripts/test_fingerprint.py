import pytest

from scripts import fingerprint


@pytest.fixture
def printed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def of(*arguments):
        monkeypatch.setattr("sys.argv", ["fingerprint.py", *arguments])
        fingerprint.main()
        return capsys.readouterr().out

    return of


def test_the_hash_changes_with_the_bytes_and_with_the_names(printed, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").write_text("1")
    first = printed("folder")
    (tmp_path / "folder" / "a").write_text("2")
    second = printed("folder")
    (tmp_path / "folder" / "a").rename(tmp_path / "folder" / "b")
    third = printed("folder")

    assert len({first, second, third}) == 3


def test_the_text_is_part_of_the_hash(printed):
    assert printed("--text", "sqlite") != printed("--text", "postgres")


def test_compiled_python_does_not_change_the_hash(printed, tmp_path):
    (tmp_path / "folder" / "__pycache__").mkdir(parents=True)
    before = printed("folder")
    (tmp_path / "folder" / "__pycache__" / "a.pyc").write_text("1")

    assert printed("folder") == before


def test_a_path_that_does_not_exist_counts_as_empty(printed):
    assert printed("nothing-here") == printed()

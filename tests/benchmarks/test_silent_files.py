from benchmarks.item_sets import silent
from benchmarks.items import Item
from benchmarks.silent_files import SUFFIXES, project_files, silent_files, system_files
from engine.read import Inputs


def item(**inputs):
    return Item("q1", "silent", "greeting", "x", frozenset({"x"}), Inputs(**inputs))


def test_each_text_is_a_file_under_every_suffix():
    found = list(silent_files([item(description="hi"), item(log="root:x:0")]))

    assert len(found) == 2 * len(SUFFIXES)
    assert found[0].inputs == Inputs(files=found[0].inputs.files)
    assert [file.content for each in found for file in each.inputs.files] == (
        [b"hi"] * len(SUFFIXES) + [b"root:x:0"] * len(SUFFIXES)
    )
    assert len({each.id for each in found[: len(SUFFIXES)]}) == len(SUFFIXES)


def test_all_silent_texts_become_files():
    assert len(list(silent_files(silent()))) == len(SUFFIXES) * len(list(silent()))


def test_documents_and_programs_of_a_project_are_taken_and_specimens_are_not(tmp_path):
    for name in ("README.md", "engine/a.py", "fixtures/specimens/x/bad.py", "engine/data.tsv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n")

    assert [each.id for each in project_files(tmp_path)] == ["README.md", "engine/a.py"]


def test_files_of_a_system_are_spread_and_neither_empty_nor_linked(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")

    assert [each.id for each in system_files([str(tmp_path)])] == [str(tmp_path / "a.txt")]
    assert list(system_files([str(tmp_path / "none")])) == []

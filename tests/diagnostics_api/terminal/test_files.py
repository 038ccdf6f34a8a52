import pytest

from diagnostics_api.terminal import files
from diagnostics_api.terminal.files import FileOnDisk, files_of
from engine.read import NamedFile


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A run folder in the working directory."""
    folder = tmp_path / "run"
    for name in ("train/loss.tsv", "val/loss.tsv", "model.pt", ".git/config", ".hydra/config.yaml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.chdir(tmp_path)
    return folder


def names(*arguments):
    return [file.name for file in files_of(arguments)]


def test_relative_path_is_kept_as_it_was_typed(run):
    assert names("run/val/loss.tsv") == ["run/val/loss.tsv"]
    assert names("./run/../run/val/loss.tsv") == ["run/run/val/loss.tsv"]


def test_absolute_paths_are_told_from_the_folder_of_all(run):
    assert names(f"{run}/val/loss.tsv") == ["loss.tsv"]
    assert names(f"{run}/val/loss.tsv", f"{run}/train/loss.tsv") == [
        "val/loss.tsv",
        "train/loss.tsv",
    ]


def test_folder_is_gone_through_without_byproducts(run):
    expected = ["run/.hydra/config.yaml", "run/train/loss.tsv", "run/val/loss.tsv"]

    assert names("run") == expected
    assert names(str(run)) == expected


def test_links_are_not_followed(run):
    (run / "link.log").symlink_to("/etc/hostname")

    assert "run/link.log" not in names("run")


def test_content_is_read_when_it_is_asked_for(run):
    (file,) = files_of(["run/val/loss.tsv"])
    (run / "val/loss.tsv").write_text("later")

    assert isinstance(file, NamedFile)
    assert file.content == b"later"


def test_file_on_disk_has_a_name_and_a_path(run):
    assert FileOnDisk("a", run / "model.pt").content == b"model.pt"


def test_pieces_of_a_file_on_disk_are_its_content(run, monkeypatch):
    monkeypatch.setattr(files, "_PIECE", 3)

    assert list(FileOnDisk("a", run / "model.pt").pieces()) == [b"mod", b"el.", b"pt"]


@pytest.mark.parametrize("name", ["no/such/file", "/no/such/file"])
def test_missing_file_is_refused(name):
    with pytest.raises(FileNotFoundError):
        files_of([name])


def test_byproduct_that_is_named_is_read(run):
    assert names("run/model.pt") == ["run/model.pt"]

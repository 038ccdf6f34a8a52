"""Parsing an index, and what is sent for a row."""

import pytest

from benchmarks.format_rows import INDEX, Expected, inputs_of, read_index, settings_of

HEADER = "file\ttool\tformat\tseries\tlabel\tacceptable\tnote\n"


def index(folder, *rows):
    lines = ["\t".join(row) for row in rows]
    (folder / INDEX).write_text(HEADER + "\n".join(lines) + "\n")
    return read_index(folder)


def row(folder, file, series="-", note="-"):
    (read,) = index(folder, (file, "a tool", "a log", series, "healthy", "undecided,refused", note))
    return read


@pytest.fixture
def files(tmp_path):
    for path in ("run/a.log", "run/sub/b.csv", "run/.hidden/c.yaml", "d.log"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


def sent(folder, file):
    return [each.name for each in inputs_of(row(folder, file), folder).files]


def test_columns_of_a_row_are_parsed(tmp_path):
    read = row(tmp_path, "a.log+b.csv", "train_loss:12/48,val_loss|test_loss:*")

    assert read.parts == ("a.log", "b.csv")
    assert read.series == (
        Expected(("train_loss",), (12, 48)),
        Expected(("val_loss", "test_loss"), ()),
    )
    assert [str(each) for each in read.series] == ["train_loss:12/48", "val_loss|test_loss:*"]
    assert read.acceptable == {"undecided", "refused"}
    assert read.slugs == frozenset()


@pytest.mark.parametrize(
    ("note", "settings"),
    [
        ("-", []),
        ("typed; the config is nested", []),
        ("typed; config: lr 0.1; config learning_rate=0.1", [("learning_rate", "0.1")]),
        ("config a=1 b=two; bars=3 are redrawn", [("a", "1"), ("b", "two")]),
        ("config a=1, b=1e-4", [("a", "1"), ("b", "1e-4")]),
    ],
)
def test_settings_stand_after_config(note, settings):
    assert list(settings_of(note)) == settings


@pytest.mark.parametrize("series", ["train_loss", "train_loss:many", ":3"])
def test_broken_series_name_their_row(tmp_path, series):
    with pytest.raises(ValueError, match=r"row a\.log"):
        row(tmp_path, "a.log", series)


def test_short_row_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"row a\.log"):
        index(tmp_path, ("a.log", "a tool"))


def test_file_is_sent_under_its_own_name(files):
    assert sent(files, "run/sub/b.csv") == ["b.csv"]
    assert inputs_of(row(files, "d.log"), files).files[0].content == b"d.log"


def test_folder_is_sent_whole_with_paths_below_it(files):
    assert sent(files, "run/") == [".hidden/c.yaml", "a.log", "sub/b.csv"]


def test_several_files_have_paths_below_what_they_share(files):
    assert sent(files, "run/sub/b.csv+run/a.log") == ["sub/b.csv", "a.log"]
    assert sent(files, "run/sub/+d.log") == ["run/sub/b.csv", "d.log"]


def test_file_that_is_not_there_is_an_error(files):
    with pytest.raises(FileNotFoundError):
        sent(files, "gone.log")

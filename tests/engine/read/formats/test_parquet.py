import importlib
from types import SimpleNamespace

import pytest

from engine.read import ReadError
from engine.read.formats.parquet import read, sniff
from tests.engine.read.short import source_of

CONTENT = b"PAR1" + bytes(20) + b"PAR1"


def test_parquet_without_its_library_says_what_to_send(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)

    with pytest.raises(ReadError, match=r'read_parquet\("h\.parquet"\)\.to_csv'):
        read(source_of(CONTENT, "run/h.parquet"))


class Table:
    """What is used of a table of pyarrow."""

    column_names = ("epoch", "loss", "nested")
    schema = SimpleNamespace(types=[SimpleNamespace(num_fields=count) for count in (0, 0, 2)])

    def select(self, names):
        return names


def stand_in(rows):
    """A stand-in for pyarrow that reads a table of three columns."""
    opened = SimpleNamespace(metadata=SimpleNamespace(num_rows=rows, num_columns=3), read=Table)
    parquet = SimpleNamespace(ParquetFile=lambda stream: opened)
    csv = SimpleNamespace(write_csv=lambda names, out: out.write(",".join(names).encode()))
    return lambda name: {"pyarrow.parquet": parquet, "pyarrow.csv": csv}[name]


def test_flat_columns_become_csv(monkeypatch):
    monkeypatch.setattr(importlib, "import_module", stand_in(3))
    (file,) = read(source_of(CONTENT, "run/h.parquet")).inner

    assert (file.name, file.content) == ("h.csv", b"epoch,loss")


def test_table_of_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(importlib, "import_module", stand_in(10**9))

    with pytest.raises(ReadError, match="cannot be read"):
        read(source_of(CONTENT))


def test_broken_table_is_refused():
    pytest.importorskip("pyarrow")

    with pytest.raises(ReadError, match="cannot be read"):
        read(source_of(CONTENT))


@pytest.mark.parametrize(("content", "is_one"), [(CONTENT, True), (b"PAR", False), (b"", False)])
def test_magic_bytes(content, is_one):
    assert sniff(source_of(content)) == is_one

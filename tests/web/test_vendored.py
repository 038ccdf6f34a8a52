import hashlib
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "static"
ROWS = [line.split() for line in (STATIC / "vendor" / "VENDORED.txt").read_text().splitlines()[3:]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_vendored_file_is_the_one_that_the_table_names(row):
    path, _package, version, terms, digest = row
    assert hashlib.sha256((STATIC / path).read_bytes()).hexdigest() == digest
    assert version[0].isdigit()
    assert terms == "OFL-1.1"


def test_the_table_lists_every_font_and_licence():
    on_disk = {f"fonts/{path.name}" for path in (STATIC / "fonts").iterdir()}
    assert on_disk == {row[0] for row in ROWS if row[0].startswith("fonts/")}


def test_the_fonts_weigh_at_most_150_kb():
    assert sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")) <= 150_000

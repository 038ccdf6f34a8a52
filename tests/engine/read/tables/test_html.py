import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.find import find_tables
from engine.read.tables.html import MOST_TABLES, Rows, html_at, html_tables

TABLE = """<div>
<table border="1" class="dataframe">
  <thead>
    <tr><th></th><th>epoch</th><th>train_loss</th></tr>
  </thead>
  <tbody>
    <tr><th>0</th><td>1</td><td>0,9</td></tr>
    <tr><th>1</th><td>2</td><td>0,8</td></tr>
  </tbody>
</table>
</div>"""


def test_table_among_other_lines():
    lines = ["Saved", *TABLE.split("\n"), "epoch  val_loss", "1  0.5", "2  0.4"]
    tables = find_tables(lines)

    assert [[curve.name for curve in table.curves()] for table in tables] == [
        ["train_loss"],
        ["val_loss"],
    ]
    assert tables[0].curves()[0].y.tolist() == [0.9, 0.8]
    assert tables[0].curves()[0].x.tolist() == [1, 2]


def test_cells_without_closing_tags_and_wide_cells():
    (table,) = html_tables("<table><tr><th colspan=2>a<th>b<tr><td>1<td>2<td>3</table>")

    assert list(table.columns) == ["a", "a.1", "b"]
    assert [cells.texts for cells in table.columns.values()] == [["1"], ["2"], ["3"]]


@pytest.mark.parametrize(
    "text",
    [
        "<table>",
        "<p>text</p>",
        "<table></table>",
        "<table><tr><th>name</th></tr><tr><td>1</td></tr></table>",
    ],
)
def test_no_curves(text):
    table = html_at([text], 0)

    assert table is None or table.curves() == ()


@given(st.text(alphabet='<>/tabledhr cospn="12', max_size=60))
def test_any_text_is_parsed(text):
    assert all(table.height > 0 for table in html_tables(f"<table>{text}"))


def test_of_very_many_tables_the_first_are_read():
    table = "<table><tr><th>epoch</th><th>loss</th></tr><tr><td>1</td><td>.5</td></tr></table>"

    assert len(html_tables(table * (MOST_TABLES + 9))) == MOST_TABLES
    assert len(find_tables([table] * (MOST_TABLES + 9))) == MOST_TABLES
    assert len(find_tables([table] * 3)) == 3


CELL = st.sampled_from(
    ["0.5", "a &amp; b", "&lt", "x > y", "", "<b>3</b>", "<!-- <td>9</td> -->", "<td>", "1 < 2"],
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=2, max_size=4))
def test_plain_tags_are_read_as_the_parser_reads_them(rows):
    cells = ["".join(f'<td class="x">{cell}</td>' for cell in row) for row in rows]
    text = "<table>" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>"
    parser = Rows()
    parser.feed(text)
    parser.close()
    plain = Rows()
    plain.read(text)

    assert plain.tables == parser.tables

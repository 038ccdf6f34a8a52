from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.errors import ReadError
from engine.read.stores.sheet_xml import MAX_COLUMNS, attributes_of, rows_of, texts_of


def sheet(cells):
    return f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()


def rows(cells, texts=()):
    return rows_of("x", sheet(cells), list(texts))


def test_numbers_shared_and_inline_texts():
    cells = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c>'
        '<c r="B1" t="inlineStr"><is><t>loss</t></is></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2*2</f><v>0.5</v></c></row>'
    )

    assert rows(cells, ["x", "epoch"]) == [["epoch", "loss"], ["1", "0.5"]]


def test_gaps_are_filled_and_flags_are_words():
    assert rows('<row><c r="C1" t="b"><v>1</v></c></row>') == [["", "", "true"]]


def test_cells_without_places_follow_each_other():
    assert rows("<row><c><v>1</v></c><c><v>2</v></c></row>") == [["1", "2"]]


@pytest.mark.parametrize("place", ["XFD1", "ZZZZZZZZZZ1"])
def test_far_columns_are_left_out(place):
    assert rows(f'<row><c r="A1"><v>1</v></c><c r="{place}"><v>2</v></c></row>') == [["1"]]
    assert MAX_COLUMNS < 16384


@pytest.mark.parametrize("index", ["9", "-1", "x", ""])
def test_shared_text_that_is_not_there_is_empty(index):
    assert rows(f'<row><c r="A1" t="s"><v>{index}</v></c></row>', ["a"]) == [[""]]


def test_rich_texts_are_joined_without_their_sounds():
    rich = "<si><r><t>val</t></r><r><t>_loss</t></r><rPh><t>x</t></rPh></si>"
    content = f"<sst>{rich}<si><t>b</t></si></sst>"

    assert texts_of("x", content.encode()) == ["val_loss", "b"]


def test_attributes_without_prefix():
    content = b'<w xmlns:r="u"><sheet name="A" r:id="rId1"/></w>'

    assert list(attributes_of("x", content, "sheet")) == [{"name": "A", "id": "rId1"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding):
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE l [<!ENTITY a "aa">]><sst>&a;</sst>'
    )

    with pytest.raises(ReadError, match="document type"):
        texts_of("x", bomb.encode(encoding))


@given(st.text(alphabet='<>/"= rcvt123ABs&;!', max_size=80))
def test_any_xml_is_read_or_refused(cells):
    with suppress(ReadError):
        rows(cells)

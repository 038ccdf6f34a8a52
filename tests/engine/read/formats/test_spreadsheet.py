import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats.spreadsheet import read, sniff
from engine.read.stores import members
from tests.engine.read.short import source_of

BOOK = """<workbook xmlns:r="u"><sheets>
<sheet name="Run/1" sheetId="1" r:id="rId1"/><sheet name="Empty" sheetId="2" r:id="rId2"/>
</sheets></workbook>"""
LINKS = """<Relationships>
<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/>
</Relationships>"""
TEXTS = "<sst><si><t>epoch</t></si><si><t>loss, mean</t></si></sst>"
SHEET = """<worksheet><sheetData>
<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
<row><c r="A2"><v>1</v></c><c r="B2"><v>0.5</v></c></row><row/>
</sheetData></worksheet>"""
PARTS = {
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": LINKS,
    "xl/sharedStrings.xml": TEXTS,
    "xl/worksheets/sheet1.xml": SHEET,
}


def book(**changes):
    stream = io.BytesIO()
    parts = PARTS | {f"xl/{name}.xml": text for name, text in changes.items()}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_sheets_are_csv_under_their_names():
    source = source_of(book(), "history.xlsx")

    assert sniff(source)
    assert [(file.name, file.content) for file in read(source).inner] == [
        ("Run-1.csv", b'epoch,"loss, mean"\n1,0.5\n')
    ]


def test_book_without_shared_texts_and_with_a_second_sheet():
    second = "<worksheet><row><c><v>7</v></c></row></worksheet>"
    changes = {"sharedStrings": "<sst/>", "worksheets/sheet2": second}
    files = read(source_of(book(**changes))).inner

    assert files[0].content == b"1,0.5\n"
    assert (files[1].name, files[1].content) == ("Empty.csv", b"7\n")


@pytest.mark.parametrize(
    "changes",
    [
        {"workbook": "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>"},
        {"sharedStrings": "<sst><si>"},
        {"worksheets/sheet1": ""},
        {"worksheets/sheet1": "<worksheet><row></worksheet>"},
    ],
)
def test_broken_books_are_refused_or_empty(changes):
    with suppress(ReadError):
        assert read(source_of(book(**changes), "x")).inner == ()


def test_book_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(members, "RATIO_FREE", 100)
    monkeypatch.setattr(members, "MAX_RATIO", 0)

    with pytest.raises(ReadError, match="too large a spreadsheet"):
        read(source_of(book()))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"epoch,loss\n"])
def test_other_content_is_no_spreadsheet(content):
    assert not sniff(source_of(content))


WHOLE = book()


@given(st.binary(min_size=1, max_size=60), st.integers(0, len(WHOLE)))
def test_any_damage_is_read_or_refused(damage, place):
    source = source_of(WHOLE[:place] + damage + WHOLE[place + len(damage) :])
    with suppress(ReadError):
        if sniff(source):
            read(source)

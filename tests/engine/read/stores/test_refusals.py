import pickle
import struct

import pytest

from engine.read.stores.refusals import UNKNOWN, reason_of, reason_of_members
from tests.together import together


@together(
    "content, part",
    [
        (pickle.dumps({"loss": [1.0]}), "never loaded"),
        (struct.pack("<Q", 20) + b'{"weight":{}}' + bytes(20), "weights"),
        (b"\x89HDF\r\n\x1a\n" + bytes(20), "HDF5"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "picture"),
        (b"GGUF" + bytes(20), "weights"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xlsx"),
        (b"\x28\xb5\x2f\xfd" + bytes(9), "zstd"),
        (b"%PDF-1.7", "document"),
    ],
)
def test_reason_says_what_to_send(content, part):
    reason = reason_of(content)

    assert part in reason
    assert reason.startswith(("is ", "holds "))


@pytest.mark.parametrize("content", [b"", bytes(100), b"\x80\x04 no end"])
def test_unknown_bytes(content):
    assert reason_of(content) == UNKNOWN


@pytest.mark.parametrize(
    ("names", "part"),
    [
        (["archive/data.pkl", "archive/data/0"], "weights"),
        (["config.json", "model.weights.h5"], "weights"),
        (["mimetype", "content.xml"], "OpenDocument"),
        (["[Content_Types].xml", "word/document.xml"], "document"),
    ],
)
def test_zip_files_of_programs(names, part):
    assert part in reason_of_members(names)


@pytest.mark.parametrize(
    "names", [[], ["run/train.log"], ["[Content_Types].xml", "xl/workbook.xml"]]
)
def test_other_zip_files_may_be_archives(names):
    assert reason_of_members(names) == ""

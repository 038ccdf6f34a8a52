"""Why a file that is no text is not read, and what to send instead.

Weights and pickles are never loaded: loading a pickle runs whatever its author wrote into it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

UNKNOWN = (
    "is neither text nor a file that is read here: send a log, a table (CSV), JSON or an event file"
)
_WEIGHTS = "holds weights and no metrics: send the log or the metrics file of the run"
_PICTURE = "is a picture: paste the text, or send the numbers that it was drawn from"
_PICKLE = (
    "is a pickle, which is never loaded since it can run code: "
    'send what pandas.read_pickle("FILE").to_csv("FILE.csv") or json.dump writes'
)
_HDF5 = (
    "is an HDF5 file: send the training history as CSV or JSON "
    "(keras.callbacks.CSVLogger, history.history)"
)
_SHEET = "is a spreadsheet of the old kind: save it as .xlsx or CSV"
_DOCUMENT = "is a document and no log: paste its text"
_COLUMNS = 'is a {} file: send what pandas.read_{}("FILE").to_csv("FILE.csv") writes'
_PACKED = "is packed ({}), which is not unpacked here: send it unpacked, or as zip or tar.gz"
_PICKLE_START = re.compile(rb"\x80[\x02-\x05]")
_SAFETENSORS = re.compile(rb".{3}\0{5}\{\s*\"", re.DOTALL)
_SNIFFED = 300  # bytes


class _Mark(NamedTuple):
    start: bytes
    reason: str


_MARKS = (
    _Mark(b"\x89HDF\r\n\x1a\n", _HDF5),
    _Mark(b"GGUF", _WEIGHTS),
    _Mark(b"\x89PNG\r\n\x1a\n", _PICTURE),
    _Mark(b"\xff\xd8\xff", _PICTURE),
    _Mark(b"GIF8", _PICTURE),
    _Mark(b"RIFF", _PICTURE),
    _Mark(b"%PDF-", _DOCUMENT),
    _Mark(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _SHEET),
    _Mark(b"ARROW1", _COLUMNS.format("Feather", "feather")),
    _Mark(b"FEA1", _COLUMNS.format("Feather", "feather")),
    _Mark(b"ORC", _COLUMNS.format("ORC", "orc")),
    _Mark(b"\x28\xb5\x2f\xfd", _PACKED.format("zstd")),
    _Mark(b"7z\xbc\xaf\x27\x1c", _PACKED.format("7z")),
    _Mark(b"Rar!\x1a\x07", _PACKED.format("rar")),
    _Mark(b"\x04\x22\x4d\x18", _PACKED.format("lz4")),
)


def reason_of(content: bytes) -> str:
    """Return the reason as the rest of a sentence that begins with the name of the file."""
    for mark in _MARKS:
        if content.startswith(mark.start):
            return mark.reason
    start = content[:_SNIFFED]
    if _PICKLE_START.match(start) and content.rstrip(b"\0").endswith(b"."):
        return _PICKLE
    if _SAFETENSORS.match(start):
        return _WEIGHTS
    return UNKNOWN


def reason_of_members(names: list[str]) -> str:
    """Return why a zip with these members is no archive of a run; empty where it may be one.

    Weights of PyTorch and Keras, and documents of offices, are zip files.
    """
    last_parts = {name.rpartition("/")[2] for name in names}
    if "data.pkl" in last_parts or "model.weights.h5" in last_parts:
        return _WEIGHTS
    if "content.xml" in last_parts and "mimetype" in last_parts:
        return "is an OpenDocument file: save it as .xlsx or CSV"
    if "[Content_Types].xml" in last_parts and "xl/workbook.xml" not in names:
        return _DOCUMENT
    return ""

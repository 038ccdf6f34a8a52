"""Files and folders of a run as they are: event files, stores, archives, encodings, broken parts."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import bz2
import gzip
import io
import lzma
import sqlite3
import struct
import tarfile
import zipfile

import numpy as np
import pytest

from engine.read import ReadError
from engine.read.stores.crc32c import crc32c
from tests.engine.read.faults.reading import assert_reads, case_of

CSV = "epoch,train_loss,val_loss\n1,0.9,1.0\n2,0.8,0.95\n3,0.7,0.97\n"
CURVES = {"train_loss": {1: 0.9, 2: 0.8, 3: 0.7}, "val_loss": {1: 1.0, 2: 0.95, 3: 0.97}}
PICKLE = b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94."


def masked(data):
    crc = crc32c(data)
    return struct.pack("<I", ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def record(data):
    length = struct.pack("<Q", len(data))
    return length + masked(length) + data + masked(data)


def field(number, data):
    return bytes([number << 3 | 2, len(data)]) + data


def scalar(tag, step, value):
    """Return an event with one old summary value, framed as a record."""
    inner = field(1, tag.encode()) + b"\x15" + struct.pack("<f", value)
    event = b"\x09" + struct.pack("<d", 1.7e9) + b"\x10" + bytes([step])
    return record(event + field(5, field(1, inner)))


def version(writer=b""):
    """Return the first record; today's writer names itself in it."""
    event = b"\x09" + struct.pack("<d", 1.7e9) + field(3, b"brain.Event:2")
    return record(event + (field(10, field(1, writer)) if writer else b""))


LOSSES = b"".join(scalar("loss", step, 1 / step) for step in (1, 2, 4))
EVENT_FILES = [  # formats 2, reading B1
    version() + LOSSES,
    version(b"tensorboard.summary.writer.event_file_writer") + LOSSES,
    version(b"w" * 100) + LOSSES,
    LOSSES,
]


@pytest.mark.parametrize("content", EVENT_FILES)
def test_event_files_of_every_writer(content):
    assert_reads(
        content,
        {"train_loss": {1: 1.0, 2: 0.5, 4: 0.25}},
        name="events.out.tfevents.1700000000.host",
    )


@pytest.mark.parametrize("folders", [("train", "validation"), ("logs/train", "logs/val")])
def test_event_files_get_their_split_from_the_folder(folders):
    case = case_of({f"{each}/events.out.tfevents.1.v2": version() + LOSSES for each in folders})

    assert case.series.keys() == {"train_loss", "val_loss"}


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(members):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content.encode()))
    return buffer.getvalue()


PACKED = [  # formats 11
    ("metrics.csv.gz", gzip.compress(CSV.encode(), mtime=0)),
    ("metrics.csv.bz2", bz2.compress(CSV.encode())),
    ("metrics.csv.xz", lzma.compress(CSV.encode())),
    ("run.zip", zipped({"run/metrics.csv": CSV, "run/model.pt": PICKLE})),
    ("run.tar.gz", tarred({"run/metrics.csv": CSV, "run/README.md": "# a run\n"})),
]


@pytest.mark.parametrize(("name", "content"), PACKED, ids=[name for name, _ in PACKED])
def test_packed_files_are_opened(name, content):
    assert_reads(content, CURVES, name=name)


BESIDE = [  # formats 11, reading C5: files that cannot be read
    {"run/model.pt": PICKLE, "run/plot.png": b"\x89PNG\r\n\x1a\n" + bytes(64)},
    {"run/broken.json": '{"loss": [1, 2', "run/data.bin": bytes(range(256)) * 20},
    {"run/train.py": "val_loss = 0.0\nlr = 0.9\n", "run/README.md": "# Results\n\nloss 0.3 after all\n"},
    {"run/events.out.tfevents.1": b"\x18\0\0\0\0\0\0\0broken", "run/requirements.txt": "torch==2.1\n"},
]  # fmt: skip


@pytest.mark.parametrize("others", BESIDE)
def test_one_unreadable_file_stops_no_other(others):
    assert_reads({**others, "run/metrics.csv": CSV}, CURVES)


def test_nothing_but_unreadable_files_is_refused():
    with pytest.raises(ReadError):
        case_of({"data.bin": bytes(range(256)) * 20})


ENCODED = [  # formats 15, reading B6
    CSV.encode("utf-16-le"),
    CSV.encode("utf-16-be"),
    CSV.encode("utf-16"),
    b"\xef\xbb\xbf" + CSV.encode(),
    ("# für den Lauf\n" + CSV).encode("latin-1"),
    CSV.replace("\n", "\r\n").encode(),
    bytes(5000) + CSV.encode(),
]


@pytest.mark.parametrize("content", ENCODED)
def test_encodings(content):
    assert_reads(content, CURVES, name="metrics.csv")


@pytest.mark.parametrize("escape", ["\x1b[32m{}\x1b[0m", "\x1b[1;31mINFO\x1b[0m {}", "{}\r"])
def test_colors_and_returns(escape):
    lines = ["epoch 1 train_loss 0.9 val_loss 1.0", "epoch 2 train_loss 0.8 val_loss 0.95"]

    assert_reads(
        "\n".join(map(escape.format, lines)),
        {"train_loss": {1: 0.9, 2: 0.8}, "val_loss": {1: 1.0, 2: 0.95}},
    )


def database(tmp_path):
    """Return the metrics table of MLflow's store."""
    path = tmp_path / "mlflow.db"
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE metrics (key VARCHAR(250), value FLOAT, timestamp BIGINT, "
        "run_uuid VARCHAR(32), step BIGINT, is_nan BOOLEAN)"
    )
    rows = [
        (name, value, 1, "a", step, False)
        for name, points in CURVES.items()
        for step, value in points.items()
    ]
    connection.executemany("INSERT INTO metrics VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return path.read_bytes()


def arrays(**named):
    buffer = io.BytesIO()
    np.savez(buffer, **named)
    return buffer.getvalue()


def test_mlflow_database(tmp_path):  # formats 20
    assert_reads(database(tmp_path), CURVES, name="mlflow.db")


def test_arrays_of_numpy():
    content = arrays(train_loss=[0.9, 0.8, 0.7], val_loss=[1.0, 0.95, 0.97])

    assert_reads(
        content, {name: list(each.values()) for name, each in CURVES.items()}, name="h.npz"
    )


@pytest.mark.parametrize("name", ["history.pkl", "history.parquet", "model.safetensors"])
def test_a_refusal_says_what_to_send_instead(name):
    content = {"history.parquet": b"PAR1" + bytes(40) + b"PAR1"}.get(name, PICKLE)

    with pytest.raises(ReadError) as caught:
        case_of({name: content})
    assert "csv" in str(caught.value.problems[0].detail).lower() or name.startswith("model")


LONGER = [  # reading B3
    {"wandb-summary.json": '{"loss": 0.7, "_step": 3}', "log.csv": "step,loss\n1,0.9\n2,0.8\n3,0.7\n"},
    {"all_results.json": '{"train_loss": 0.8}', "log.csv": "step,train_loss\n1,0.9\n2,0.8\n3,0.7\n"},
    {"log.csv": "step,loss\n1,0.9\n2,0.8\n3,0.7\n", "out.log": "loss 0.9\nloss 0.8\n"},
]  # fmt: skip


@pytest.mark.parametrize("files", LONGER)
def test_the_longer_curve_with_a_step_is_kept(files):
    assert_reads(files, {"train_loss": {1: 0.9, 2: 0.8, 3: 0.7}})


def test_columns_of_two_runs_of_an_export_are_apart():
    text = "Step,a - val_loss,b - val_loss\n1,0.9,1.9\n2,0.8,1.8\n3,0.7,1.7\n"
    case = case_of({"wandb_export.csv": text})

    assert case.series["val_loss"].y.tolist() in ([0.9, 0.8, 0.7], [1.9, 1.8, 1.7])
    assert len(case.read_as[0].other_runs) == 1

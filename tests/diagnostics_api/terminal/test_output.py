import errno
import io
import os

import pytest

from diagnostics_api.terminal.output import UnwritableError, print_output


class FailingStream(io.StringIO):
    """Raise the error of a full disk or a closed pipe, and count as the given descriptor."""

    def __init__(self, code, descriptor):
        super().__init__()
        self.code = code
        self.descriptor = descriptor

    def flush(self):
        raise OSError(self.code, os.strerror(self.code))

    def fileno(self):
        return self.descriptor


@pytest.fixture
def descriptor(tmp_path):
    path = tmp_path / "output"
    opened = os.open(path, os.O_CREAT | os.O_WRONLY)
    yield opened
    os.close(opened)


def encoded(text, encoding):
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding=encoding)
    print_output(text, stream)
    return data.getvalue()


def test_text_is_printed_at_once():
    assert encoded("“nan” é", "utf-8") == "“nan” é".encode()


def test_unencodable_characters_are_printed_as_escapes():
    assert encoded("“nan”", "ascii") == rb"\u201cnan\u201d"


def test_lone_surrogates_of_a_file_name_are_printed_as_escapes():
    assert encoded("rd-\udcff.log", "utf-8") == rb"rd-\udcff.log"


def test_a_reader_that_stops_early_is_no_fault(descriptor):
    print_output("report", FailingStream(errno.EPIPE, descriptor))


def test_the_rest_is_discarded_after_a_closed_pipe():
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "w") as stream:
        print_output("report", stream)

        stream.write("the flush at the end does not fail")


def test_a_full_disk_is_named(descriptor):
    with pytest.raises(UnwritableError, match="standard output: No space left on device"):
        print_output("report", FailingStream(errno.ENOSPC, descriptor))


def test_a_closed_standard_output_is_named():
    with pytest.raises(UnwritableError, match="standard output is closed"):
        print_output("report", None)

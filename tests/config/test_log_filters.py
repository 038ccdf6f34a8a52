import logging
import sys

from config.log_filters import WithoutTrace


def test_an_error_becomes_a_warning_without_its_trace():
    try:
        raise ValueError("wrong host")
    except ValueError:
        record = logging.LogRecord("n", logging.ERROR, "", 1, "wrong host", (), sys.exc_info())

    assert WithoutTrace().filter(record)
    assert logging.Formatter("{levelname} {message}", style="{").format(record) == (
        "WARNING wrong host"
    )

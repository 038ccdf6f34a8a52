"""Logs as text for terminals and as JSON lines for collectors."""

import json
import logging
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from operations.json_lines import JsonLines
from operations.logs import ACCESS_LOGGER, logging_config, wants_access_log

ROOT = Path(__file__).parents[2]


def written(record):
    return JsonLines().format(record)


def record_of(message="said", **more):
    record = logging.LogRecord("some.part", logging.WARNING, __file__, 1, message, (), None)
    record.request_id = "id-of-request"
    record.__dict__ |= more
    return record


def test_line_of_json_names_time_level_logger_and_request():
    line = json.loads(written(record_of(status_code=500)))

    assert datetime.fromisoformat(line.pop("time")).utcoffset().total_seconds() == 0
    assert line == {
        "level": "WARNING",
        "logger": "some.part",
        "message": "said",
        "request_id": "id-of-request",
        "status_code": 500,
    }


def test_line_outside_of_requests_has_no_id():
    assert "request_id" not in json.loads(written(record_of(request_id="")))


def test_nothing_that_is_said_breaks_a_line():
    line = written(record_of('a\nb\r"}\u2028{"level": "ERROR"'))

    assert len(line.splitlines()) == 1
    assert json.loads(line)["message"].startswith('a\nb\r"}')


def test_query_of_a_request_is_not_logged():
    request = RequestFactory().get("/search/?q=private")

    assert "private" not in written(record_of(request=request))


def test_error_keeps_its_trace():
    try:
        raise ValueError("odd")
    except ValueError:
        record = record_of(exc_info=sys.exc_info())

    assert "ValueError: odd" in json.loads(written(record))["exc_info"]


def test_unknown_format_names_itself():
    with pytest.raises(ImproperlyConfigured, match="LOG_FORMAT must be text or json, not 'xml'"):
        logging_config("xml", "INFO", access=True)


@pytest.mark.parametrize(
    ("value", "log_format", "wanted"),
    [
        ("", "text", False),
        ("", "json", True),
        ("-", "text", True),
        ("off", "json", False),
    ],
)
def test_access_log(value, log_format, wanted):
    assert wants_access_log(value, log_format) is wanted


def test_access_log_that_is_no_switch_names_itself():
    with pytest.raises(ImproperlyConfigured, match="ACCESS_LOG must be - or on, or off"):
        wants_access_log("/var/log/access", "text")


PROGRAM = """
import logging, logging.config, sys
from operations import request_id
from operations.logs import logging_config
logging.config.dictConfig(logging_config(sys.argv[1], "INFO", access=sys.argv[2] == "on"))
request_id.current.set("the-id")
logging.getLogger("operations.access").info("GET / 200", extra={"status": 200})
logging.getLogger("any.part").warning("odd")
logging.getLogger("gunicorn.error").error("worker ended")
"""


def logged(log_format, access):
    """Return the lines on standard output and standard error of a process of its own."""
    command = [sys.executable, "-c", PROGRAM, log_format, access]
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return ran.stdout.splitlines(), ran.stderr.splitlines()


def test_json_of_application_server_and_requests():
    (request,), errors = logged("json", "on")

    line = json.loads(request)
    assert (line["logger"], line["request_id"], line["status"]) == (ACCESS_LOGGER, "the-id", 200)
    assert [json.loads(error)["logger"] for error in errors] == ["any.part", "gunicorn.error"]


def test_text_without_requests():
    requests, errors = logged("text", "off")

    assert requests == []
    assert [error.partition(" WARNING ")[2] for error in errors[:1]] == ["any.part: odd"]

from types import SimpleNamespace

from gunicorn import http

from config import gunicorn  # noqa: F401 (it puts the answer in place)
from config.quiet_response import QuietResponse


def test_answers_do_not_name_the_server():
    request = SimpleNamespace(version=(1, 1), method="GET", should_close=lambda: True)
    response = QuietResponse(request, None, None)
    response.status = "200 OK"

    names = [header.partition(":")[0] for header in response.default_headers()]

    assert "Date" in names
    assert "Server" not in names


def test_the_server_gives_them():
    assert http.wsgi.Response is QuietResponse

from types import SimpleNamespace

import pytest

from config import gunicorn


def server(*bind):
    return SimpleNamespace(cfg=SimpleNamespace(bind=list(bind)))


def test_own_address_starts():
    gunicorn.on_starting(server(gunicorn.bind))


@pytest.mark.parametrize("bind", [("0.0.0.0:80",), (gunicorn.bind, "0.0.0.0:80")])
def test_address_that_settings_do_not_see_is_refused(bind):
    with pytest.raises(SystemExit, match=r"set BIND=.*0\.0\.0\.0:80 instead of passing --bind"):
        gunicorn.on_starting(server(*bind))


def test_start_says_the_rate_limit():
    assert "not limited" in gunicorn.rate_limit_in_words("")
    assert "60/min for each address" in gunicorn.rate_limit_in_words("60/min")

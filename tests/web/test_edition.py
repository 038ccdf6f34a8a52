"""Where the frame finds the edition."""

from types import SimpleNamespace

from web.edition import edition_of


def test_the_request_gives_the_edition():
    request = SimpleNamespace(edition=lambda: "the edition")

    assert edition_of(request) == "the edition"


def test_nothing_is_loaded():
    assert edition_of(SimpleNamespace(edition=lambda: None)) is None


def test_there_is_no_request_or_no_middleware():
    assert edition_of(None) is None
    assert edition_of(SimpleNamespace()) is None

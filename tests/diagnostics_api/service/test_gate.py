import io

import pytest
from django.test import RequestFactory
from rest_framework.exceptions import ParseError, UnsupportedMediaType

from diagnostics_api.service.gate import (
    MULTIPART_OVERHEAD,
    LengthRequiredError,
    TooLargeError,
    refuse_unreadable,
)

LIMIT = 1000


@pytest.fixture(autouse=True)
def _small_limit(settings):
    settings.DIAGNOSIS_MAX_BYTES = LIMIT


def request(size=10, content_type="application/json", **headers):
    made = RequestFactory().post("/x/", **headers)
    made.META |= {"CONTENT_LENGTH": str(size), "CONTENT_TYPE": content_type}
    return made


@pytest.mark.parametrize("packing", ["", "identity", " Identity "])
def test_a_plain_body_passes(packing):
    refuse_unreadable(request(HTTP_CONTENT_ENCODING=packing))


@pytest.mark.parametrize("packing", ["gzip", "br, gzip"])
def test_a_packed_body_is_refused(packing):
    with pytest.raises(UnsupportedMediaType, match="unpacked"):
        refuse_unreadable(request(HTTP_CONTENT_ENCODING=packing))


def test_a_body_in_pieces_is_refused():
    with pytest.raises(LengthRequiredError):
        refuse_unreadable(request(size="", HTTP_TRANSFER_ENCODING="chunked"))


def test_a_body_of_the_largest_size_passes():
    refuse_unreadable(request(LIMIT))


def test_a_larger_body_is_refused_with_the_limit():
    with pytest.raises(TooLargeError, match="1000 bytes"):
        refuse_unreadable(request(LIMIT + 1))


def test_a_form_has_room_for_its_boundaries():
    form = "multipart/form-data; boundary=x"

    refuse_unreadable(request(LIMIT + MULTIPART_OVERHEAD, form))
    with pytest.raises(TooLargeError):
        refuse_unreadable(request(LIMIT + MULTIPART_OVERHEAD + 1, form))


def test_a_length_that_is_no_number_is_left_to_the_parser():
    refuse_unreadable(request("many"))


def test_a_large_body_is_taken_off_the_wire_up_to_a_bound():
    large = request(10 * LIMIT)
    large._stream = io.BytesIO(b"x" * 10 * LIMIT)

    with pytest.raises(TooLargeError):
        refuse_unreadable(large)

    assert large._stream.tell() >= 4 * LIMIT


def test_a_body_that_breaks_off_is_refused():
    class Broken:
        def read(self, size):
            raise OSError("gone")

    broken = request(10 * LIMIT)
    broken._stream = Broken()

    with pytest.raises(ParseError, match="broke off"):
        refuse_unreadable(broken)

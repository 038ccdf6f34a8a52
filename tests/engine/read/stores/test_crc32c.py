import pytest

from engine.read.stores.crc32c import crc32c, masked_crc32c


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b"", 0),
        (b"123456789", 0xE3069283),  # the check value of the CRC catalogue
        (bytes(32), 0x8A9136AA),  # RFC 3720, B.4
        (b"\xff" * 32, 0x62A8AB43),
        (bytes(range(32)), 0x46DD794E),
    ],
)
def test_published_values(content, value):
    assert crc32c(content) == value


def test_masked_value_is_rotated_and_shifted():
    value = crc32c(b"123456789")
    rotated = (value >> 15 | value << 17) & 0xFFFFFFFF

    assert masked_crc32c(b"123456789") == (rotated + 0xA282EAD8) % 2**32


def test_length_of_a_real_record():
    # The first 12 bytes of a file of torch's SummaryWriter: length 24.
    assert masked_crc32c(b"\x18" + bytes(7)).to_bytes(4, "little").hex() == "a37f4b22"

"""CRC-32C (Castagnoli) as event files use it to frame their records.

The standard library has the other CRC-32 only. A table of 256 entries: meant for a few bytes, such
as the length in front of a record, not for whole files.
"""

from __future__ import annotations

_POLYNOMIAL = 0x82F63B78  # Castagnoli's, bits reversed
_ALL_BITS = 0xFFFFFFFF
_MASK_DELTA = 0xA282EAD8  # of TFRecord and LevelDB, so that a CRC of a CRC is no fixed point


def _entry(byte: int) -> int:
    for _ in range(8):
        is_odd = byte & 1
        byte >>= 1
        if is_odd:
            byte ^= _POLYNOMIAL
    return byte


_TABLE = [_entry(byte) for byte in range(256)]


def crc32c(content: bytes) -> int:
    value = _ALL_BITS
    for byte in content:
        index = (value ^ byte) & 0xFF
        value = _TABLE[index] ^ (value >> 8)
    return value ^ _ALL_BITS


def masked_crc32c(content: bytes) -> int:
    """Return the CRC as it stands in a TFRecord: rotated by 15 bits, plus a constant."""
    value = crc32c(content)
    rotated = (value >> 15) | (value << 17)
    return (rotated + _MASK_DELTA) & _ALL_BITS

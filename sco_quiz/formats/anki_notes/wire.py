"""Read messages of Protocol Buffers, in which Anki stores settings."""

from collections.abc import Iterator

_MAX_SHIFT = 70  # a number has at most ten bytes
_VARINT, _EIGHT_BYTES, _BYTES, _FOUR_BYTES = 0, 1, 2, 5


def fields_of(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the number and value of each field that is a number or bytes. Raises ValueError for other data."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        match key & 7:
            case kind if kind == _VARINT:
                value, at = _varint(data, at)
                yield key >> 3, value
            case kind if kind == _BYTES:
                size, at = _varint(data, at)
                yield key >> 3, data[at : at + size]
                at += size
            case kind if kind in (_EIGHT_BYTES, _FOUR_BYTES):
                at += 8 if kind == _EIGHT_BYTES else 4
            case kind:
                raise ValueError(f"a field of the unknown kind {kind}")


def text_field(data: bytes, number: int) -> str:
    """Return the text of a field; empty if there is none."""
    found = (value for key, value in fields_of(data) if key == number and isinstance(value, bytes))
    return next(found, b"").decode(errors="replace")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < _MAX_SHIFT:
        value |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if not data[at - 1] & 0x80:
            return value, at
    raise ValueError("the end of a number is missing")

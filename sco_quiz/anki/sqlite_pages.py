"""Clear what differs in SQLite pages between versions of the library: counters, and bytes outside all rows."""

from struct import Struct

MAGIC = b"SQLite format 3\0"
"""The first bytes of every SQLite database."""

_BTREE_PAGES = {2: 12, 5: 12, 10: 8, 13: 8}  # type of page: size of its header
_CHANGE_COUNTER, _SCHEMA_COOKIE, _VERSION_VALID_FOR, _VERSION = 24, 40, 92, 96
_WRITTEN_BY = 3_040_000  # any constant version
_PAGE_HEADER = Struct(">BxxHH")  # type of page, first free block, cells, start of the cells


def canonical(database: bytes) -> bytearray:
    """Return the same database with constant counters and zeroed gaps.

    Layout: https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6.
    """
    pages = bytearray(database)
    for offset, value in (
        (_CHANGE_COUNTER, 1),
        (_SCHEMA_COOKIE, 1),
        (_VERSION_VALID_FOR, 1),
        (_VERSION, _WRITTEN_BY),
    ):
        pages[offset : offset + 4] = value.to_bytes(4, "big")
    size = int.from_bytes(pages[16:18], "big")
    _clear_gap(pages, 0, 100)
    for start in range(size, len(pages), size):
        if pages[start] in _BTREE_PAGES:
            _clear_gap(pages, start, 0)
    return pages


def _clear_gap(pages: bytearray, start: int, skip: int) -> None:
    """Zero the space between the cell pointers and the cells of a b-tree page; other pages have none."""
    header = start + skip
    kind, cells, content = _PAGE_HEADER.unpack_from(pages, header)
    first = header + _BTREE_PAGES[kind] + 2 * cells
    last = start + content
    if first < last:
        pages[first:last] = bytes(last - first)

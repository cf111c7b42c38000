"""Clear what differs in SQLite pages between versions of the library: counters, and bytes outside all rows."""

from collections.abc import Iterator
from itertools import chain
from struct import Struct

MAGIC = b"SQLite format 3\0"
"""The first bytes of every SQLite database."""

_BTREE_PAGES = {2: 12, 5: 12, 10: 8, 13: 8}  # type of page: size of its header
_ONE, _WRITTEN_BY = (1).to_bytes(4, "big"), (3_040_000).to_bytes(4, "big")  # any constant version
# the change counter, the cookie of the schema, what the version is valid for, and the version
_COUNTERS = ((24, _ONE), (40, _ONE), (92, _ONE), (96, _WRITTEN_BY))
_FIRST_HEADER = 100
_PAGE_HEADER = Struct(">BxxHH")  # type of page, first free block, cells, start of the cells


def canonical(database: bytes) -> Iterator[bytes | memoryview]:
    """Yield the parts of the same database with constant counters and zeroed gaps.

    Layout: https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6.
    """
    view, done = memoryview(database), 0
    for start, part in chain(_COUNTERS, _gaps(database)):
        yield view[done:start]
        yield part
        done = start + len(part)
    yield view[done:]


def _gaps(database: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield where the space between the cell pointers and the cells of a b-tree page is not zero, and its zeros."""
    size = int.from_bytes(database[16:18], "big")
    for page in range(0, len(database), size):
        header = page or _FIRST_HEADER
        kind, cells, content = _PAGE_HEADER.unpack_from(database, header)
        if kind in _BTREE_PAGES:  # other pages have no such space
            first, last = header + _BTREE_PAGES[kind] + 2 * cells, page + content
            if first < last and database.count(0, first, last) < last - first:
                yield first, bytes(last - first)

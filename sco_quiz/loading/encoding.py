"""Decode the bytes of a file as UTF-8, or name its encoding or format."""

from codecs import BOM_UTF8

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.line_ends import with_line_feeds

SAVE = "save it as UTF-8 (in the editor's or spreadsheet's “save as”)"
_MARKS = {  # the four-byte marks first, since one of them starts with a two-byte one
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_FORMATS = {
    b"PK\x03\x04": "a zip archive, such as a Word, Excel or LibreOffice file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF": "a PDF file",
    b"{\\rtf": "rich text (RTF)",
    b"\x1f\x8b": "a gzip archive",
}


def decode_bytes(name: str, data: bytes) -> tuple[Document | None, list[Problem]]:
    """Return the text of a file, or the problem that it is not UTF-8; a byte order mark is dropped."""
    for start, what in _FORMATS.items():
        if data.startswith(start):
            hint = "open it in its own program and save it as plain text in UTF-8"
            return None, [Problem("not-yaml", f"this is {what}, not plain text", Place(name), hint)]
    wide = next((what for mark, what in _MARKS.items() if data.startswith(mark)), "") or _unmarked(data[:400])
    if wide:
        return None, [Problem("not-utf8", f"the file is encoded in {wide}, not in UTF-8", Place(name, 1, 1), SAVE)]
    try:
        return Document(name, with_line_feeds(data.decode("utf-8-sig"))), []
    except UnicodeDecodeError as error:
        bare = data.removeprefix(BOM_UTF8)  # the decoder counts from behind the byte order mark
        before = with_line_feeds(bare[: error.start].decode("utf-8"))
        whole = Document(name, with_line_feeds(bare.decode("utf-8", "replace")))
        return None, [Problem("not-utf8", _wrong_byte(bare[error.start]), whole.place_at(len(before)), SAVE)]


def _unmarked(start: bytes) -> str:
    """Name the encoding of text in which every second byte is zero: Latin letters in UTF-16 without a mark."""
    pairs = len(start) // 2
    if pairs < 2:
        return ""
    zeros = max(start[0 : 2 * pairs : 2].count(0), start[1 : 2 * pairs : 2].count(0))
    # some characters beyond Latin-1, such as quotes and dashes, have no zero
    return "UTF-16 without a byte order mark" if zeros > 0.8 * pairs else ""


def _wrong_byte(byte: int) -> str:
    meant = bytes([byte]).decode("cp1252", "replace")
    guess = f" (in Windows-1252 it is {meant})" if meant.isprintable() and meant != "\N{REPLACEMENT CHARACTER}" else ""
    return f"byte 0x{byte:02X} is not valid UTF-8{guess}"

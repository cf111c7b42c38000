"""Pictures of a bank: found, checked, and read from their first bytes."""

import struct
from base64 import b64encode
from pathlib import Path

import pytest

from sco_quiz.core.picture import Picture
from sco_quiz.loading.load import load_bank, read_bank
from sco_quiz.loading.picture_types import type_of
from sco_quiz.loading.pictures import MAX_BYTES, Flaw, PictureFolder
from sco_quiz.loading.svg import NotSvg, Unsafe, read_svg
from tests.conftest import ROOT

MARKED_UP = ROOT / "tests" / "marked_up"
BANK = "id: waves\ntitle: Waves\n"
TOPIC = """topic: Waves
questions:
  - id: wave
    type: short_answer
    prompt: What is this? ![A wave](media/wave.svg)
    answer: a wave
    level: remember
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {0}>{1}</svg>'


def png(width: int, height: int) -> str:
    """Return the begin of a PNG picture in Base64."""
    return b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)).decode()


STANDARD = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


def make_bank(folder: Path, head: str = f"{BANK}markup: markdown\n", svg: str = SVG.format("", "")) -> Path:
    (folder / "bank.yaml").write_text(head)
    (folder / "waves.yaml").write_text(TOPIC)
    (folder / "media").mkdir()
    (folder / "media" / "wave.svg").write_text(svg)
    return folder


def test_a_bank_has_the_pictures_that_its_questions_show() -> None:
    pictures = load_bank(MARKED_UP).pictures
    shown = {picture.file: (picture.media_type, picture.width, picture.height) for picture in pictures.values()}
    assert shown == {
        "media/circle.png": ("image/png", 96, 96),
        "media/pendulum.gif": ("image/gif", 96, 96),
        "media/square.webp": ("image/webp", 96, 96),
        "media/triangle.jpg": ("image/jpeg", 96, 96),
        "media/water.svg": ("image/svg+xml", 160, 100),
    }
    assert all(file == picture.file and len(picture.read()) == picture.size for file, picture in pictures.items())


def test_a_plain_bank_never_looks_into_its_media(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PictureFolder, "_files", property(lambda _: pytest.fail("the folder was listed")))
    loaded = read_bank(make_bank(tmp_path, BANK, "no picture"))
    assert (loaded.problems, loaded.bank.pictures) == ((), {})


def test_a_file_of_questions_alone_has_pictures_too(tmp_path: Path) -> None:
    make_bank(tmp_path)
    (tmp_path / "bank.yaml").unlink()
    (tmp_path / "waves.yaml").write_text(TOPIC.replace("questions:", "markup: markdown\nquestions:"))
    assert list(load_bank(tmp_path / "waves.yaml").pictures) == ["media/wave.svg"]


def test_a_question_with_a_wrong_picture_is_left_out(tmp_path: Path) -> None:
    loaded = read_bank(make_bank(tmp_path, svg=SVG.format("", "<script/>")))
    assert [problem.name for problem in loaded.errors] == ["unsafe-svg"]
    assert (loaded.bank.questions, loaded.bank.pictures) == ((), {})


def test_pictures_are_not_called_unused_while_a_question_cannot_be_read(tmp_path: Path) -> None:
    make_bank(tmp_path)
    (tmp_path / "waves.yaml").write_text(TOPIC.replace("level: remember", "level: easy"))
    assert [problem.name for problem in read_bank(tmp_path).problems] == ["unknown-level"]


def test_a_link_out_of_the_bank_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bank").mkdir()
    make_bank(tmp_path / "bank")
    wave = tmp_path / "bank" / "media" / "wave.svg"
    wave.rename(tmp_path / "wave.svg")
    wave.symlink_to(tmp_path / "wave.svg")
    (problem,) = read_bank(tmp_path / "bank").errors
    assert problem.name == "picture-outside-bank"
    assert problem.message == "`media/wave.svg` is a link to a file outside of the bank"


def test_a_folder_out_of_the_bank_is_not_even_listed(tmp_path: Path) -> None:
    (tmp_path / "bank").mkdir()
    make_bank(tmp_path / "bank")
    (tmp_path / "bank" / "media").rename(tmp_path / "media")
    (tmp_path / "bank" / "media").symlink_to(tmp_path / "media")
    loaded = read_bank(tmp_path / "bank")
    assert [problem.name for problem in loaded.problems] == ["picture-outside-bank"]
    assert PictureFolder(tmp_path / "bank")._files == {}


def test_pictures_can_be_added_later(tmp_path: Path) -> None:
    added: dict[str, bytes] = {}
    folder = PictureFolder(tmp_path, added)
    added["media/circle.png"] = (ROOT / "tests/marked_up/media/circle.png").read_bytes()
    assert isinstance(folder.find("media/circle.png"), Picture)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (make_bank(tmp_path) / "media" / "loop.png").symlink_to("loop.png")
    found = PictureFolder(tmp_path).find("media/loop.png")
    assert isinstance(found, Flaw)
    assert found.name == "picture-outside-bank"


def test_a_name_that_no_file_can_have_is_missing(tmp_path: Path) -> None:
    found = PictureFolder(make_bank(tmp_path)).find(f"media/{'x' * 5000}.png")
    assert isinstance(found, Flaw)
    assert found.name == "missing-picture"


def test_a_picture_without_a_size_is_damaged(tmp_path: Path) -> None:
    (make_bank(tmp_path) / "media" / "wave.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert PictureFolder(tmp_path).find("media/wave.png") == Flaw(
        "picture-type-mismatch",
        "`media/wave.png` is damaged: it has no width and height",
        "save the picture again",
    )


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (make_bank(tmp_path) / "media" / "wave.svg").open("wb") as file:
        file.truncate(5_300_000)
    found = PictureFolder(tmp_path).find("media/wave.svg")
    assert found == Flaw(
        "picture-too-large",
        "`media/wave.svg` has 5.3 MB; the maximum is 2 MB",
        "simplify its paths, or save it as PNG",
    )
    assert MAX_BYTES == 2_000_000


def test_hidden_files_are_not_called_unused(tmp_path: Path) -> None:
    (make_bank(tmp_path) / "media" / "._wave.png").write_bytes(b"")
    assert read_bank(tmp_path).problems == ()


def test_accents_may_be_composed_or_not(tmp_path: Path) -> None:
    make_bank(tmp_path)
    (tmp_path / "media" / "wave.svg").rename(tmp_path / "media" / "Zu\u0308rich.svg")
    found = PictureFolder(tmp_path).find("media/Z\u00fcrich.svg")
    assert isinstance(found, Picture)
    assert found.file == "media/Z\u00fcrich.svg"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x1f\xc0\x07\0\0", ("image/webp", (32, 32))),
        (b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x8f\x01\0\x2b\x01\0", ("image/webp", (400, 300))),
        (b"RIFF\x1a\0\0\0WEBPVP9 ", ("image/webp", (0, 0))),
        (b"RIFF\x1a\0\0\0WEBPVP8 " + b"\0" * 10 + b"\x0a\x40\x14\x80", ("image/webp", (10, 20))),
        (b"GIF87a\x0a\0\x14\0", ("image/gif", (10, 20))),
        # a table, fill bytes, then a progressive frame
        (b"\xff\xd8\xff\xc4\0\x04\0\0\xff\xff\xc2\0\x11\x08\0\x14\0\x0a\x03\0\0", ("image/jpeg", (10, 20))),
        (b"\xff\xd8\xff", ("image/jpeg", (0, 0))),
        (b"\x89PNG\r\n\x1a\n", ("image/png", (0, 0))),
        (b"BM6\0", None),
        (b"", None),
    ],
)
def test_type_and_size_by_the_first_bytes(data: bytes, expected: tuple[str, tuple[int, int]] | None) -> None:
    kind = type_of(data)
    assert (kind and (kind.media_type, kind.pixels(data))) == expected


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20.4px"', (30, 20)),
        ('width="30" height="19.6" viewBox="0 0 300 200"', (30, 20)),
        ('width="30mm" height="20mm" viewBox="0 0 300 200"', (300, 200)),
        ('viewBox="0,0,300,200"', (300, 200)),
        ('width="100%"', (0, 0)),
        (f'width="{"9" * 400}" height="1"', (0, 0)),
    ],
)
def test_the_size_of_an_svg(attributes: str, size: tuple[int, int]) -> None:
    assert read_svg(SVG.format(attributes, "").encode()) == size


@pytest.mark.parametrize(
    "inside",
    [
        '<style>@media (prefers-color-scheme: dark) { path { stroke: #eee } }</style><path d="M0 0"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="stroke: url( \'#a\' )"/>',
        f'<image href="data:image/png;base64,{png(5000, 5000)}"/>',
        '<g id="a"><path/></g><use href="#a"/><use href="#a"/>',
        '<g id="a"><g id="a"/></g><use href="#none"/>',
        '<g id="a">' + "<path/>" * 49_000 + '</g><use href="#a"/>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about="https://x.y/"/></metadata>',
        r'<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="C:\a.png" aria-label="a\b"/>',
    ],
)
def test_an_svg_that_only_draws(inside: str) -> None:
    assert read_svg(SVG.format('width="3" height="2"', inside).encode()) == (3, 2)


_EMBEDDED = "an embedded picture that is damaged or too large"


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (
            f'<image href="data:image/png;base64,{png(5001, 5000)}"/>',
            "an embedded picture that is damaged or too large",
        ),
        (f'<image href="data:image/png;base64,{png(0, 1)}"/>', _EMBEDDED),
        ('<image href="data:image/png;base64,iVBOR"/>', _EMBEDDED),
        ('<image href="data:image/png;base64,AAAA"/>', _EMBEDDED),
        ('<g ONLOAD="a()"/>', "the event handler `ONLOAD`"),
        ("<style>svg { background: image-set('https://x.y/z.png' 1x) }</style>", "`image-set(` in a style"),
        ("<g style=\"fill: src('//x.y')\"/>", "`src(` in a style"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "too many repeated parts"),
        ('<g id="a"><g><use href="#a"/></g></g>', "too many repeated parts"),
        ('<g id="a"><g id="b">' + "<path/>" * 51_000 + '</g></g><use href="#a"/>', "too many repeated parts"),
        ("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(2_000)), "too many repeated parts"),
    ],
)
def test_an_svg_that_does_more(inside: str, found: str) -> None:
    refused = read_svg(SVG.format("", inside).encode())
    assert isinstance(refused, Unsafe)
    assert refused.found == found


def test_a_style_in_pieces_is_read_as_a_whole() -> None:
    assert isinstance(read_svg(SVG.format("", "<style>@im<!-- -->port 'https://x.y'</style>").encode()), Unsafe)


@pytest.mark.parametrize(
    "data", [b"", b"<html/>", b'<?xml version="1.0" encoding="none"?><svg/>', b"\xff\xfe\xfd", b"\0"]
)
def test_a_file_that_is_not_svg(data: bytes) -> None:
    assert isinstance(read_svg(data), NotSvg)


def test_an_svg_may_name_the_standard_that_it_follows() -> None:
    drawn = SVG.format('viewBox="0 0 4 3"', "")
    assert read_svg(f"{STANDARD}{drawn}".encode()) == (4, 3)
    refused = read_svg(f'{STANDARD[:-1]} [<!ENTITY a "b">]>{drawn}'.encode())
    assert isinstance(refused, Unsafe)

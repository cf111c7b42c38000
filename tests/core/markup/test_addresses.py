"""Only addresses of the web and of mailboxes become links."""

import pytest

from sco_quiz.core.markup.addresses import MAX_LENGTH, is_safe


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a/b.html?x=1&y=2#part",
        "HTTPS://Example.org/",
        "https://de.wikipedia.org/wiki/Zürich_(Stadt)",
        "mailto:ann.lee+quiz@example.org",
    ],
)
def test_a_safe_address(url: str) -> None:
    assert is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        " https://example.org",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//example.org/",
        "www.example.org",
        "page.html",
        "#part",
        "https://bank.example@evil.example/",
        "https://example.org/\u202egpj.exe",
        'https://example.org/"onclick="alert(1)',
        "https://example.org/a b",
        "mailto:ann@example.org?bcc=all@example.org",
        "mailto:",
        "https://example.org/" + "a" * MAX_LENGTH,
    ],
)
def test_an_address_that_never_becomes_a_link(url: str) -> None:
    assert not is_safe(url)

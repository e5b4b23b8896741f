"""Pages are fetched within limits, and never from a private network unless allowed."""

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from timeline_app.errors import ReadingError
from timeline_app.reading import web_page
from timeline_app.reading.registry import read_input
from timeline_app.reading.web_page import FetchLimits, fetch_page, is_public

STORY = "<p>The ministers met in Vienna on Friday and agreed to meet again in a month.</p>" * 5
PAGE = f"<!DOCTYPE html><html><body><article><h1>A visit</h1>{STORY}</article></body></html>"
HERE = FetchLimits(time_s=5, is_private_allowed=True)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self._answer(302, location=self.path.removeprefix("/to/"))
        elif self.path == "/loop":
            self._answer(302, location="/loop")
        elif self.path == "/missing":
            self._answer(404)
        elif self.path == "/cyrillic":
            page = f"<html><body><article>{'<p>Мост в городе закрыт, говорят власти.</p>' * 9}"
            self._answer(200, page.encode("koi8-r"), kind="text/html; charset=koi8-r")
        elif self.path == "/endless":
            self._stream()
        else:
            self._answer(200, PAGE.encode())

    def _answer(
        self, status: int, body: bytes = b"", location: str = "", kind: str = "text/html"
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 10_000)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_becomes_an_article_of_its_address(site: str) -> None:
    url = f"{site}/2015/11/26/visit"
    (document,) = read_input(fetch_page(url, limits=HERE))
    assert "ministers met" in document.text
    assert (document.path, document.url) == (url, url)
    assert document.dct is not None and document.dct.value == "2015-11-26"


def test_a_redirect_is_followed_and_its_end_is_the_address(site: str) -> None:
    page = fetch_page(f"{site}/to//2015/11/26/visit", limits=HERE)
    assert page.url is not None and page.url.endswith("/2015/11/26/visit")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/loop", "on and on"),
        ("/missing", "404"),
        ("/to/file:///etc/passwd", "only addresses"),
        ("/to/ftp://example.org/x", "only addresses"),
    ],
)
def test_a_page_that_cannot_be_had_is_told(site: str, path: str, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        fetch_page(site + path, limits=HERE)


def test_an_endless_page_is_cut_off_by_size(site: str) -> None:
    limits = FetchLimits(size_bytes=1_000_000, is_private_allowed=True)
    with pytest.raises(ReadingError, match="larger than"):
        fetch_page(f"{site}/endless", limits=limits)


def test_an_endless_page_is_cut_off_by_time(site: str) -> None:
    moments = iter(range(0, 10_000, 7))
    with pytest.raises(ReadingError, match="more than 30 seconds"):
        fetch_page(
            f"{site}/endless",
            limits=FetchLimits(is_private_allowed=True),
            clock=lambda: float(next(moments)),
        )


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.0.0.1", "[::1]", "169.254.169.254", "0.0.0.0", "2130706433"],
)
def test_private_networks_are_refused(host: str) -> None:
    with pytest.raises(ReadingError, match="private network"):
        fetch_page(f"http://{host}:9/")


@pytest.mark.parametrize(
    "address",
    ["224.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "fec0::1"],
)
def test_addresses_that_stand_for_private_ones_are_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e"])
def test_addresses_of_the_open_web_are_public(address: str) -> None:
    assert is_public(address)


def test_a_name_that_leads_into_a_private_network_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: answer)
    with pytest.raises(ReadingError, match=r"private network \(192\.168\.1\.1\)"):
        fetch_page("http://news.example/")


def test_a_public_page_cannot_send_the_reader_into_a_private_network(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.rpartition(":")[2]
    private = f"http://localhost:{port}/2015/11/26/visit"
    # The site stands for a public one: only its own address counts as public here.
    monkeypatch.setattr(web_page, "_public_address", _only("127.0.0.1", web_page._public_address))
    with pytest.raises(ReadingError, match="private network"):
        fetch_page(f"{site}/to/{private}", limits=FetchLimits(time_s=5))


def _only(
    public: str, check: Callable[[str, int, str, FetchLimits], str]
) -> Callable[[str, int, str, FetchLimits], str]:
    def address(host: str, port: int, url: str, limits: FetchLimits) -> str:
        return public if host == public else check(host, port, url, limits)

    return address


def test_a_page_is_decoded_as_its_server_says(site: str) -> None:
    page = fetch_page(f"{site}/cyrillic", limits=HERE)
    (document,) = read_input(page)
    assert "Мост" in document.text


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://", "http://a b/", "http://x:99999/"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ReadingError, match="only addresses"):
        fetch_page(url)

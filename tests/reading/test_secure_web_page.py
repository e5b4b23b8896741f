"""Pages come over TLS only from servers that prove their name, and stay protected on the way."""

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

from timeline_app.errors import ReadingError
from timeline_app.reading.registry import read_input
from timeline_app.reading.web_page import FetchLimits, fetch_page

STORY = "<p>The ministers met in Vienna on Friday and agreed to meet again in a month.</p>" * 5
PAGE = f"<!DOCTYPE html><html><body><article><h1>A visit</h1>{STORY}</article></body></html>"
HERE = FetchLimits(time_s=5, is_private_allowed=True)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        target = self.path.removeprefix("/to/") if self.path.startswith("/to/") else ""
        self.send_response(302 if target else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if target:
            self.send_header("Location", target)
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:
        return


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that do not trust this server."""


def serving(certificate: trustme.LeafCert | None) -> Iterator[int]:
    server = Server(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secure(authority: trustme.CA) -> Iterator[str]:
    """Give a site whose certificate is for "localhost", signed by way of another authority."""
    certificate = authority.create_child_ca().issue_cert("localhost")
    for port in serving(certificate):
        yield f"https://localhost:{port}"


@pytest.fixture(scope="module")
def plain() -> Iterator[str]:
    for port in serving(None):
        yield f"http://localhost:{port}"


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system trust the authority, as an administrator would."""
    bundle = tmp_path / "authorities.pem"
    authority.cert_pem.write_to_path(bundle)
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))


@pytest.mark.usefixtures("trusted")
def test_a_page_is_fetched_from_a_server_that_proves_its_name(secure: str) -> None:
    url = f"{secure}/2015/11/26/visit"
    (document,) = read_input(fetch_page(url, limits=HERE))
    assert "ministers met" in document.text and document.url == url
    assert document.dct is not None and document.dct.value == "2015-11-26"


def test_a_certificate_of_an_unknown_authority_is_refused_in_words(secure: str) -> None:
    with pytest.raises(ReadingError) as caught:
        fetch_page(f"{secure}/visit", limits=HERE)
    told = str(caught.value)
    assert told.startswith(f"{secure}/visit: ")
    assert "does not prove" in told and "unable to get local issuer certificate" in told


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_name_is_refused_in_words(secure: str) -> None:
    with pytest.raises(ReadingError, match=r"does not prove .*127\.0\.0\.1"):
        fetch_page(f"{secure}/visit".replace("localhost", "127.0.0.1"), limits=HERE)


@pytest.mark.usefixtures("trusted")
def test_a_redirect_stays_protected_or_is_refused(secure: str, plain: str) -> None:
    assert fetch_page(f"{secure}/to//visit", limits=HERE).url == f"{secure}/visit"
    assert fetch_page(f"{plain}/to/{secure}/visit", limits=HERE).url == f"{secure}/visit"
    with pytest.raises(ReadingError, match=f"from https on to {plain}/visit"):
        fetch_page(f"{secure}/to/{plain}/visit", limits=HERE)


@pytest.mark.usefixtures("trusted")
def test_a_private_network_is_refused_over_tls_too(secure: str) -> None:
    with pytest.raises(ReadingError, match="private network"):
        fetch_page(f"{secure}/visit", limits=FetchLimits(time_s=5))


def test_a_server_that_speaks_no_tls_is_told(plain: str) -> None:
    with pytest.raises(ReadingError, match="could not be fetched"):
        fetch_page(f"{plain.replace('http:', 'https:')}/visit", limits=HERE)

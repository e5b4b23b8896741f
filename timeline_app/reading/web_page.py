"""A page of the web, fetched because a user asked for it by its address; never otherwise.

Only http and https, no address of a private network unless allowed (checked on the very address
that is connected to, after every redirect), and limits on time, size and redirects.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from typing_extensions import override

from timeline_app.errors import ReadingError
from timeline_app.reading.content_type import stated_charset
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, InputFile, too_large
from timeline_app.reading.shown_name import shown_name

_MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK_BYTES = 65_536
_TRANSLATED = (ipaddress.IPv6Network("::/96"), ipaddress.IPv6Network("64:ff9b::/96"))
"""Networks whose last four bytes are an IPv4 address (RFC 4291, RFC 6052)."""
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; timeline-app)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How far a fetch may go: seconds and bytes in all; `is_private_allowed` for intranets."""

    time_s: float = 30.0
    size_bytes: int = MAX_ARTICLE_BYTES
    is_private_allowed: bool = False


DEFAULT_LIMITS = FetchLimits()


def is_web_address(text: str) -> bool:
    """Tell whether a user named a page of the web and no file."""
    return text.lower().startswith(("http://", "https://"))


def fetch_page(
    url: str,
    *,
    limits: FetchLimits = DEFAULT_LIMITS,
    clock: Callable[[], float] = time.monotonic,
) -> InputFile:
    """Return a page. Raises ReadingError, which names the address, where it cannot be had."""
    deadline_s = clock() + limits.time_s
    at = url
    for _ in range(_MAX_REDIRECTS + 1):
        answer = _asked(at, url, limits, lambda: deadline_s - clock())
        if isinstance(answer, _Answer):
            content, charset = answer.content, answer.charset
            return InputFile(name=shown_name(url), url=at, content=content, charset=charset)
        at = answer
    raise ReadingError(f"{shown_name(url)}: the address leads on and on. Open it in a browser.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """A page's bytes, and the charset that the server states."""

    content: bytes
    charset: str | None


def _asked(at: str, url: str, limits: FetchLimits, left_s: Callable[[], float]) -> _Answer | str:
    """Return the page, or where the server sends us instead."""
    parts = _checked(at, url)
    connection = _connection(parts, url, limits, left_s)
    try:
        target = parts.path or "/"
        connection.request(
            "GET", f"{target}?{parts.query}" if parts.query else target, headers=_HEADERS
        )
        response = connection.getresponse()
        if response.status in _REDIRECTS and (location := response.getheader("Location")):
            return _next_place(at, location, url)
        if response.status != 200:
            raise _unavailable(url, f"the server answers {response.status} {response.reason}")
        content = _body(response, url, limits, left_s)
        charset = stated_charset(response.getheader("Content-Type"))
        return _Answer(content=content, charset=charset)
    except ssl.SSLCertVerificationError as error:
        raise _untrusted(url, error.verify_message) from error
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise _unavailable(url, str(error) or type(error).__name__) from error
    finally:
        connection.close()


def _next_place(at: str, location: str, url: str) -> str:
    """Return where a redirect leads. Raises ReadingError where it gives up the protection."""
    place = urljoin(at, location)
    if at.lower().startswith("https:") and place.lower().startswith("http:"):
        raise ReadingError(
            f"{shown_name(url)}: the server sends from https on to {shown_name(place)}, which "
            "anyone on the way can change. Give that address itself if you trust it."
        )
    return place


def _checked(at: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(at)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_usable = False
    if not is_usable or any(c <= " " or c == "\x7f" for c in at):
        raise ReadingError(
            f"{shown_name(url)}: only addresses that begin with http:// or https:// are fetched."
        )
    return parts


def _connection(
    parts: SplitResult, url: str, limits: FetchLimits, left_s: Callable[[], float]
) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _public_address(host, port, url, limits)
    time_s = max(0.1, left_s())
    if parts.scheme == "https":
        return _PinnedHttps(host, port, address=address, time_s=time_s)
    return _Pinned(host, port, address=address, time_s=time_s)


def _public_address(host: str, port: int, url: str, limits: FetchLimits) -> str:
    """Return the address to connect to. Raises ReadingError for one of a private network."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _unavailable(url, f"no host of the name {shown_name(host)} is known") from error
    address = str(found[0][4][0])
    if not limits.is_private_allowed and not is_public(address):
        raise ReadingError(
            f"{shown_name(url)}: this leads into a private network ({address}), where articles "
            "are not fetched from unasked. Allow it (--private-network), or save the page in a "
            "browser and give the file."
        )
    return address


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open web, and leads to no other one that is not."""
    ip = ipaddress.ip_address(address.split("%")[0])
    inner = _wrapped(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    is_site_local = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local
    return ip.is_global and not ip.is_multicast and not is_site_local


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for (mapped, compatible, 6to4, NAT64)."""
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    is_translated = any(ip in network for network in _TRANSLATED)
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if is_translated else None


class _Pinned(http.client.HTTPConnection):
    """A connection to the very address that was checked, whatever the name leads to by now."""

    def __init__(self, host: str, port: int, *, address: str, time_s: float) -> None:
        super().__init__(host, port, timeout=time_s)
        self._address = address

    @override
    def connect(self) -> None:
        """Connect to the checked address."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)


class _PinnedHttps(_Pinned):
    """The same over TLS; the certificate must be that of the name."""

    default_port = 443

    @override
    def connect(self) -> None:
        """Connect to the checked address and prove the host's name."""
        super().connect()
        self.sock = _trusting().wrap_socket(self.sock, server_hostname=self.host)


def _trusting() -> ssl.SSLContext:
    """Return what trusts the authorities of the system, those of certifi where it names none."""
    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if places.cafile is None and places.capath is None and not context.cert_store_stats()["x509"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _body(
    response: http.client.HTTPResponse,
    url: str,
    limits: FetchLimits,
    left_s: Callable[[], float],
) -> bytes:
    """Return the body, read in pieces so that neither it nor the wait can be endless."""
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_CHUNK_BYTES):
        pieces.append(piece)
        size += len(piece)
        if size > limits.size_bytes:
            raise too_large(shown_name(url), limits.size_bytes)
        if left_s() <= 0:
            raise _unavailable(url, f"it took more than {limits.time_s:.0f} seconds")
    return b"".join(pieces)


def _untrusted(url: str, reason: str) -> ReadingError:
    return ReadingError(
        f"{shown_name(url)}: the page was not fetched, because the server does not prove that it "
        f"is the one of this address ({shown_name(reason)}). Check the address; if you trust the "
        "site, save the page in a browser and give the file."
    )


def _unavailable(url: str, reason: str) -> ReadingError:
    return ReadingError(
        f"{shown_name(url)}: the page could not be fetched ({shown_name(reason)}). "
        "Open it in a browser, save it, and give the file."
    )

import gzip
import http.client
import io
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dateline.errors import FetchError, TooLarge
from dateline.reports import fetch as fetching
from dateline.reports.addresses import Target, is_public, parse
from dateline.reports.fetch import fetch
from dateline.reports.intake import read_source

PAGE = b"<p>Rebels attacked the town of Sadah on Monday, the army said.</p>"
PUBLIC = "93.184.215.14"


class FakeAnswer:
    def __init__(self, status: int = 200, body: bytes = PAGE, **headers: str) -> None:
        self.status = status
        self.headers = http.client.HTTPMessage()
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.headers[name.replace("_", "-")] = value
        self.body = io.BytesIO(body)
        self.closed = False

    def read(self, size: int, /) -> bytes:
        return self.body.read(size)

    def close(self) -> None:
        self.closed = True


class Web:
    """A web of canned answers: who was asked, and over which address."""

    def __init__(self, *answers: FakeAnswer, addresses: tuple[str, ...] = (PUBLIC,)) -> None:
        self.answers = list(answers)
        self.addresses = {"": addresses}
        self.asked: list[tuple[str, str]] = []

    def lookup(self, host: str, port: int) -> list[str]:
        return list(self.addresses.get(host, self.addresses[""]))

    def open(self, target: Target, address: str, timeout: float) -> FakeAnswer:
        self.asked.append((target.url, address))
        return self.answers[min(len(self.asked), len(self.answers)) - 1]

    def fetch(self, url: str) -> fetching.Fetched:
        return fetch(url, lookup=self.lookup, opener=self.open)


@pytest.fixture
def local_server() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE)

        def log_message(self, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port, asked
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]"]
)
def test_a_server_on_this_machine_is_never_asked(host: str, local_server: tuple[int, list[str]]) -> None:
    port, asked = local_server
    with pytest.raises(FetchError, match="private network") as caught:
        read_source(f"http://{host}:{port}/report")
    assert caught.value.hint
    assert asked == []


def test_the_connection_goes_to_the_checked_address(local_server: tuple[int, list[str]]) -> None:
    port, asked = local_server
    answer = fetching.open_pinned(parse(f"http://news.example.org:{port}/a?b=c"), "127.0.0.1", 5.0)
    assert answer.read(1000) == PAGE
    answer.close()
    assert asked == ["/a?b=c"]


def test_a_page_is_read_over_the_address_that_was_checked() -> None:
    web = Web(FakeAnswer())
    found = web.fetch("HTTPS://News.Example.org/a b%20c".replace(" ", ""))
    assert (found.data, found.charset, found.content_type) == (PAGE, "utf-8", "text/html")
    assert web.asked == [("https://news.example.org/ab%20c", PUBLIC)]
    assert web.answers[0].closed


def test_redirects_are_followed_and_each_is_checked() -> None:
    web = Web(FakeAnswer(301, Location="/b"), FakeAnswer(302, Location="http://other.example.org/c"), FakeAnswer())
    assert web.fetch("http://news.example.org/a").url == "http://other.example.org/c"
    assert [url for url, _ in web.asked][1] == "http://news.example.org/b"


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "http://inside.example.org/"]
)
def test_a_redirect_into_a_private_network_is_refused(location: str) -> None:
    web = Web(FakeAnswer(302, Location=location), FakeAnswer())
    web.addresses["inside.example.org"] = ("10.0.0.7",)
    web.addresses["::1"] = ("::1",)
    with pytest.raises(FetchError, match="private network"):
        web.fetch("http://news.example.org/a")
    assert len(web.asked) == 1


def test_a_redirect_to_a_file_is_refused() -> None:
    with pytest.raises(FetchError, match="scheme 'file'"):
        Web(FakeAnswer(302, Location="file:///etc/hosts")).fetch("http://news.example.org/")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(FetchError, match="private network"):
        Web(FakeAnswer(), addresses=(PUBLIC, "192.168.1.1")).fetch("http://news.example.org/")


def test_too_many_redirects() -> None:
    web = Web(FakeAnswer(302, Location="http://news.example.org/a"))
    with pytest.raises(FetchError, match="moves on more than 5"):
        web.fetch("http://news.example.org/a")
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("file:///etc/hosts", "scheme 'file'"),
        ("ftp://example.org/a", "scheme 'ftp'"),
        ("http://amina:secret@example.org/", "user name or password"),
        ("http:///a", "without a host"),
        ("http://example.org:99999/", "cannot be read"),
        ("http://exa mple.org/", "white space"),
        ("http://example.org/\r\nHost: x", "white space or control"),
        ("http://[::1/", "cannot be read"),
    ],
)
def test_other_addresses_are_refused(url: str, seen: str) -> None:
    with pytest.raises(FetchError, match=seen) as caught:
        fetch(url)
    assert caught.value.expected
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "error", "seen"),
    [
        (FakeAnswer(404), FetchError, "answers 404"),
        (FakeAnswer(Content_Type="image/png"), FetchError, "image/png"),
        (FakeAnswer(302), FetchError, "does not say where"),
        (FakeAnswer(Content_Length="50000000"), TooLarge, "50,000,000"),
        (FakeAnswer(body=b"x" * 10_000_001), TooLarge, "goes on"),
        (FakeAnswer(body=gzip.compress(b"x" * 10_000_001), Content_Encoding="gzip"), TooLarge, "unpacks"),
        (FakeAnswer(body=b"nonsense", Content_Encoding="gzip"), FetchError, "damaged"),
        (FakeAnswer(Content_Encoding="br"), FetchError, "packed with br"),
    ],
)
def test_answers_that_are_no_page(answer: FakeAnswer, error: type[Exception], seen: str) -> None:
    if "Content-Type" in answer.headers and "image/png" in answer.headers.get_all("Content-Type", []):
        answer.headers.replace_header("Content-Type", "image/png")
    with pytest.raises(error, match=seen):
        Web(answer).fetch("http://news.example.org/a")
    assert answer.closed


def test_a_packed_page_is_unpacked() -> None:
    assert (
        Web(FakeAnswer(body=gzip.compress(PAGE), Content_Encoding="gzip")).fetch("http://news.example.org/").data
        == PAGE
    )


@pytest.mark.parametrize("error", [TimeoutError(), ConnectionRefusedError("refused"), http.client.BadStatusLine("x")])
def test_a_failing_connection_is_a_fetch_error(error: Exception) -> None:
    def fail(target: Target, address: str, timeout: float) -> FakeAnswer:
        raise error

    with pytest.raises(FetchError) as caught:
        fetch("http://news.example.org/", lookup=lambda host, port: [PUBLIC], opener=fail)
    assert caught.value.hint


def test_an_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match="not found"):
        fetch("http://nowhere.example.org/")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "::127.0.0.1", "nonsense"],
)  # fmt: skip
def test_addresses_inside(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"])
def test_addresses_outside(address: str) -> None:
    assert is_public(address)


def test_a_host_beyond_ascii_and_a_path_are_written_for_the_wire() -> None:
    target = parse("http://zürich.example.org/straße?q=ä#part")
    assert target.url == "http://xn--zrich-kva.example.org/stra%C3%9Fe?q=%C3%A4"

"""Web addresses are fetched within limits, and never from a private network unless asked."""

import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.ingest import InputError, Limits, Refused, Taken, fetcher, take, web
from sayso.ingest.addresses import Address, Allow, any_address, is_public

PAGE = (
    "<!doctype html><html><head><title>Ferry guards killed at Kora</title></head>"
    "<body><article><h1>Ferry guards killed at Kora</h1>"
    "<p>Six ferry guards were killed and eleven wounded at the Kora crossing on Thursday, the interior ministry said.</p>"
    "<p>A spokesman for the Northern Front denied that any of its fighters had been near the river.</p>"
    "</article></body></html>"
)
ROWS = '{"id": "a", "text": "Two guards died."}\n{"id": "b", "text": "Three guards died."}\n'


class Site(BaseHTTPRequestHandler):
    """A small site: a page, a file of rows, redirects, and a body without end."""

    seen: list[str]

    def do_GET(self) -> None:
        """Answer by the path."""
        type(self).seen.append(self.headers["Host"])
        if self.path.startswith("/hops/"):
            left = int(self.path.removeprefix("/hops/"))
            self._redirect(f"/hops/{left - 1}" if left else "/page")
        elif self.path == "/to-metadata":
            self._redirect("http://169.254.169.254/latest/")
        elif self.path == "/to-file":
            self._redirect("file:///etc/hostname")
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"a" * 65_536)
            except OSError:
                return
        elif self.path in ("/page", "/rows.jsonl", "/plain"):
            body, kind = {"/page": (PAGE, "text/html; charset=utf-8"), "/rows.jsonl": (ROWS, "application/octet-stream")}.get(
                self.path, ("Two guards died at Kora, the army said.", "text/plain")
            )
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body.encode())
        else:
            self.send_error(404)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site on this machine."""
    Site.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def reason_of(url: str, limits: Limits | None = None, allow: Allow = any_address) -> str:
    with pytest.raises(InputError) as caught:
        fetcher(limits, allow)(url)
    return caught.value.reason


def test_a_page_is_fetched_and_read(site: str) -> None:
    (item,) = web(f"{site}/page", allow_private=True)

    assert isinstance(item, Taken)
    assert (item.document.title, item.document.url, item.raw) == ("Ferry guards killed at Kora", f"{site}/page", PAGE.encode())


def test_json_lines_and_plain_text_are_told_from_pages(site: str) -> None:
    rows = list(web(f"{site}/rows.jsonl", allow_private=True))
    (plain,) = web(f"{site}/plain", allow_private=True)

    assert [item.origin for item in rows] == [f"{site}/rows.jsonl:1", f"{site}/rows.jsonl:2"]
    assert isinstance(plain, Taken)
    assert plain.document.text == "Two guards died at Kora, the army said."


def test_the_server_is_asked_by_its_name(site: str) -> None:
    fetcher(allow=any_address)(f"{site}/page")

    assert Site.seen[-1] == site.removeprefix("http://")


def test_five_redirects_are_followed_and_no_more(site: str) -> None:
    assert fetcher(allow=any_address)(f"{site}/hops/4").url == f"{site}/page"
    assert reason_of(f"{site}/hops/5") == "unreachable"


def test_a_body_without_end_is_cut_off(site: str) -> None:
    assert reason_of(f"{site}/endless", Limits(size=300_000)) == "too-large"


def test_a_body_that_takes_too_long_is_given_up(site: str) -> None:
    assert reason_of(f"{site}/endless", Limits(size=10**12, seconds=0.05)) == "unreachable"


def test_an_error_of_the_server_is_a_refusal(site: str) -> None:
    (item,) = web(f"{site}/nothing", allow_private=True)

    assert isinstance(item, Refused)
    assert (item.reason, item.detail) == ("unreachable", "the server answered 404")


def test_this_machine_is_refused_unless_asked_for(site: str) -> None:
    (item,) = take([f"{site}/page"])

    assert isinstance(item, Refused)
    assert item.reason == "private-address"


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "[::1]", "[::]",
        "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1",
        "[fe80::1]", "[fd00::1]", "224.0.0.1", "255.255.255.255", "0.0.0.0",  # noqa: S104  to refuse, not to bind
    ],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_spelling(host: str) -> None:  # spellings that a resolver rejects are unreachable
    assert reason_of(f"http://{host}/", allow=is_public) in ("private-address", "unreachable")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "0.0.0.1", "169.254.169.254", "::", "::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fec0::1"],
)
def test_an_address_is_not_public_also_where_it_hides_another(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_an_address_of_the_public_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_a_redirect_is_checked_as_the_first_address_was(site: str) -> None:
    def allow(address: Address) -> bool:
        return address.is_loopback or is_public(address)

    assert reason_of(f"{site}/to-metadata", allow=allow) == "private-address"


def test_a_redirect_to_another_scheme_is_refused(site: str) -> None:
    assert reason_of(f"{site}/to-file") == "bad-address"


@pytest.mark.parametrize("url", ["http://", "http://[x/", "http://a:99999/", "https://:80/", "http://a b/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    (item,) = take([url])

    assert isinstance(item, Refused)
    assert item.reason in ("bad-address", "unreachable")


def test_a_password_in_an_address_is_not_kept(site: str) -> None:
    (item,) = web(site.replace("://", "://user:secret@") + "/page", allow_private=True)

    assert isinstance(item, Taken)
    assert "secret" not in f"{item.origin} {item.document.url}"

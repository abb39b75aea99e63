"""What does this web address give, within limits of size, time and redirects, and never from a private network unless asked?

Proxies and credentials of the environment are not used. Each redirect is checked as the first address was.
"""

import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin

from sayso.ingest import addresses
from sayso.ingest.addresses import Allow
from sayso.ingest.items import LIMIT, Fetch, Fetched, InputError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    import httpx

AGENT = "sayso (reads reports for casualty recording)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one fetch may cost: bytes, seconds in all, seconds of silence, redirects."""

    size: int = LIMIT
    seconds: float = 30.0
    silence: float = 10.0
    redirects: int = 5


def fetcher(limits: Limits | None = None, allow: Allow = addresses.is_public) -> Fetch:
    """A Fetch within these limits that connects to the allowed addresses only (`addresses.any_address`: to all)."""
    return partial(_follow, limits=limits or Limits(), allow=allow)


def fetch(url: str) -> Fetched:
    """What a public address gives, within the default limits.

    Raises: InputError, when it gives no report.
    """
    return _follow(url, Limits(), addresses.is_public)


def _follow(url: str, limits: Limits, allow: Allow) -> Fetched:
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        parts = addresses.split(url)
        with _answer(parts, limits, allow) as answer:
            target = answer.headers.get("location")
            if answer.is_redirect and target:
                url = urljoin(url, target)
                continue
            if answer.status_code >= 400:
                raise InputError("unreachable", f"the server answered {answer.status_code}")
            body = _body(answer, limits, deadline)
            return Fetched(url=addresses.shown(url), body=body, content_type=answer.headers.get("content-type", ""))
    raise InputError("unreachable", f"more than {limits.redirects} redirects")


@cache
def _certificates() -> "ssl.SSLContext":
    """The certificates that servers are checked against, loaded once; those that the environment names are not used."""
    import httpx  # noqa: PLC0415  loaded only to fetch

    return httpx.create_ssl_context(trust_env=False)


@contextmanager
def _answer(parts: SplitResult, limits: Limits, allow: Allow) -> "Iterator[httpx.Response]":
    """The answer of the address that was checked; the host's name goes into the request and the handshake alone."""
    import httpx  # noqa: PLC0415  loaded only to fetch

    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = addresses.resolve(host, port, allow)
    literal = f"[{address}]" if address.version == 6 else str(address)
    pinned = parts._replace(netloc=f"{literal}:{port}", fragment="").geturl()
    named = parts.netloc.rpartition("@")[2]
    try:
        with (
            httpx.Client(verify=_certificates(), trust_env=False, follow_redirects=False, timeout=limits.silence) as client,
            client.stream(
                "GET",
                pinned,
                headers={
                    "Host": named,
                    "User-Agent": AGENT,
                    "Accept": "text/html, text/plain, */*;q=0.5",
                    "Accept-Encoding": "identity",
                },
                extensions={"sni_hostname": host},
            ) as answer,
        ):
            yield answer
    except httpx.TimeoutException:
        raise InputError("unreachable", f"no answer within {limits.silence:g} seconds") from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as e:
        raise InputError("unreachable", f"the connection failed ({type(e).__name__})") from None


def _body(answer: "httpx.Response", limits: Limits, deadline: float) -> bytes:
    declared = answer.headers.get("content-length", "")
    if declared.isdigit() and len(declared) < 20 and int(declared) > limits.size:
        raise InputError("too-large", f"{int(declared):,} bytes; at most {limits.size:,}")
    body = bytearray()
    for piece in answer.iter_bytes(65_536):
        body += piece
        if len(body) > limits.size:
            raise InputError("too-large", f"more than {limits.size:,} bytes")
        if time.monotonic() > deadline:
            raise InputError("unreachable", f"not done within {limits.seconds:g} seconds")
    return bytes(body)

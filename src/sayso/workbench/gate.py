"""Who may come in, and with what? One person's browser, with this launch's token, from this very page.

Any web page that a browser has open may send requests to this machine. So each request must name this server as its host, carry
the launch's token in a cookie that other sites do not send, and, where it writes, come from this page itself.
"""

from dataclasses import dataclass
from hmac import compare_digest
from http import HTTPStatus
from time import monotonic
from urllib.parse import urlencode

from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with `no-referrer` a browser sends forms with the origin "null"
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""What every answer says: only this server's own styles and scripts, in no frame. **Source:** OWASP Secure Headers Project."""

LIMIT = 32 * 1024 * 1024
"""Bytes of one request at most. Source: set by hand: some thousands of reports."""
TRIES, WAIT = 5, 30.0
"""Wrong passwords in a row, and seconds after which the next is heard. Source: set by hand."""
_ELSEWHERE = "This is not the address of this page. Use the address that `sayso serve` printed."
_ANOTHER = "This was sent by another page, so nothing was written. Go back to Sayso and do it there."
_LARGE = f"That is more than {LIMIT // 2**20} MB at once. Give fewer files, or use `sayso add`."
_OLD = "This token is of another launch. Use the address that `sayso serve` printed last."
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/static/", "/enter")
"""What is answered without the token: how pages look, and the door itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What opens the pages: the launch's token, kept in `cookie`, and the password of /enter, if there is one.

    `hosts` are the names, with the port, under which the server may be asked.
    """

    token: str
    hosts: tuple[str, ...]
    cookie: str = "sayso"
    password: str | None = None


class Gate:
    """An ASGI layer around the pages: lets in who has the token, refuses the rest in words."""

    def __init__(self, app: ASGIApp, *, keys: Keys) -> None:
        """Guard `app`."""
        self.app = app
        self._keys = keys
        self._wrong, self._until = 0, 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        request = Request(scope, receive)
        answer = await self._answer(request)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        await self._pass(scope, receive, send)

    async def _answer(self, request: Request) -> Response | None:
        """Why a request goes no further; None for one that may."""
        headers = request.headers
        if headers.get("host", "").lower() not in self._keys.hosts:
            return _refused(HTTPStatus.MISDIRECTED_REQUEST, _ELSEWHERE)
        if request.method not in _SAFE and not self._own(headers):
            return _refused(HTTPStatus.FORBIDDEN, _ANOTHER)
        if _declared(headers) > LIMIT:
            return _refused(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"That is more than {LIMIT // 2**20} MB at once. Give fewer files, or use `sayso add`.",
            )
        if request.url.path == "/enter" and self._keys.password is not None:
            return await self._enter(request)
        if given := request.query_params.get("token"):
            return self._with_token(request, given)
        shown = request.cookies.get(self._keys.cookie, "")
        if request.url.path.startswith(_OPEN) or compare_digest(shown.encode(), self._keys.token.encode()):
            return None
        if self._keys.password is not None:
            return RedirectResponse("/enter", HTTPStatus.SEE_OTHER)
        return _refused(HTTPStatus.FORBIDDEN, "Open the address with its token that `sayso serve` printed in the terminal.")

    def _own(self, headers: Headers) -> bool:
        """True where a browser says that this page itself is the sender."""
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site") == "same-origin"
        return URL(origin).netloc.lower() in self._keys.hosts

    def _with_token(self, request: Request, given: str) -> Response:
        """Keep the token in a cookie, and show the page under an address without it."""
        if not compare_digest(given.encode(), self._keys.token.encode()):
            return _refused(HTTPStatus.FORBIDDEN, _OLD)
        rest = [(k, v) for k, v in request.query_params.multi_items() if k != "token"]
        return self._let_in(RedirectResponse(_path(request.url.path, urlencode(rest)), HTTPStatus.SEE_OTHER))

    async def _enter(self, request: Request) -> Response:
        """Ask for the password; after some wrong ones in a row the next must wait."""
        if request.method != "POST":
            return _door("")
        if monotonic() < self._until:
            return _door("Too many wrong passwords. Wait half a minute.", HTTPStatus.TOO_MANY_REQUESTS)
        given = str((await request.form()).get("password", ""))
        if compare_digest(given.encode(), (self._keys.password or "").encode()):
            self._wrong = 0
            return self._let_in(RedirectResponse("/", HTTPStatus.SEE_OTHER))
        self._wrong += 1
        if self._wrong % TRIES == 0:
            self._until = monotonic() + WAIT
        return _door("That is not the password.", HTTPStatus.FORBIDDEN)

    def _let_in(self, answer: Response) -> Response:
        answer.set_cookie(self._keys.cookie, self._keys.token, httponly=True, samesite="strict", path="/")
        return answer

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; one that grows beyond the limit although it did not say so is ended."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LIMIT:
                return {"type": "http.disconnect"}
            return message

        await self.app(scope, counted, _with_headers(send))


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sent


def _refused(status: HTTPStatus, words: str) -> Response:
    return PlainTextResponse(words, status)


def _door(words: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    from sayso.workbench.page import drawn  # noqa: PLC0415  the gate is needed before any page

    return Response(drawn("enter.html", words=words), status, media_type="text/html")


def _declared(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isdecimal() else 0


def _path(path: str, query: str) -> str:
    """An address on this server: a path that begins with two slashes would lead to another one."""
    return "/" + path.lstrip("/\\") + (f"?{query}" if query else "")

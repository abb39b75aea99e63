"""Only this person's browser, from this very page, is let in; everybody else hears why not."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from sayso.workbench.gate import HEADERS, LIMIT, TRIES, Gate, Keys
from sayso.workbench.serve import hosts, local

HOST, TOKEN = "127.0.0.1:8417", "the-token-of-this-launch"
HERE = f"http://{HOST}"


async def _write(request: Request) -> Response:
    return PlainTextResponse(f"written {len(await request.body())}")


def _page(request: Request) -> Response:
    return PlainTextResponse(f"page {request.url.query}")


def _guarded(password: str | None = None) -> TestClient:
    app = Starlette(routes=[Route("/", _page), Route("/write", _write, methods=["POST"])])
    app.add_middleware(Gate, keys=Keys(token=TOKEN, hosts=hosts("127.0.0.1", 8417), password=password))
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture
def stranger() -> Iterator[TestClient]:
    """A browser without the token."""
    with _guarded() as client:
        yield client


@pytest.fixture
def known(stranger: TestClient) -> TestClient:
    """A browser that came by the printed address."""
    stranger.get("/", params={"token": TOKEN})
    return stranger


def test_without_the_token_nothing_is_shown(stranger: TestClient) -> None:
    answer = stranger.get("/")
    assert answer.status_code == 403
    assert "sayso serve" in answer.text


def test_the_printed_address_lets_in_and_hides_the_token(stranger: TestClient) -> None:
    answer = stranger.get("/", params={"token": TOKEN, "near": "Dravna"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?near=Dravna")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.get("/").text == "page "


def test_the_token_never_leads_to_another_site(stranger: TestClient) -> None:
    answer = stranger.get(f"{HERE}//elsewhere.example/", params={"token": TOKEN})
    assert answer.headers["location"] == "/elsewhere.example/"


def test_a_wrong_token_is_refused(stranger: TestClient) -> None:
    assert stranger.get("/", params={"token": "guess"}).status_code == 403
    assert stranger.get("/", headers={b"cookie": b"sayso=gu\xe9ss"}).status_code == 403


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1:9", "127.0.0.1", ""])
def test_another_host_name_is_refused(known: TestClient, host: str) -> None:
    assert known.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://elsewhere.example"},
        {"origin": "http://127.0.0.1:9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_page_cannot_write(known: TestClient, headers: dict[str, str]) -> None:
    assert known.post("/write", content="x", headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"origin": HERE}, {"sec-fetch-site": "same-origin"}])
def test_this_page_can_write(known: TestClient, headers: dict[str, str]) -> None:
    assert known.post("/write", content="x", headers=headers).text == "written 1"


def test_writing_needs_the_token_too(stranger: TestClient) -> None:
    assert stranger.post("/write", content="x", headers={"origin": HERE}).status_code == 403


def test_what_is_too_large_is_refused_in_words(known: TestClient) -> None:
    answer = known.post("/write", content=b"x", headers={"origin": HERE, "content-length": str(LIMIT + 1)})
    assert answer.status_code == 413
    assert "sayso add" in answer.text


@pytest.mark.parametrize("path", ["/", "/none", "/write"])
def test_every_answer_allows_only_our_own_scripts(known: TestClient, path: str) -> None:
    answer = known.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_beyond_this_machine_the_password_opens() -> None:
    with _guarded(password="long and secret") as client:  # noqa: S106  a test's own
        assert client.get("/").headers["location"] == "/enter"
        wrong = client.post("/enter", data={"password": "guess"}, headers={"origin": HERE})
        assert wrong.status_code == 403
        right = client.post("/enter", data={"password": "long and secret"}, headers={"origin": HERE})
        assert right.status_code == 303
        assert client.get("/").text == "page "


def test_guessing_the_password_is_slowed_down() -> None:
    with _guarded(password="long and secret") as client:  # noqa: S106  a test's own
        for _ in range(TRIES):
            client.post("/enter", data={"password": "guess"}, headers={"origin": HERE})
        answer = client.post("/enter", data={"password": "long and secret"}, headers={"origin": HERE})
        assert answer.status_code == 429


@pytest.mark.parametrize(
    ("host", "is_local"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("desk.example", False)],  # noqa: S104  asked about
)
def test_which_hosts_are_this_machine(host: str, is_local: bool) -> None:  # noqa: FBT001  a case of the test
    assert local(host) is is_local

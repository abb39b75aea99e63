"""Whatever is asked of the pages, no answer is an error of the program: odd ids, odd fields, odd values, at every address."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient

import sayso
from sayso.workbench.app import routes, workbench
from sayso.workbench.gate import Keys
from sayso.workbench.page import environment
from sayso.workbench.serve import hosts

TOKEN, HOST = "the-token-of-this-launch", "127.0.0.1:8417"
ERROR = 500
_UNTRIED = {"/add/read"}
"""What starts work in the background; it has tests of its own."""
ADDRESSES = tuple(
    (method, r.path)
    for r in routes()
    if isinstance(r, Route) and r.path not in _UNTRIED
    for method in sorted(r.methods or ())
    if method in {"GET", "POST"}
)
FIELD = re.compile(r'name="(?P<name>[\w-]+)"')
FIELDS = tuple(
    sorted(
        {
            f["name"]
            for name in environment().list_templates()
            for f in FIELD.finditer(Path(f"src/sayso/workbench/templates/{name}").read_text())
        }
        | {"to", "claim", "event", "source", "outcome", "page", "as_of", "policy", "seen", "target"}
    )
)
"""The names of all fields of all forms, and of what else stands in addresses."""
ODD = (
    "", "0", "-1", "1e9", "99999999999999999999", "NaN", "2031-03-15", "2031-02-30", "'; DROP TABLE events; --", "<script>",
    "%00",
    "\u0000", "\U0001f4a5", "\u0627", "a" * 3000, "killed", "claim:c-1", "on", "{}", "[1]",
)  # fmt: skip


@pytest.fixture(scope="module")
def asked(made_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, tuple[str, ...]]]:
    """A browser on a ledger that any of these may write to, and ids that the ledger has."""
    path = Path(shutil.copy(made_ledger, tmp_path_factory.mktemp("routes") / "demo.sayso"))
    with sayso.open(path) as desk:
        event, claim = desk.events()[0], desk.claims()[0]
        ids = (event.id, claim.id, claim.document, f"claim:{claim.id}", f"event:{event.id}", next(iter(desk.ledger.sources())).id)
    app = workbench(path, Keys(token=TOKEN, hosts=hosts("127.0.0.1", 8417)), by="Ana")
    with TestClient(app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"}, follow_redirects=False) as client:
        client.get("/", params={"token": TOKEN})
        yield client, ids


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_question_is_answered_by_an_error_of_the_program(
    asked: tuple[TestClient, tuple[str, ...]], data: st.DataObject
) -> None:
    client, ids = asked
    method, path = data.draw(st.sampled_from(ADDRESSES))
    value = st.one_of(st.sampled_from(ids), st.sampled_from(ODD), st.text(max_size=20))
    segment = value.filter(lambda v: v not in ("", ".", "..") and "/" not in v)
    fields = data.draw(st.dictionaries(st.sampled_from(FIELDS), value, max_size=6))
    place = re.sub(r"\{\w+:int\}", lambda _: str(data.draw(st.integers(0, 10**12))), path)
    place = re.sub(r"\{\w+\}", lambda _: _quoted(data.draw(segment)), place)
    answer = client.get(place, params=fields) if method == "GET" else client.post(place, data=fields)
    assert answer.status_code < ERROR, (method, place, fields, answer.text[:500])


def _quoted(text: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415

    return quote(text, safe="", errors="replace")

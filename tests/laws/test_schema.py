"""Laws of the nouns' other shapes: what goes out comes back equal, and content alone gives an id."""

import json
import sqlite3
from dataclasses import MISSING, fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ContractError
from sayso.model import (
    Claim,
    Document,
    Estimate,
    Event,
    Line,
    Link,
    Reading,
    Refusal,
    Review,
    Run,
    Source,
    Statement,
)
from sayso.schema import (
    canonical,
    columns,
    ddl,
    document_id,
    from_arrow,
    from_plain,
    from_row,
    make_document,
    to_arrow,
    to_plain,
    to_row,
)
from sayso.shapes import replaced
from tests.strategies import documents, noun

NOUNS: tuple[Any, ...] = (
    Document, Source, Review, Refusal, Run, Statement, Claim, Link, Event, Line, Estimate, Reading,
)  # fmt: skip
_BOUND = frozenset({"text", "low", "best", "high", "said_by", "span"})
"""Fields on which an invariant depends."""
of_every_noun = pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)


@of_every_noun
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_noun_to_arrow_to_sqlite_to_noun_is_the_same_noun(kind: Any, data: st.DataObject) -> None:
    values = data.draw(st.lists(noun(kind), max_size=3))
    back = from_arrow(kind, to_arrow(kind, values))
    assert _through_sqlite(kind, back) == values


@of_every_noun
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_noun_to_json_to_noun_is_the_same_noun(kind: Any, data: st.DataObject) -> None:
    value = data.draw(noun(kind))
    assert from_plain(kind, json.loads(json.dumps(to_plain(value)))) == value
    assert from_plain(kind, json.loads(canonical(value))) == value


@given(documents())
@settings(max_examples=50, deadline=None)
def test_a_documents_content_gives_its_id(document: Document) -> None:
    assert document_id(document) == document.id


@given(documents())
@settings(max_examples=15, deadline=None)
def test_a_document_made_again_from_its_fields_is_the_same(document: Document) -> None:
    again = make_document(**{k: v for k, v in to_plain(document).items() if k != "id"})
    assert again == document


def test_a_document_without_a_name_goes_by_its_id() -> None:
    document = make_document(text="Two shells fell on the mill.")
    assert document.name == document.id


@pytest.mark.parametrize("field", ["text", "name", "title", "url"])
def test_half_a_character_is_no_content(field: str) -> None:
    with pytest.raises(ContractError, match="well-formed Unicode"):
        make_document(**{"text": "Two shells fell.", field: "Orvenna \ud800"})


@pytest.mark.parametrize("change", ["text", "name", "title", "published", "url", "outlet", "byline"])
def test_any_other_content_is_another_document(change: str) -> None:
    given_once = {"text": "Two shells fell.", "name": "a", "title": "b", "published": "2031-05-01", "url": "c", "byline": "d"}
    other = {**given_once, change: "2031-05-02"}
    assert make_document(**given_once).id != make_document(**other).id


def _through_sqlite(kind: Any, values: list[Any]) -> list[Any]:
    db = sqlite3.connect(":memory:")
    db.execute(ddl(kind, "things"))
    names = ", ".join(f'"{name}"' for name, _ in columns(kind))
    marks = ", ".join("?" for _ in columns(kind))
    db.executemany(f"INSERT INTO things ({names}) VALUES ({marks})", [to_row(v) for v in values])  # noqa: S608  our own names
    rows = db.execute(f"SELECT {names} FROM things ORDER BY seq").fetchall()  # noqa: S608  our own names
    db.close()
    return [from_row(kind, row) for row in rows]


def test_a_field_that_is_missing_or_unknown_is_named() -> None:
    run = {"id": "r-1", "version": "1", "pack": "en", "weights": "w", "settings": ""}
    assert to_plain(from_plain(Run, run)) == run
    with pytest.raises(ContractError, match="Run lacks the field 'version'"):
        from_plain(Run, {"id": "r-1"})
    with pytest.raises(ContractError, match="Run has no field 'colour'"):
        from_plain(Run, run | {"shade": "", "colour": ""})
    with pytest.raises(ContractError, match="Run lacks the field 'id'"):
        from_plain(Run, [])
    with pytest.raises(ContractError, match="Claim lacks the field 'id'"):
        from_plain(Reading, {"document": "d-1", "statements": [], "claims": [{}]})


@of_every_noun
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_what_is_made_quickly_from_another_is_what_is_made_slowly(kind: Any, data: st.DataObject) -> None:
    value, other = data.draw(noun(kind)), data.draw(noun(kind))
    name = data.draw(st.sampled_from([f.name for f in fields(kind) if f.name not in _BOUND]))
    more = {name: getattr(other, name)}
    assert replaced(value, **more) == replace(value, **more)


@of_every_noun
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_what_has_a_default_may_be_left_out(kind: Any, data: st.DataObject) -> None:
    plain = to_plain(data.draw(noun(kind)))
    left = {f.name: f.default for f in fields(kind) if f.default is not MISSING and f.name not in _BOUND}
    out = data.draw(st.sets(st.sampled_from(sorted(left)))) if left else set()
    back = from_plain(kind, {k: v for k, v in plain.items() if k not in out})
    assert {name: getattr(back, name) for name in out} == {name: left[name] for name in out}

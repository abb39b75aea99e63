"""What does the ledger's file look like? One table a noun, read off the nouns' fields, and what guards and indexes them.

Given tables grow: a field that a noun gains becomes a column when an older file is opened. Derived tables are dropped and made
anew when their shape changes; the desk fills them again from the given ones.
"""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from typing import Any

from sayso.model import Claim, Document, Estimate, Event, Line, Link, Refusal, Review, Run, Source, Statement
from sayso.schema import canonical, columns, ddl, digest, is_scalar
from sayso.shapes import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where a noun is kept: `key` is the unique column that orders it, `more` the columns beyond the noun's own."""

    name: str
    noun: type[Noun]
    key: str = "id"
    more: tuple[str, ...] = ()

    @property
    def columns(self) -> str:
        """The noun's columns, quoted and in field order, for a SELECT or an INSERT."""
        return ", ".join(f'"{name}"' for name, _ in columns(self.noun))

    @property
    def marks(self) -> str:
        """As many question marks as the noun has columns."""
        return ", ".join("?" for _ in columns(self.noun))


DOCUMENTS = Table(name="documents", noun=Document)
REFUSALS = Table(name="refusals", noun=Refusal)
REVIEWS = Table(name="reviews", noun=Review, key="key", more=('key TEXT AS ("at" || \' \' || "id") VIRTUAL',))
SET_SOURCES = Table(name="set_sources", noun=Source, key="seq", more=("set_by TEXT NOT NULL", "set_at TEXT NOT NULL"))
GIVEN = (DOCUMENTS, REFUSALS, REVIEWS, SET_SOURCES)

SEAL = "seal TEXT"
"""A digest of the row as it was written, in each table of derived things: what was changed by hand no longer has it."""
RUNS = Table(name="runs", noun=Run)
STATEMENTS = Table(name="statements", noun=Statement, more=(SEAL,))
CLAIMS = Table(name="claims", noun=Claim, more=(SEAL,))
LINKS = Table(
    name="links",
    noun=Link,
    key="key",
    more=(
        SEAL,
        'key TEXT AS ("a" || \' \' || "b") VIRTUAL',
    ),
)
EVENTS = Table(name="events", noun=Event, more=(SEAL,))
LINES = Table(name="lines", noun=Line, more=(SEAL,))
ESTIMATES = Table(
    name="estimates",
    noun=Estimate,
    key="key",
    more=(
        SEAL,
        "key TEXT AS (\"event\" || ' ' || \"outcome\" || ' ' || ifnull(\"as_of\", '')) VIRTUAL",
    ),
)
FOUND_SOURCES = Table(name="found_sources", noun=Source, more=(SEAL,))
DERIVED = (RUNS, STATEMENTS, CLAIMS, LINKS, EVENTS, LINES, ESTIMATES, FOUND_SOURCES)

TABLES: dict[type[Noun], Table] = {t.noun: t for t in (*DERIVED, DOCUMENTS, REFUSALS, REVIEWS)}
"""The table of each noun; of sources, those that were found."""
READ = (STATEMENTS, CLAIMS)
"""What is read of one document, and kept with its reading."""
READ_TABLES = frozenset({"runs", "readings", "statement_search", *(t.name for t in READ)})
"""What reading alone fills, the slowest of the work."""
STAGES = {"links": "link", "events": "link", "found_sources": "link", "lines": "trace", "estimates": "weigh"}
"""Which stage writes a table whole."""

LISTED = ("listed", "traits", "has_trait", "tells_of", "listed_search")
"""What the list of events is asked by: nothing but events, lines and estimates in another order."""

APPEND_ONLY = {
    "documents": "id = NEW.id OR name = NEW.name",
    "refusals": "id = NEW.id OR (origin = NEW.origin AND reason = NEW.reason AND raw IS NEW.raw)",
    "reviews": "id = NEW.id",
    "set_sources": "seq = NEW.seq",
    "raws": "sha256 = NEW.sha256",
    "additions": "seq = NEW.seq OR (origin = NEW.origin AND raw IS NEW.raw AND document = NEW.document)",
}
"""The tables of given things, each with what makes a new row one that is already there."""

_DERIVED_MORE = """
CREATE TABLE readings (document TEXT PRIMARY KEY, run TEXT NOT NULL, flags TEXT NOT NULL, seal TEXT) WITHOUT ROWID;
CREATE TABLE members (member TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (member, event)) WITHOUT ROWID;
CREATE TABLE identities (
  document TEXT NOT NULL, step TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (document, step)
) WITHOUT ROWID;
CREATE INDEX identities_of_source ON identities (source);
CREATE TABLE listed (
  number INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  documents INTEGER NOT NULL, claims INTEGER NOT NULL, first TEXT, last TEXT,
  place TEXT, country TEXT, lat REAL, lon REAL, radius REAL, lines INTEGER NOT NULL DEFAULT 0,
  outcome TEXT, best INTEGER, width REAL, flags INTEGER NOT NULL DEFAULT 0, flag TEXT
);
CREATE INDEX listed_by_day ON listed (last);
CREATE TABLE traits (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, events INTEGER, UNIQUE (kind, value));
CREATE TABLE has_trait (trait INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (trait, number)) WITHOUT ROWID;
CREATE INDEX traits_of_number ON has_trait (number, trait);
CREATE TABLE tells_of (document INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE VIRTUAL TABLE listed_search USING fts5 (title, place, text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE stakes (
  target TEXT PRIMARY KEY, sort TEXT NOT NULL, event TEXT, other TEXT, outcome TEXT, chance REAL,
  move REAL NOT NULL, why TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX stakes_by_move ON stakes (move DESC, target);
CREATE INDEX stakes_of_sort ON stakes (sort, move DESC, target);
CREATE INDEX stakes_of_event ON stakes (event, other);
CREATE TABLE heard_in (
  source TEXT NOT NULL, day TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (source, day, document)
) WITHOUT ROWID;
CREATE TABLE figured_by (
  source TEXT NOT NULL, day TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (source, day, event)
) WITHOUT ROWID;
CREATE TABLE stamps (stage TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX statements_of_document ON statements (document, id);
CREATE INDEX claims_of_document ON claims (document, id);
CREATE INDEX claims_foretold ON claims (id) WHERE status IN ('planned', 'forecast');
CREATE INDEX lines_of_event ON lines (event, id);
CREATE INDEX estimates_of_event ON estimates (event, key);
CREATE VIRTUAL TABLE statement_search USING fts5 (
  quote, content = 'statements', content_rowid = 'seq', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_found AFTER INSERT ON statements BEGIN
  INSERT INTO statement_search (rowid, quote) VALUES (NEW.seq, NEW.quote);
END;
CREATE TRIGGER statements_lost AFTER DELETE ON statements BEGIN
  INSERT INTO statement_search (statement_search, rowid, quote) VALUES ('delete', OLD.seq, OLD.quote);
END;
"""


def guards(table: str) -> list[str]:
    """The triggers that keep a table append-only: what is there is never changed, never deleted, never replaced."""
    refuse = "given things are never changed"
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {APPEND_ONLY[table]})"
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_once BEFORE INSERT ON {table} WHEN {there} BEGIN SELECT RAISE(IGNORE); END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_kept BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refuse}'); END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_stay BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refuse}'); END",
    ]


def new_column(noun: type[Noun], name: str) -> str:
    """The definition of a column that an older file lacks; what is not optional is filled with the field's default.

    Raises: KeyError, when the noun has no such field.
    """
    field: Field[Any] = {f.name: f for f in fields(noun)}[name]
    kind = dict(columns(noun))[name]
    value = field.default_factory() if field.default_factory is not MISSING else field.default
    if value is MISSING or value is None:
        return f'"{name}" {kind}'
    text = str(int(value) if isinstance(value, bool) else value) if is_scalar(noun, name) else canonical(value)
    quoted = text.replace("'", "''")
    return f"\"{name}\" {kind} DEFAULT '{quoted}'"


@cache
def derived_statements() -> tuple[str, ...]:
    """The SQL that makes the derived tables, with their indexes and their search."""
    tables = [ddl(t.noun, t.name, *t.more) for t in DERIVED]
    keys = [f"CREATE UNIQUE INDEX {t.name}_by_key ON {t.name} ({t.key})" for t in DERIVED]
    return (*tables, *keys, *split(_DERIVED_MORE))


@cache
def derived_names() -> tuple[str, ...]:
    """The derived tables, those first that must be dropped first."""
    beside = ("readings", "members", "identities", "heard_in", "figured_by", "stamps")
    return ("statement_search", "stakes", *LISTED, *beside, *(t.name for t in DERIVED))


@cache
def derived_shape() -> str:
    """A digest of how the derived tables are written: another one means that their shapes must be compared."""
    return digest(list(derived_statements()))


def split(script: str) -> list[str]:
    """The statements of an SQL script, of which none has a semicolon at a line's end but the last line of a trigger."""
    statements: list[str] = []
    lines: list[str] = []
    for line in script.splitlines():
        if line.strip() and not line.lstrip().startswith("--"):
            lines.append(line)
        if lines and _complete("\n".join(lines)):
            statements.append("\n".join(lines))
            lines = []
    return statements


def _complete(text: str) -> bool:
    """Whether a statement ends here; one that makes a trigger ends with END."""
    ends = text.rstrip().endswith(";")
    return ends and (text.rstrip().upper().endswith("END;") if text.lstrip().upper().startswith("CREATE TRIGGER") else True)

"""Is what was derived still as it was written? Each row has a seal, and each reading and table one over its rows."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ledger.stakes import Stakes
from sayso.ledger.store import named, seal
from sayso.ledger.tables import DERIVED, READ, STAGES, Table

_KEPT = {
    "listed": "the list of events is not as it was written",
    "traits": "what listed events have in common is not as it was written",
    "stakes": "what is to be decided is not as it was written",
}
_PAGE = 256
"""Rows fetched at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Something derived that is not as it was written: what it is called, its table, and what is wrong."""

    id: str
    table: str
    what: str


class Sealed(Stakes):
    """The derived things of a ledger, with the seals that tell what was changed by hand."""

    def changed(self) -> Iterator[Changed]:
        """What was derived and is not as it was written: rows changed, added or gone."""
        for table in (*READ, *(t for t in DERIVED if t.name in STAGES)):
            yield from self._changed_rows(table)
        for document, run, flags, kept in self.ask("SELECT document, run, flags, seal FROM readings ORDER BY document"):
            if kept != self.reading_seal(document, run, flags):
                yield Changed(id=document, table="readings", what="its reading is not as it was written")
        for table_name, stage in STAGES.items():
            if self.stamp(stage) is not None and self.stamp(f"rows of {table_name}") != self.seals(table_name):
                yield Changed(id=table_name, table=table_name, what="rows were added or taken away")
        known = self.stamp("rows of identities")
        if known is not None and known != self.identities_digest():
            yield Changed(id="identities", table="found_sources", what="who is which source is not as it was written")
        digests = {"sum of listed": self.listed_digest, "sum of traits": self.traits_digest, "rows of stakes": self.stakes_digest}
        for stage, now in digests.items():
            known, name = self.stamp(stage), stage.rpartition(" ")[2]
            if known is not None and known != now():
                yield Changed(id=name, table=name, what=_KEPT[name])

    def mend(self) -> int:
        """Forget what is not as it was written, so that the next run makes it anew; how many such things there were."""
        if next(self.changed(), None) is None:
            return 0
        read = [t.name for t in READ]
        with self.batch():
            found = tuple(self.changed())  # looked at again, since another process may have been writing meanwhile
            for one in found:
                if one.table in STAGES:
                    self._execute("DELETE FROM stamps WHERE stage = ?", (STAGES[one.table],))
                elif one.table in ("listed", "traits"):
                    self.relist()
                elif one.table == "stakes":
                    self.restake()
                else:
                    ids = "?" if one.table == "readings" else f"(SELECT document FROM {one.table} WHERE id = ?)"
                    self._execute(f"DELETE FROM readings WHERE document IN ({ids})", (one.id,))
            for table in read:
                self._execute(f"DELETE FROM {table} WHERE document NOT IN (SELECT document FROM readings)")
        return len(found)

    def _changed_rows(self, table: Table) -> Iterator[Changed]:
        last = 0
        sql = f"SELECT seq, seal, {table.columns} FROM {table.name} WHERE seq > ? ORDER BY seq LIMIT {_PAGE}"
        while page := self.ask(sql, (last,)):
            for _, kept, *row in page:
                if kept != seal(row):
                    yield Changed(id=named(table, row), table=table.name, what="it is not as it was written")
            last = page[-1][0]

"""A fictional battle that tests of command line and pages share: each army on the other's dead, a doctor on the town's."""

from dataclasses import replace
from pathlib import Path

import sayso.desk
from sayso import runs
from sayso.model import Attribution, Claim, Document, Group, Reading, Role
from sayso.schema import make_document
from tests.a_case import claim

PLACE = "in the battle for the bridge at Orlan on Friday"
_SAID: tuple[tuple[str, str, Attribution, int, str | None, Role], ...] = (
    ("Orlan Wire", "Tovia's army", Attribution(name="Tovia's army", kind="military", party="tovia"), 62, "kareli", "military"),
    ("Bay Post", "Kareli's army", Attribution(name="Kareli's army", kind="military", party="kareli"), 45, "tovia", "military"),
    ("Harbour Times", "the town doctor", Attribution(name="the town doctor", kind="medical"), 5, None, "civilian"),
)
_NAMES = {"kareli": "Karelian soldiers", "tovia": "Tovian soldiers", None: "civilians"}


def _told(outlet: str, who: str, speaker: Attribution, n: int, nation: str | None, role: Role) -> tuple[Document, Claim]:  # noqa: PLR0913, PLR0917  a row
    words = f"{n} {_NAMES[nation]} were killed"
    text = f"{who.capitalize()} said on Saturday that {words} {PLACE}."
    document = make_document(name=outlet, title="Battle at Orlan", outlet=outlet, published="2031-05-03", text=text)
    group = Group(text=_NAMES[nation], nation=nation, role=role)
    named = replace(speaker, source=f"s-{outlet}", certainty=(0.8, 0.95))
    return document, replace(claim(document, named, words, "killed", n), group=group)


def battle(path: Path) -> Path:
    """Make a ledger of the battle, read by hand, and worked through."""
    told = [_told(*row) for row in _SAID]
    with sayso.desk.open(path) as desk:
        desk.add([d for d, _ in told])
        desk.ledger.put_readings([Reading(document=d.id, claims=(c,)) for d, c in told], runs.current("all"))
        desk.link()
        desk.trace()
        desk.weigh()
    return path

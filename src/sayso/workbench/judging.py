"""What did a person decide in a form? Its fields as a verb of the desk, on what was seen when the form was drawn."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.judging.edits import fields_of
from sayso.judging.judged import DECIDING, Judge, Judgement
from sayso.model import Claim
from sayso.wording import persons

if TYPE_CHECKING:
    from sayso.desk import Desk

EDITED = ("low", "best", "high", "outcome", "status", "scope", "day", "place", "group", "nation", "role", "part_of")
"""What the form for an edit gives."""


def kept(desk: "Desk", given: Mapping[str, str], by: str) -> Judgement | None:
    """Keep what a form says; None for a source's kind, which is no review.

    Raises: SaysoError, above all ChangedError, where what was seen has changed.
    """
    does = given.get("do", "")
    verb = _VERBS.get(does)
    if verb is None:
        raise UsageError("Nothing was chosen", do="Use one of the buttons")
    target, seen = given.get("of") or given.get("target", ""), given.get("seen", "")
    if does != "undo" and not seen:
        raise UsageError("Only what is shown can be decided", do="Open it in the review, and use its buttons")
    if not by:
        raise UsageError("Nobody says so", do="Give your name first")
    judge = Judge(by=by, note=given.get("note") or None, seen=(target, seen) if seen else None)
    return verb(desk, given, target, judge)


def settles(given: Mapping[str, str]) -> bool:
    """Whether a decision is on the thing shown itself, so that the next one is shown."""
    on_itself = given.get("of", "") in ("", given.get("target", ""))
    return on_itself and (given.get("do") in DECIDING or given.get("do") == "kind")


def figure(claim: Claim) -> str:
    """The figure of a claim in words."""
    q = claim.quantity
    return "no figure" if q is None else persons(q.low, q.best, q.high)


def _plain(verdict: Any) -> Callable[..., Judgement]:
    def said(desk: "Desk", _given: Mapping[str, str], target: str, judge: Judge) -> Judgement:
        return desk.decide(target, verdict, judge)

    return said


def _accept(desk: "Desk", given: Mapping[str, str], target: str, judge: Judge) -> Judgement:
    if not given.get("whole") and target.startswith(("line:", "event:")) and desk.item(target).more:
        raise UsageError("Only what was shown can be accepted", do="Go through all its claims first, or see them all as a table")
    return desk.decide(target, "accept", judge)


def _edit(desk: "Desk", given: Mapping[str, str], target: str, judge: Judge) -> Judgement:
    claim = desk.item(target).claims[0]
    return desk.edit(claim.id, fields_of(claim, {f: given[f] for f in EDITED if f in given}), judge)


def _attribute(desk: "Desk", given: Mapping[str, str], target: str, judge: Judge) -> Judgement:
    own = given.get("own") == "1"
    return desk.attribute(_key(target), None if own else given.get("speaker", ""), judge, given.get("kind") or None)


def _grade(desk: "Desk", given: Mapping[str, str], target: str, judge: Judge) -> Judgement:
    return desk.decide(target, "grade", judge, f"{given.get('letter', '')}{given.get('digit', '')}")


def _split(desk: "Desk", given: Mapping[str, str], target: str, judge: Judge) -> Judgement:
    ticked, event = given.get("ticked", "").split(), given.get("event", "")
    if not ticked:
        return desk.split([_key(target)], event, judge)
    return desk.split(ticked, event, replace(judge, seen=(given.get("target", ""), given.get("seen_all", ""))))


def _merge(desk: "Desk", given: Mapping[str, str], _target: str, judge: Judge) -> Judgement:
    chosen = given.get("other") or given.get("words", "")
    other = chosen if chosen.startswith("e-") else desk.event(chosen).id
    return desk.decide(f"event:{given.get('event', '')}", "merge", judge, other)


def _undo(desk: "Desk", given: Mapping[str, str], _target: str, judge: Judge) -> Judgement:
    return desk.withdraw(given.get("review", ""), judge)


def _kind(desk: "Desk", given: Mapping[str, str], target: str, judge: Judge) -> None:
    with desk.ledger.batch():
        desk.as_seen(judge)
        desk.set_source(_key(target), by=judge.by, kind=given.get("kind", ""))


def _key(target: str) -> str:
    return target.partition(":")[2]


_VERBS: dict[str, Callable[["Desk", Mapping[str, str], str, Judge], Judgement | None]] = {
    "accept": _accept,
    "reject": _plain("reject"),
    "note": _plain("note"),
    "edit": _edit,
    "attribute": _attribute,
    "grade": _grade,
    "split": _split,
    "merge": _merge,
    "undo": _undo,
    "kind": _kind,
}
"""What a form's `do` means."""

"""May two claims be one, and in which fields do they agree?"""

from collections.abc import Mapping

from gold.names import same_speaker, words
from gold.rows import Row

IN_ALL = ("quantity", "status", "speaker", "chain", "when", "where", "scope", "part_of", "group", "cause")
"""The fields that a claim must have right to be right as a whole."""
EXTRA = ("kind", "stance", "said", "role")

Fields = dict[str, bool | None]
"""Whether each field is right; None where the gold does not give it."""

_NATIONS = {
    "us": "united states",
    "usa": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "dprk": "north korea",
    "drc": "congo",
    "dr congo": "congo",
    "democratic republic of the congo": "congo",
}
_LUMPED = frozenset({"killed", "wounded", "casualties"})
_SLACK = 0.05
_FACTOR = 2


def key(claim: Row) -> str | None:
    """The id of a claim, in the gold or the system."""
    found: str | None = claim.get("id") or claim.get("key")
    return found


def admissible(gold: Row, system: Row) -> float:
    """The credit of a pair: 1, half where one side lumps killed and wounded, 0 where outcome or numbers do not go together."""
    a, b = gold["outcome"], system.get("outcome")
    credit = 1 if a == b else 0.5 if "casualties" in (a, b) and {a, b} <= _LUMPED else 0
    m, n = _numbers(gold["quantity"]), _numbers(system.get("quantity"))
    if _is_denial(gold):
        return credit if not n or n == {0.0} else 0
    return credit if m & n or (not m and not n) else 0


def fields(gold: Row, system: Row, parent: Mapping[str, str | None]) -> Fields:
    """Which fields agree; `parent` gives the system's claim for each key of the gold."""
    out: Fields = dict.fromkeys(IN_ALL + EXTRA)
    out["quantity"] = quantity_agrees(gold, system)
    if gold.get("status"):
        out["status"] = _status_agrees(gold, system)
    if gold.get("when"):
        out["when"] = _days(gold["when"]) == _days(system.get("when"))
    if gold.get("where"):
        out["where"] = _place_agrees(gold["where"], system.get("where") or {})
    if gold.get("scope") not in (None, "unknown"):
        out["scope"] = gold["scope"] == system.get("scope")
    if "part_of" in gold:
        mine = system.get("part_of")
        out["part_of"] = mine is None if gold["part_of"] is None else mine is not None and parent.get(gold["part_of"]) == mine
    if gold.get("cause"):
        out["cause"] = _cause_agrees(gold["cause"], system.get("cause") or {})
    return out | _group_fields(gold.get("group") or {}, system.get("group") or {}) | _speaker_fields(gold, system)


def quantity_agrees(gold: Row, system: Row) -> bool:
    """None only with none; low, best and high within 5 %, or within 1 where the gold is not exact.

    The gold's unknown low also takes 0 or 1, its unknown best anything. Without numbers the low is right within a factor of 2.
    """
    p, q = gold["quantity"], system.get("quantity")
    if _is_denial(gold):
        return not q or ((q.get("best") or 0) == 0 and not any(q.get("stated") or []))
    if not p or not q:
        return not p and not q
    if not _numbers(p):
        low = q.get("low")
        return not _numbers(q) and low is not None and p["low"] / _FACTOR <= low <= p["low"] * _FACTOR
    slack = 0 if p["low"] == p["best"] == p["high"] else 1
    low_agrees = (q.get("low") or 0) <= 1 if p["low"] is None else _near(p["low"], q.get("low"), slack)
    best_agrees = p["best"] is None or _near(p["best"], q.get("best"), slack)
    return low_agrees and best_agrees and _near(p["high"], q.get("high"), slack)


def _numbers(quantity: Row | None) -> set[float]:
    if not quantity:
        return set()
    exact = quantity.get("low") is not None and quantity.get("low") == quantity.get("best") == quantity.get("high")
    return {float(x) for x in quantity.get("stated") or []} | ({float(quantity["best"])} if exact else set())


def _is_denial(claim: Row) -> bool:
    q = claim.get("quantity")
    return claim.get("status") == "denied" and (not q or (not q.get("stated") and (q.get("best") or 0) == 0))


def _is_zero(claim: Row) -> bool:
    q = claim.get("quantity") or {}
    return q.get("best") == 0 and not any(q.get("stated") or [])


def _near(a: float | None, b: float | None, slack: float) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= max(_SLACK * abs(a), slack)


def _days(when: Row | None) -> tuple[str, str]:
    return ((when or {}).get("first") or "")[:10], ((when or {}).get("last") or "")[:10]


def _status_agrees(gold: Row, system: Row) -> bool:
    """Ongoing is happened; so is denied, where both sides say zero."""
    same = {"ongoing": "happened"}
    if _is_zero(gold) and _is_zero(system):
        same["denied"] = "happened"
    a, b = gold["status"], system.get("status")
    return bool(same.get(a, a) == (same.get(b, b) if b else b))


def _place_agrees(gold: Row, system: Row) -> bool:
    names = {w for t in [gold["text"], gold.get("name"), *gold.get("aliases", [])] for w in words(t)}
    country = not gold.get("country") or gold["country"].casefold() == (system.get("country") or "").casefold()
    return country and bool(names & set(words(system.get("text")) + words(system.get("name"))))


def _cause_agrees(gold: Row, system: Row) -> bool:
    weapon = not gold.get("weapon") or bool(set(words(gold["weapon"])) & set(words(system.get("weapon"))))
    return weapon and (not gold.get("by") or words(gold["by"]) == words(system.get("by")))


def _group_fields(gold: Row, system: Row) -> Fields:
    out: Fields = {}
    if gold.get("nation"):
        mine = (system.get("nation") or "").casefold()
        out["group"] = _NATIONS.get(mine, mine) == gold["nation"] or (not mine and bool(gold.get("nation_inferred")))
    if gold.get("role") in ("military", "civilian"):
        out["role"] = gold["role"] == system.get("role")
    return out


def _speaker_fields(gold: Row, system: Row) -> Fields:
    theirs, ours = gold["said_by"], system.get("said_by") or []
    nearest = ours[0] if ours else None
    out: Fields = {"speaker": same_speaker(theirs[0], nearest)}
    a, b = ([x for x in chain if x.get("kind") != "outlet"] for chain in (theirs, ours))
    short = [x for x in a if not x.get("optional")]
    out["chain"] = any(len(x) == len(b) and all(map(same_speaker, x, b)) for x in (a, short))
    if theirs[0].get("kind") != "outlet":
        said = nearest or {}
        out["kind"] = theirs[0]["kind"] == said.get("kind")
        out["stance"] = _stance(theirs[0]) == _stance(said)
    if theirs[0].get("said"):
        out["said"] = _days(theirs[0]["said"]) == _days((nearest or {}).get("said"))
    return out


def _stance(step: Row) -> str | None:
    stance: str | None = step.get("stance")
    return "asserts" if stance in ("says", "reports", "confirms") else stance

r"""How many attributions were found whole: source, cue and content?

Gold rows `{"id", "text", "attributions": [{"source": [[s, e], ...], "cue", "content"}]}`, system rows the same without the text.
Offsets are code points, end exclusive. All marks are micro averages over documents.

token     a token is `\w+` or one other sign; it is in a span when they share a character. P, R, F1 of (document, token, role).
exact     a filler (the tokens that one attribution gives to a role, in one piece or several) that equals a filler of the gold.
frag      the same over maximal runs of consecutive tokens, the unit of "exact match" in CofeNet (COLING 2022).
soft      fillers aligned one to one for the greatest sum of Dice; that sum over those given and those wanted.
relation  whole attributions aligned one to one for the greatest mean Dice of the three roles, where cue or content share a token:
          rel-soft that sum, rel-exact three equal fillers, rel@.5 all three Dice at least .5.
linked    equal fillers within aligned pairs: a right span in the wrong attribution is no hit.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby

from gold.counts import Counts, Marks, Part, prf, share
from gold.forms import forms
from gold.matching import Pair, pairs_of
from gold.rows import Row

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_HALF = 0.5

Tokens = frozenset[int]
Fillers = tuple[Tokens, Tokens, Tokens]


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each document."""
    return [Part(unit="document", counts=[count(row, system.get(row["id"])) for row in gold], marks=marks)]


def count(gold: Row, system: Row | None) -> Counts:
    """The counts of one document; a document that the system lacks counts as one without attributions."""
    text = gold["text"]
    items = [a for a in gold["attributions"] if fillers([a], text)]
    want, have = fillers(gold["attributions"], text), fillers(system["attributions"] if system else [], text)
    out: dict[str, float] = defaultdict(float)
    for k, role in enumerate(ROLES):
        _count_role([w[k] for w in want if w[k]], [h[k] for h in have if h[k]], role, out)
    pairs = _aligned(have, want)
    likeness = {(i, j): [dice(a, b) for a, b in zip(have[i], want[j], strict=True)] for i, j in pairs}
    _add(out, "rel-exact/all", sum(have[i] == want[j] for i, j in pairs), len(have), len(want))
    _add(out, "rel-soft/all", sum(sum(x) / 3 for x in likeness.values()), len(have), len(want))
    _add(out, "rel@.5/all", sum(min(x) >= _HALF for x in likeness.values()), len(have), len(want))
    for k, role in enumerate(ROLES):
        hit = sum(bool(have[i][k]) and have[i][k] == want[j][k] for i, j in pairs)
        _add(out, f"linked/{role}", hit, sum(bool(h[k]) for h in have), sum(bool(w[k]) for w in want))
    partner = {j: i for i, j in pairs}
    for j, item in enumerate(items):
        for form in [*forms(item, text), "all"]:
            out[f"form/{form}/n"] += 1
            if j in partner:
                _count_form(likeness[partner[j], j], f"form/{form}", out)
    return out


def marks(counts: Counts) -> Marks:
    """Fragments by role and whole relations, as F1; then the recall of relations by form of the gold attribution."""
    out = {f"{role} (fragments)": _f1(counts, f"frag/{role}") for role in ROLES}
    out |= {"rel@.5": _f1(counts, "rel@.5/all"), "rel exact": _f1(counts, "rel-exact/all")}
    for form in ("indirect", "passive/impersonal", "no-source", "pronoun-source"):
        out[f"rel@.5 recall, {form}"] = share(counts.get(f"form/{form}/rel@.5", 0), counts.get(f"form/{form}/n", 0))
    return out


def report(counts: Counts) -> Row:
    """Everything that was counted: P, R, F1 by measure and role, and mean Dice by form."""
    out: Row = {}
    for name in [k.removesuffix("/gold") for k in counts if k.endswith("/gold")]:
        hit, system, gold = (counts[f"{name}/{k}"] for k in ("hit", "pred", "gold"))
        p, r, f = prf(hit, system, gold)
        out[name] = {"p": p, "r": r, "f1": f, "hit": round(hit, 2), "pred": int(system), "gold": int(gold)}
    named = [k.removeprefix("form/").removesuffix("/n") for k in counts if k.startswith("form/") and k.endswith("/n")]
    table: Row = {}
    for form in sorted(named, key=lambda f: -counts[f"form/{f}/n"]):
        n = counts[f"form/{form}/n"]
        table[form] = {"n": int(n)} | {k: counts.get(f"form/{form}/{k}", 0) / n for k in ("found", *ROLES, "rel@.5")}
    return out | {"by_category": table}


def fillers(attributions: Sequence[Row], text: str) -> list[Fillers]:
    """The tokens that each attribution gives to source, cue and content; an attribution without tokens is left out.

    Raises: ValueError, for a span outside the text.
    """
    found = [m.span() for m in _TOKEN.finditer(text)]
    starts, ends = [s for s, _ in found], [e for _, e in found]

    def tokens(spans: Sequence[Sequence[int]]) -> Tokens:
        inside: set[int] = set()
        for s, e in spans:
            if not 0 <= s < e <= len(text):
                raise ValueError(f"The span [{s}, {e}] is outside the document of {len(text)} characters")
            inside.update(range(bisect_right(ends, s), bisect_left(starts, e)))
        return frozenset(inside)

    rows = [(tokens(a.get("source") or ()), tokens(a.get("cue") or ()), tokens(a.get("content") or ())) for a in attributions]
    return [row for row in rows if any(row)]


def dice(a: Tokens, b: Tokens) -> float:
    """How alike two fillers are, in [0, 1]; two empty ones are equal.

    **Source:** Dice 1945, twice the shared over the sum of both.
    """
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def _count_role(gold: Sequence[Tokens], system: Sequence[Tokens], role: str, out: dict[str, float]) -> None:
    every, given = frozenset[int]().union(*gold), frozenset[int]().union(*system)
    _add(out, f"token/{role}", len(every & given), len(given), len(every))
    _add(out, f"exact/{role}", (Counter(gold) & Counter(system)).total(), len(system), len(gold))
    g, s = [run for f in gold for run in _runs(f)], [run for f in system for run in _runs(f)]
    _add(out, f"frag/{role}", (Counter(g) & Counter(s)).total(), len(s), len(g))
    weights = {(i, j): dice(a, b) for i, a in enumerate(system) for j, b in enumerate(gold) if a & b}
    _add(out, f"soft/{role}", sum(weights[p] for p in pairs_of(weights)), len(system), len(gold))


def _count_form(likeness: Sequence[float], name: str, out: dict[str, float]) -> None:
    out[f"{name}/found"] += 1
    out[f"{name}/rel@.5"] += min(likeness) >= _HALF
    for role, value in zip(ROLES, likeness, strict=True):
        out[f"{name}/{role}"] += value


def _aligned(system: Sequence[Fillers], gold: Sequence[Fillers]) -> list[Pair]:
    weights = {
        (i, j): sum(map(dice, s, g)) / 3 for i, s in enumerate(system) for j, g in enumerate(gold) if s[1] & g[1] or s[2] & g[2]
    }
    return pairs_of(weights)


def _runs(tokens: Tokens) -> list[Tokens]:
    """Maximal runs of consecutive tokens."""
    grouped = groupby(enumerate(sorted(tokens)), key=lambda pair: pair[1] - pair[0])
    return [frozenset(i for _, i in run) for _, run in grouped]


def _add(out: dict[str, float], name: str, hit: float, system: float, gold: float) -> None:
    out[f"{name}/hit"] += hit
    out[f"{name}/pred"] += system
    out[f"{name}/gold"] += gold


def _f1(counts: Counts, name: str) -> float:
    return prf(counts.get(f"{name}/hit", 0), counts.get(f"{name}/pred", 0), counts.get(f"{name}/gold", 0))[2]

"""What of a word on a source still holds, and what is said where it is taken back?

A word on a source says all that people say of it by then, so what it changed is found beside the word before it. Taking it back
is a later word: as the last one, but for what still holds of the first, which is as it was before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.ledger import Word
from sayso.model import Source
from sayso.sources.sourced import SETTABLE, settled_of

_Key = tuple[str, str]
_NAMES = ("aliases", "apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a word: the word before it on its source, the last one, and the one since which nothing of it holds."""

    before: Source | None
    last: Word
    over: Word | None = None
    returns: bool = False


def fates(words: Sequence[Word]) -> dict[str, Fate]:
    """What became of each word, by its id; `words` are all that were said of some sources, in order.

    A word `returns` where all is as an earlier one, or nobody, said: it took something back.
    """
    own: dict[str, list[Word]] = {}
    for word in words:
        own.setdefault(word.source.id, []).append(word)
    return {word.id: _fate(said, k) for said in own.values() for k, word in enumerate(said)}


def taken_back(word: Word, fate: Fate) -> Source:
    """The word that takes another one back."""
    before, now, last = _state(fate.before), _state(word.source), _state(fate.last.source)
    still = {key for key in _changed(before, now) if last.get(key) == now.get(key)}
    then = {key: value for key, value in last.items() if key not in still} | {k: before[k] for k in still if k in before}
    fields: dict[str, Any] = {field: value for (field, name), value in then.items() if not name}
    names: dict[str, Any] = {field: tuple(sorted(n for f, n in then if f == field and n)) for field in _NAMES}
    settled = tuple(f for f in (*SETTABLE, "aliases") if f in fields or (f == "aliases" and names["aliases"]))
    places = tuple(sorted({*word.source.members, *fate.last.source.members}))
    return replace(fate.last.source, **({"same_as": None} | fields | names), settled=settled, members=places)


def _fate(said: Sequence[Word], at: int) -> Fate:
    before = said[at - 1].source if at else None
    now = _state(said[at].source)
    changed = _changed(_state(before), now)
    over = None
    for later in said[at + 1 :]:
        held = _state(later.source)
        gone = all(held.get(key) != now.get(key) for key in changed)
        over = (over or later) if gone else None
    returns = any(now == _state(earlier) for earlier in [None, *(w.source for w in said[:at])])
    return Fate(before=before, last=said[-1], over=over, returns=returns)


def _changed(before: Mapping[_Key, Any], now: Mapping[_Key, Any]) -> set[_Key]:
    return {key for key in {*before, *now} if before.get(key, _NOTHING) != now.get(key, _NOTHING)}


_NOTHING = object()
"""What was not said: another thing than to say that there is none."""


def _state(word: Source | None) -> dict[_Key, Any]:
    """What a word says, a name or field each."""
    if word is None:
        return {}
    said: dict[_Key, Any] = {(f, ""): getattr(word, f) for f in SETTABLE if f in settled_of(word)}
    said |= {(f, name): True for f in _NAMES for name in getattr(word, f)}
    return said | ({("same_as", ""): word.same_as} if word.same_as is not None else {})

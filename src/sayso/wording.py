"""How do low, best and high read in words that promise no more than is known?"""

from collections.abc import Iterable, Sequence

PLURAL = "a plural without a number"
"""The remark on a figure of which nobody says more than that there were several."""
VAGUE = "vague words only"
"""The remark on a figure that one line gives, in words such as dozens."""
SUM = "the sum of"
"""The remark on a figure that is added up from groups of other people; a colon and the groups follow."""
MIXED = "different groups"
"""The remark on a figure by lines that count different groups, which may be the same people; a colon and the groups follow."""
MISSING = "the upper end counts the missing as dead"
"""The remark on killed whose upper end was raised by those who are missing."""
_BELOW_TEN = 9


def persons(low: int | None, best: int | None, high: int | None) -> str:
    """Low, best and high persons in words that promise no more than is known: `17 [14–23]`, `at least 100`, `no figure`.

    An end that is None is open and is written as such.
    """
    if best is not None:
        if low == best == high:
            return f"{best:,}"
        if low is None:
            return f"about {best:,}" if high is None else f"{best:,} [up to {high:,}]"
        return f"{best:,} [{low:,}–{'open' if high is None else f'{high:,}'}]"
    if high is None:
        return "no figure" if low is None else _floor(low)
    if low is None:
        return f"up to {high:,}" if high % 10 != _BELOW_TEN else f"fewer than {high + 1:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _floor(low: int) -> str:
    """Whole persons: at least 101 is more than 100, which is how it was said."""
    return f"more than {low - 1:,}" if low > 10 and low % 10 == 1 else f"at least {low:,}"


def remark(outcome: str, flag: str) -> str:
    """A remark on an outcome with one colon: before what is said, behind the sort of remark where it has one."""
    return f"{outcome}, {flag}" if ": " in flag else f"{outcome}: {flag}"


def raised(level: str, flags: Sequence[str]) -> tuple[str, ...]:
    """What a reader must know of one estimate: first that only parties speak, or that nothing binds it, then its flags."""
    return (*([level] if level in {"parties only", "open"} and PLURAL not in flags else []), *flags)


def remarks(own: Iterable[str], figures: Iterable[tuple[str, str, Sequence[str]]]) -> tuple[str, ...]:
    """What a reader must know before using an event's figures, each once: its own flags, then those of its outcomes.

    `figures` are the outcome, level and flags of its estimates.
    """
    said = [*own, *(remark(outcome, flag) for outcome, level, flags in figures for flag in raised(level, flags))]
    return tuple(dict.fromkeys(said))


def sort_of(flag: str) -> str:
    """The sort of a flag: the words before its colon, or all."""
    return flag.partition(": ")[0]

"""Some spans of a text as one short text, and the way back from its offsets."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Span

_GAP = "\n\n"
"""What stands for a stretch that was left out: no sentence runs over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A short text made of spans of a long one; `starts` are where each begins here, `sources` where it begins there."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """A span of the short text as a span of the long one; it must not run over a gap."""
        k = bisect_right(self.starts, span[0]) - 1
        shift = self.sources[k] - self.starts[k]
        return span[0] + shift, span[1] + shift

    def forth(self, span: Span) -> Span | None:
        """A span of the long text as a span of this one; None where it was left out."""
        k = bisect_right(self.sources, span[0]) - 1
        if k < 0:
            return None
        shift = self.starts[k] - self.sources[k]
        end = self.starts[k + 1] - len(_GAP) if k + 1 < len(self.starts) else len(self.text)
        return (span[0] + shift, span[1] + shift) if span[1] + shift <= end else None


def excerpt(text: str, spans: Sequence[Span]) -> Excerpt:
    """The spans of a text, in order and disjoint, one after the other."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for start, end in spans:
        starts.append(at)
        parts.append(text[start:end])
        at += end - start + len(_GAP)
    return Excerpt(text=_GAP.join(parts), starts=tuple(starts), sources=tuple(s for s, _ in spans))

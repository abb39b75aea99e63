"""What would this recorder publish? Each recording rule is a switch over the same evidence."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Estimate
from sayso.weighing.evidence import Term
from sayso.weighing.settings import Settings
from sayso.weighing.wordings import Phrase


def apply(estimate: Estimate, used: Sequence[Term], settings: Settings) -> Estimate:
    """The estimate as the policy of the settings states it."""
    reliable = [t for t in used if not t.weak] or list(used)
    return _POLICIES[settings.policy](estimate, [t.phrase for t in reliable if t.phrase is not None])


def _sayso(estimate: Estimate, _said: list[Phrase]) -> Estimate:
    return estimate


def _ucdp(estimate: Estimate, said: list[Phrase]) -> Estimate:
    """Low, best and high of the reliable sources. **Source:** UCDP GED codebook, low, best and high estimates."""
    if estimate.best is None:
        return estimate
    low = min(round(min(p.least for p in said)), estimate.best)
    high = max(round(max(p.most for p in said)), estimate.best)
    return replace(estimate, low=low, high=high, low50=None, high50=None)


def _acled(estimate: Estimate, said: list[Phrase]) -> Estimate:
    """The most conservative figure. **Source:** ACLED codebook: the lowest report; tens 10, dozens 12, hundreds 100."""
    figures = [p.coded if p.coded is not None else p.least for p in said if p.shape != "ceiling"]
    if not figures:
        return replace(estimate, best=None, low=None, low50=None, high50=None)
    least = round(min(figures))
    return replace(estimate, best=least, low=least, high=least, low50=None, high50=None)


def _ibc(estimate: Estimate, said: list[Phrase]) -> Estimate:
    """Least and greatest figure, nothing between. **Source:** Iraq Body Count, methods: minimum and maximum."""
    low, high = round(min(p.least for p in said)), round(max(p.most for p in said))
    return replace(estimate, best=None, low=low, high=high, low50=None, high50=None)


_POLICIES = {"sayso": _sayso, "ucdp": _ucdp, "acled": _acled, "ibc": _ibc}

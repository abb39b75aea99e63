"""By which switches of weighing were the figures of an export made? In words, for its method page."""

from collections.abc import Iterator

from sayso.weighing.settings import Policy, Settings

POLICIES: dict[Policy, str] = {
    "sayso": "Sayso's own rule",
    "ucdp": "UCDP's rule: the least, best and greatest figure of reliable sources",
    "acled": "ACLED's rule: the most conservative figure",
    "ibc": "IBC's rule: the least and the greatest figure",
}
"""The recording rules in words."""
OWN = "its own rule: copies counted once, the sides of the fight heard"
"""How figures are weighed where nobody switched anything."""


def switches(settings: Settings | None) -> tuple[str, ...]:
    """The switches that are on, in words; none where the figures are as they are stored."""
    return () if settings is None else tuple(_switches(settings))


def _switches(settings: Settings) -> Iterator[str]:
    if settings.policy != "sayso":
        yield POLICIES[settings.policy]
    if settings.count_copies:
        yield "each copy counted as a voice of its own"
    if settings.drop_parties:
        yield "what the sides of the fight say left out"
    if settings.as_of is not None:
        yield f"only what was published up to {settings.as_of}"

"""The agency that a text names as its writer."""

import pytest

from sayso.tracing.agencies import named_agency

TEXTS = [
    ("TESK (Orlan Wire) - Four people drowned.", "Orlan Wire"),
    ("[Fictional report] TESK, March 4 (Harn News Agency) \N{EM DASH} Four people drowned.", "Harn News Agency"),
    ("Four people drowned in the harbour of Tesk.\n(Orlan Wire)", "Orlan Wire"),
    ("TESK (Velmora) - Four people drowned.", None),
    ("TESK, Velmora (March 4, 2031) - Four people drowned.", None),
    ("Four people (two of them sailors) drowned, the wire said.", None),
]


@pytest.mark.parametrize(("text", "agency"), TEXTS)
def test_an_agency_is_named_in_the_dateline_or_in_the_last_line(text: str, agency: str | None) -> None:
    assert named_agency(text) == agency

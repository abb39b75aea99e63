"""The worked example of the method's page is what weighing gives."""

from pathlib import Path

from sayso.model import Quantity
from tests.weighing.cases import claim, exact, killed, line, tally

PAGE = Path(__file__).parents[2] / "docs/method.md"
MORE = Quantity(low=101, wording="more than", stated=(100,))


def test_the_worked_example_is_what_weighing_gives() -> None:
    hospital = line("hospital", "medical", tally(17), claims=("c1",), copies=3)
    ministry = line("ministry", "government", tally(23), claims=("c2",))
    channel = line("channel", "anonymous", tally((101, None, None)), claims=("c3",))
    claims = (claim("c1", exact(17)), claim("c2", exact(23)), claim("c3", MORE))
    found = killed(hospital, ministry, channel, claims=claims)
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"**{found.best} [{found.low}–{found.high}]**" in page
    for left_out in (hospital, ministry, channel):
        rest = killed(*(n for n in (hospital, ministry, channel) if n is not left_out), claims=claims)
        assert f"| {rest.best} [{rest.low}–{rest.high}] |" in page, left_out.origin

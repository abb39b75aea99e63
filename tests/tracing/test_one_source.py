"""Two bare descriptions that are known to be one source are one origin, whatever figures they give."""

from dataclasses import replace

from sayso.model import Event, Kind
from sayso.tracing.trace import trace
from tests.some_reports import report, says, speaker

ONE = report("d1", "The ministry said 17 people were killed at the Orlo mill.", "2031-03-02")
TWO = report("d2", "It was the army who said that 23 people died when the mill fell.", "2031-03-03", outlet="Tesk Post")
EVENT = Event(id="e-1", title="Orlo", claims=(), documents=("d1", "d2"), main=("d1", "d2"))


def lines(first: str, second: str) -> int:
    """Give how many lines there are where the two speakers have these sources."""
    ministry, army = speaker("ministry", unnamed=True), speaker("army", unnamed=True)
    claims = (
        says(ONE, "17 people", "killed", 17, replace(ministry, source=first), place="Orlo"),
        says(TWO, "23 people", "killed", 23, replace(army, source=second), place="Orlo"),
    )
    return len(trace((ONE, TWO), claims, (replace(EVENT, claims=tuple(c.id for c in claims)),)))


def test_descriptions_of_one_source_are_one_line_and_of_two_sources_two() -> None:
    assert (lines("s-1", "s-1"), lines("s-1", "s-2")) == (1, 2)


def test_a_later_word_of_a_body_under_its_longer_name_replaces_the_earlier() -> None:
    named: tuple[tuple[str, str, Kind], ...] = (
        ("district administration", "Orlo district administration", "local-official"),
        ("emergency services", "State Emergency Service", "emergency"),
    )
    for first, second, kind in named:
        claims = (
            says(ONE, "17 people", "killed", 17, speaker(first, kind, unnamed=True), place="Orlo"),
            says(TWO, "23 people", "killed", 23, speaker(second, kind, unnamed=True), place="Orlo"),
        )
        (line,) = trace((ONE, TWO), claims, (replace(EVENT, claims=tuple(c.id for c in claims)),))
        assert [t.best for t in line.figures] == [23]

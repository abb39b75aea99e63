"""A first confirmation is a source's own word on what had only been told before, on the first day on which it gives it."""

from datetime import date

from sayso.model import Attribution, Claim, Group, Kind, Outcome, Quantity, Stance, Status, When, Where
from sayso.weighing.confirmations import Confirmation, confirmations

EVENT = "e-ferry"


def told(  # noqa: PLR0913  a claim in one line, as a sentence tells it
    name: str,
    day: int | None,
    stance: Stance = "says",
    outcome: Outcome = "killed",
    *,
    status: Status = "happened",
    n: int | None = 7,
    document: str = "",
    place: str | None = None,
) -> Claim:
    """Give a claim of a speaker on a day of May 2031."""
    said = None if day is None else When(first=date(2031, 5, day), last=date(2031, 5, day))
    kind: Kind = "outlet" if stance == "publishes" else "government"
    key = f"c-{name}-{day}-{stance}-{outcome}-{status}-{n}"
    return Claim(
        id=key,
        document=document or f"d-{name}-{day}",
        span=(0, 5),
        quote="words",
        said_by=(
            Attribution(name=name, kind=kind, source=None if stance == "publishes" else f"s-{name}", stance=stance, said=said),
        ),
        outcome=outcome,
        status=status,
        quantity=None if n is None else Quantity(low=n, best=n, high=n),
        where=None if place is None else Where(text=place, name=place),
        group=Group(text="soldiers", nation="tarn"),
    )


def found(*claims: Claim, published: dict[str, str] | None = None) -> tuple[Confirmation, ...]:
    """Give the first confirmations among claims that are all of one event."""
    return confirmations(claims, {c.id: EVENT for c in claims}, published or {})


def test_a_service_confirms_without_a_number_what_others_had_given_figures_of() -> None:
    wire, paper = told("wire", 2, "reports", n=500), told("paper", 1, outcome="wounded", n=3)
    (first,) = found(wire, paper, told("service", 3, "confirms", "casualties", n=None))
    assert (first.source, first.name, first.outcome, first.event, first.day) == (
        "s-service", "service", "casualties", EVENT, "2031-05-03",
    )  # fmt: skip
    assert first.after == (paper.id, wire.id)
    assert first.retracted is None


def test_a_repetition_is_no_second_first_and_each_source_has_its_own() -> None:
    wire = told("wire", 1)
    own = told("ministry", 2, "confirms")
    again, other = told("ministry", 4, "confirms", n=9), told("hospital", 3, "confirms")
    assert [c.claim for c in found(wire, own, again, other)] == [own.id, other.id]


def test_of_two_on_one_day_the_same_is_taken_in_any_order() -> None:
    wire, one, other = told("wire", 1), told("ministry", 2, "confirms", n=7), told("ministry", 2, "confirms", n=9)
    assert found(wire, one, other) == found(other, one, wire)
    assert len(found(wire, one, other)) == 1


def test_who_merely_says_or_reports_confirms_nothing() -> None:
    assert found(told("wire", 1), told("ministry", 2, "says"), told("paper", 3, "reports")) == ()


def test_where_nobody_had_told_it_there_is_nothing_to_confirm_then_or_later() -> None:
    first, rumour, again = told("ministry", 1, "confirms"), told("wire", 2), told("ministry", 3, "confirms", n=8)
    assert found(first) == ()
    assert found(first, rumour, again) == ()


def test_what_another_confirmed_is_no_longer_only_told() -> None:
    assert found(told("ministry", 1, "confirms"), told("hospital", 2, "confirms")) == ()


def test_what_the_source_itself_denied_before_counts_and_what_it_said_the_same_day_does_not() -> None:
    confirmed = told("ministry", 4, "confirms")
    assert [c.after for c in found(told("ministry", 2, "denies", status="denied"), confirmed)] == [
        ("c-ministry-2-denies-killed-denied-7",)
    ]
    assert found(told("ministry", 4, "says"), confirmed) == ()


def test_on_the_same_day_another_speaker_counts_and_a_headline_does_not() -> None:
    confirmed = told("ministry", 4, "confirms", document="d-1")
    assert len(found(told("wire", 4), confirmed)) == 1
    assert found(told("paper", None, "publishes", document="d-1"), confirmed, published={"d-1": "2031-05-04"}) == ()


def test_plans_and_nobody_are_no_confirmation_and_other_outcomes_no_ground() -> None:
    rumour = told("wire", 1)
    assert found(rumour, told("ministry", 2, "confirms", status="planned")) == ()
    assert found(rumour, told("ministry", 2, "confirms", n=0)) == ()
    assert found(rumour, told("ministry", 2, "confirms", "captured")) == ()


def test_the_day_of_publication_stands_in_for_the_day_of_speaking() -> None:
    claim = told("ministry", None, "confirms", document="d-1")
    (first,) = found(told("wire", 1), claim, published={"d-1": "2031-05-06T08:00:00Z"})
    assert first.day == "2031-05-06"
    assert found(told("wire", 1), claim) == ()


def test_a_later_denial_or_withdrawal_of_the_figure_is_told_beside_the_first() -> None:
    wire, confirmed = told("wire", 1), told("ministry", 2, "confirms")
    other_figure, same_figure = told("ministry", 3, "retracts", n=12), told("ministry", 5, "retracts")
    denial = told("ministry", 6, "denies", status="denied")
    assert [c.retracted_on for c in found(wire, confirmed, other_figure)] == [None]
    assert [(c.claim, c.retracted) for c in found(wire, confirmed, other_figure, same_figure)] == [(confirmed.id, same_figure.id)]
    assert [(c.claim, c.retracted_on) for c in found(wire, confirmed, denial)] == [(confirmed.id, "2031-05-06")]


def test_what_was_forecast_for_the_place_stands_in_another_event_and_counts() -> None:
    forecast = told("analyst", 1, "forecasts", status="forecast", place="Orlan")
    confirmed = told("ministry", 3, "confirms", place="Orlan")
    homes = {forecast.id: "e-ahead", confirmed.id: EVENT}
    assert [c.after for c in confirmations([forecast, confirmed], homes, {})] == [(forecast.id,)]
    assert [c.after for c in found(forecast, confirmed)] == [(forecast.id,)]
    elsewhere = told("analyst", 1, "forecasts", status="forecast", place="Dravna")
    assert confirmations([elsewhere, confirmed], {elsewhere.id: "e-ahead", confirmed.id: EVENT}, {}) == ()


def test_without_events_one_place_and_nation_is_one_matter() -> None:
    confirmed = told("ministry", 3, "confirms", place="Orlan")
    assert len(confirmations([told("wire", 1, place="orlan"), confirmed], {}, {})) == 1
    assert confirmations([told("wire", 1, place="Dravna"), confirmed], {}, {}) == ()


def test_a_speaker_without_a_source_is_known_by_kind_and_name_and_a_withheld_one_by_its_document() -> None:
    rumour = told("wire", 1)

    def officials(document: str, *, unnamed: bool) -> Claim:
        step = Attribution(name="Two officials", kind="government", stance="confirms", unnamed=unnamed)
        return Claim(id=f"c-{document}", document=document, span=(0, 5), quote="words", said_by=(step,), outcome="killed")

    published = {"d-1": "2031-05-02", "d-2": "2031-05-03"}
    named = [officials("d-1", unnamed=False), officials("d-2", unnamed=False)]
    withheld = [officials("d-1", unnamed=True), officials("d-2", unnamed=True)]
    assert len(found(rumour, *named, published=published)) == 1
    assert len(found(rumour, *withheld, published=published)) == 2

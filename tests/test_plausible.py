"""The grounds of a page that tells of far more dead than wounded say so, and so do its exports."""

import json
from pathlib import Path

import sayso
from sayso.schema import make_document

PAGE = make_document(
    name="capital-herald",
    outlet="Capital Herald",
    published="2031-11-25",
    title="Tavan troops dead in Lorska, agency says",
    text=(
        "RBK-Armenia, an Armenian news agency, reported Sunday that a Grad rocket strike on the Izmail region killed about "
        "600 Chadian soldiers and hurt two, including a signals officer."
    ),
)


def test_far_more_dead_than_wounded_is_remarked_on_in_grounds_and_exports(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "case.sayso") as desk:
        desk.add([PAGE])
        desk.run()
        (event,) = desk.events(outcome="killed")
        killed = desk.estimate(event, "killed")
        desk.export("jsonl", tmp_path)
        desk.export("csv", tmp_path)
    words = "unusual ratio: RBK-Armenia gives 600 killed and 2 wounded, and in war more are mostly wounded"
    assert words in killed.flags
    assert killed.best == 600
    (row,) = [e for e in map(json.loads, (tmp_path / "events.jsonl").read_text().splitlines()) if "killed" in e["estimates"]]
    assert words in row["estimates"]["killed"]["flags"]
    assert words in (tmp_path / "estimates.csv").read_text(encoding="utf-8-sig")

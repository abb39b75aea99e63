"""What does the output look like? The picture `docs/show.svg`, drawn from the bundled case by the commands' own code."""

import io
import re
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

import sayso.demo
import sayso.desk
from sayso.cli.events import print_events, shown
from sayso.cli.grounds import print_grounds
from sayso.ingest import files

WIDTH = 100
SHOWN = 24
"""Lines of the grounds that the picture shows."""


def picture() -> str:
    """Give the list of events and the beginning of the grounds of the first, as SVG that loads nothing from elsewhere."""
    with tempfile.TemporaryDirectory() as folder, sayso.desk.open(Path(folder) / "demo.sayso") as desk:
        desk.add(files(sayso.demo.path()))
        desk.run()
        events = desk.events()
        estimates = desk.estimates(events)
        rows = [shown(n, event, estimates.get(event.id, ())) for n, event in enumerate(events, 1)]
        paper = _paper()
        paper.print(Text("$ sayso show demo.sayso", style="bold"))
        print_events(rows, paper, WIDTH)
        paper.print(Text("\n$ sayso why demo.sayso 1", style="bold"))
        print_grounds(desk.why(events[0]), beneath := _paper())
    for line in beneath.export_text(styles=True).splitlines()[:SHOWN]:
        paper.print(Text.from_ansi(line), soft_wrap=True)
    paper.print(Text("…", style="dim"))
    svg = paper.export_svg(title="A fictional case", unique_id="show")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def words(svg: str) -> list[str]:
    """Give the words of a picture, in order."""
    return re.sub(r"<style>.*?</style>|<[^>]+>|&#160;", " ", svg, flags=re.DOTALL).split()


def _paper() -> Console:
    return Console(
        record=True,
        width=WIDTH,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
        file=io.StringIO(),
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(picture(), encoding="utf-8")

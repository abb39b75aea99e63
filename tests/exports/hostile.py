"""A fictional case whose every text tries to be something else: a formula, markup, LaTeX, a second field."""

from dataclasses import replace

from sayso.exports.case import Case, case
from sayso.model import Where
from sayso.schema import make_document
from tests.exports.case_of_two import CLAIMS, EVENT, KILLED, LINE, TEXT

MARKUP = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("https://orlan.example","Orlan")'
LATEX = r"100 % of R&D_costs \input{x} {open ~ ^ #1 $5 }{"


def hostile_case() -> Case:
    """Give the whole case: one report, one event, one line."""
    text = TEXT.replace("Rain fell.", MARKUP)
    document = make_document(
        name="@SUM(1)",
        text=text,
        title=FORMULA,
        outlet=LATEX,
        byline=MARKUP,
        url="https://orlan.example/a{b} c_d",
        published="2031-05",
    )
    claim = replace(CLAIMS[0], document=document.id, quote=CLAIMS[0].quote, flags=("+1", MARKUP))
    where = Where(text=MARKUP, name=None, lat=None, lon=None)
    event = replace(EVENT, title=MARKUP, claims=("c-1",), documents=(document.id,), main=(document.id,), where=where)
    line = replace(LINE, origin="-1+1", documents=(replace(LINE.documents[1], id=document.id),), claims=("c-1",))
    return case((document,), (claim,), (event,), (line,), (replace(KILLED, flags=(MARKUP,)),))

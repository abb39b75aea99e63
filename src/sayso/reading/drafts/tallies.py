"""What do lists of labels and numbers say: "Killed: 12. Wounded: 30", "dead - 4, wounded - 11", "3 K, 4 W"?"""

from collections.abc import Iterator

from sayso.model import Outcome, Quantity
from sayso.reading.drafts.draft import Draft, Sheet, make
from sayso.reading.drafts.parts import head_of
from sayso.reading.harm.counts import Counted, quantity
from sayso.reading.harm.mention import Mention
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis

_PARTS = frozenset((":", "-", "–", "—", "=", "|"))
_LETTERS: dict[str, Outcome] = {"K": "killed", "W": "wounded", "M": "missing"}
"""What a letter behind a number stands for in digests. **Source:** the K, W and M of KIA, WIA and MIA."""
_OPENS = frozenset((",", ";", ".", ":", "/", "|", "(", "•", "-", "–", "—", "and"))


def tallied(sheet: Sheet) -> list[Draft]:
    """The figures of a list of labels, which no grammar holds together."""
    out: list[Draft] = []
    for outcome, label, words in [*_labels(sheet), *_letters(sheet)]:
        if not sheet.free(words):
            continue
        figure = sheet.figures.at(words[-1])
        head = words[-1] if figure is None or figure.noun is None else head_of(sheet.a, figure, words)
        mention = Mention(outcome=outcome, trigger=label, victims=(head,), frame="adjacent")
        amount = quantity(figure) if figure is not None else _plain(sheet.a, words[-1])
        draft = make(sheet, mention, Counted(quantity=amount, head=head, figure=figure))
        if draft is not None:
            sheet.used.update(words)
            out.append(draft)
    return out


def _labels(sheet: Sheet) -> Iterator[tuple[Outcome, int, tuple[int, ...]]]:
    """Labels with their figures: "killed: 12", "dead – 4"; the label opens its item."""
    a = sheet.a
    for figure, words in sheet.figures.all:
        k = words[0] - 2
        people = figure.noun is None or lexicon.person(a.lower[head_of(a, figure, words)])
        if not people or k < 0 or a.lower[k + 1] not in _PARTS:
            continue
        noun = k - 1 if k and lexicon.person(a.lower[k - 1]) and a.unit.sentences[k - 1] == a.unit.sentences[k] else k
        if not _opens(a, noun):
            continue
        sense = next((s for s in lexicon.senses().get(a.lower[k], ()) if s.frame != "body"), None)
        if sense is not None and (figure.noun is not None or _closed(a, words[-1] + 1)):
            yield sense.outcome, k, words


def _letters(sheet: Sheet) -> Iterator[tuple[Outcome, int, tuple[int, ...]]]:
    """Letters behind figures, where there are two kinds of them in a sentence: "3 K, 4 W"."""
    a = sheet.a
    found = [k for k, w in enumerate(a.unit.words) if k and w in _LETTERS and a.lower[k - 1].isdecimal() and _closed(a, k + 1)]
    for k in found:
        if len({a.unit.words[j] for j in found if a.unit.sentences[j] == a.unit.sentences[k]}) > 1:
            yield _LETTERS[a.unit.words[k]], k, (k - 1,)


def _plain(a: Analysis, k: int) -> Quantity:
    """A number as it stands: "4 W" is no figure of people by its unit."""
    n = int(a.lower[k])
    return Quantity(low=n, best=n, high=n, stated=(n,), span=a.unit.spans[k])


def _opens(a: Analysis, k: int) -> bool:
    """True where a label stands first: in its sentence, or behind a mark."""
    return k == 0 or a.unit.sentences[k - 1] != a.unit.sentences[k] or a.lower[k - 1] in _OPENS


def _closed(a: Analysis, k: int) -> bool:
    """True where an item ends: at a mark, the sentence's end, or a word that joins the next item."""
    return (
        k >= len(a)
        or a.upos[k] in ("PUNCT", "SYM")
        or a.lower[k] in ("and", "/")
        or a.unit.sentences[k] != a.unit.sentences[k - 1]
    )

"""What does an attribution of the model stand for, where its speaker comes behind its words?"""

from sayso.reading.speakers.sayings import Saying, mend
from tests.readings import analysis, claims


def test_who_is_quoted_behind_the_words_has_said_all_of_them() -> None:
    a = analysis("Velmora has word that nine men of a Kemran company died, a senior officer was quoted on Sunday as saying.")
    that, quoted = a.lower.index("that"), a.lower.index("quoted")
    s = mend(a, Saying(source=None, cue=(quoted - 1, quoted + 3), content=((that, a.lower.index("died") + 1),)))
    assert s.source is not None
    assert a.unit.words[s.source[0] : s.source[1]] == ("a", "senior", "officer")
    assert [a.unit.words[b] for b, _ in s.held] == ["Velmora"]


def test_the_clause_that_when_belongs_to_is_said_by_who_stands_behind_it() -> None:
    nine, four = claims(
        "Nine sailors were killed when men of the Grey Oars attacked a ferry near the Orlan islands before dawn on Sunday, "
        "Peru's coast guard command said on Monday evening, updating a bulletin of the morning in which it gave four dead."
    )
    assert [c.said_by[0].name for c in (nine, four)] == ["Peru's coast guard command"] * 2

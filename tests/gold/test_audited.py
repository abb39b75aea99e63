"""What was read by eye is data that can be counted: each wrong one once, under a reason that is known."""

import re
from collections import Counter
from datetime import date

import pytest

from gold import audited, corpora, page
from gold.audited import Audit, Audits, Reason
from gold.counts import Mark
from gold.results import Result

AUDITS = audited.read()
EACH = pytest.mark.parametrize("audit", AUDITS.audits, ids=lambda a: f"{a.corpus} {a.of}")


def result(corpus: str) -> Result:
    layer, name = corpus.split("/")
    mark = Mark(name="killed: exact", value=0.5, low=None, high=None, units=8, unit="document")
    return Result(
        key=corpus,
        layer=layer,
        corpus=name,
        documents=8,
        refused=0,
        step=1,
        digest="d1",
        date="2031-03-02",
        marks=(mark,),
    )


@EACH
def test_each_wrong_one_stands_once(audit: Audit) -> None:
    times = Counter(one for ids in audit.wrong.values() for one in ids)

    assert [one for one, n in times.items() if n > 1] == []
    assert 0 < audit.total <= audit.seen


@EACH
def test_each_reason_is_known_and_each_corpus_is_measured(audit: Audit) -> None:
    assert set(audit.wrong) <= set(AUDITS.reasons)
    assert audit.corpus in {c.key(1) for c in corpora.CORPORA}


@EACH
def test_an_audit_holds_ids_and_no_text(audit: Audit) -> None:
    assert [one for ids in audit.wrong.values() for one in ids if not re.fullmatch(r"[\w/@.-]+", one)] == []


def test_no_reason_is_without_a_case() -> None:
    assert set(AUDITS.reasons) == {reason for audit in AUDITS.audits for reason in audit.wrong}


def test_what_no_reader_could_reach_is_counted_apart() -> None:
    reasons = {"later": Reason(says="the gold knows more", unreachable=True), "twice": Reason(says="counted twice")}
    audit = Audit(
        corpus="tolls/odd",
        of="killed: exact",
        unit="document",
        day=date(2031, 3, 2),
        seen=10,
        wrong={"twice": ["a"], "later": ["b", "c", "d"]},
    )

    assert Audits(reasons=reasons, audits=[audit]).unreachable(audit) == 3


def test_the_page_says_of_a_corpus_how_much_of_its_errors_is_not_in_the_text() -> None:
    audit = next(a for a in AUDITS.audits if a.corpus == "tolls/gva_dev" and a.of.startswith("killed"))
    lost = AUDITS.unreachable(audit)

    text = page.page({"tolls/gva_dev": result("tolls/gva_dev")}, {})

    assert f"{lost} of them, {100 * lost / audit.total:.1f} % of the wrong ones" in text
    assert f"| {AUDITS.reasons['later'].says} | {len(audit.wrong['later'])} |" in text
    assert "Why wrong" not in page.page({"tolls/msa_dev": result("tolls/msa_dev")}, {})

"""How does each row of the pack's bodies read?"""

from sayso.packs.bodies import entries, shared_names


def test_a_body_has_names_and_one_of_country_and_group() -> None:
    for e in entries():
        assert e.names
        assert all(n and n == n.strip() for n in e.names)
        assert (e.code is None) != (e.group is None)
        assert not (e.state and e.group)


def test_whom_a_body_belongs_to_stands_behind_its_names() -> None:
    owned = [e for e in entries() if e.owner]
    assert owned
    assert not any(">" in n for e in owned for n in (*e.names, str(e.owner)))


def test_names_that_others_have_are_single_words_or_more() -> None:
    assert len(set(shared_names())) == len(shared_names()) > 0

"""Pages that ask for a subscription where the article should be are not alike for it."""

from sayso.linking.mentions import mentions
from sayso.schema import make_document

ASKING = (
    "Just one more thing...\n\nWe have sent you a verification email. Please check your email.\n\nSubscription required to go on."
)


def test_what_a_page_asks_for_is_no_word_of_its_matter() -> None:
    documents = [
        make_document(text=f"{title}\n\n{ASKING}", title=title) for title in ("Nine killed in Kora", "Two hurt near Lysk")
    ]
    one, other = mentions(documents, (), frozenset())
    assert one.terms
    assert not set(one.terms) & set(other.terms)
    assert "verification" not in one.terms

"""Which pages have numbers that are counted from files, not measured? `python -m gold.rewrite` writes them anew."""

from gold import floors, kinds, page, results


def rewrite() -> None:
    """Write the numbers of the stories into their README, and docs/accuracy.md from the marks measured last."""
    kinds.README.write_text(kinds.written(kinds.README.read_text(encoding="utf-8"), kinds.kinds()), encoding="utf-8")
    page.PATH.write_text(page.page(results.read(), floors.read()), encoding="utf-8")


if __name__ == "__main__":
    rewrite()

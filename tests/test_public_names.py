"""The public names are few, all there, and cost nothing until they are used."""

import subprocess
import sys

import pytest

import sayso

HEAVY = ("numpy", "onnxruntime", "rich", "httpx", "trafilatura", "sqlite3")
LOADED = "import sys; print(*(m for m in {heavy!r} if m in sys.modules))"


def heavy_after(code: str) -> str:
    """Give the heavy modules that are loaded once this code has run."""
    program = f"{code}\n{LOADED.format(heavy=HEAVY)}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None
    assert name in dir(sayso)


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="guess"):
        _ = sayso.guess


def test_importing_sayso_loads_nothing_heavy() -> None:
    assert heavy_after("import sayso") == ""


def test_the_help_loads_nothing_heavy() -> None:
    code = "from click.testing import CliRunner; from sayso.cli import cli; print(CliRunner().invoke(cli, ['--help']).output)"
    assert heavy_after(code) == ""

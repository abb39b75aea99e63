"""What is installed is whole: the wheel holds code, words, weights and the demonstration, with their terms."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = "*.toml *.gz *.txt *.onnx *.json *.jsonl *.sql *.html *.css *.js *.svg py.typed CARD.md"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel and give the names of its files."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  our own command
    (built,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(built).namelist())


def test_the_wheel_holds_all_code_and_data_of_the_package(wheel: set[str]) -> None:
    package = ROOT / "src"
    wanted = {p.relative_to(package).as_posix() for kind in ("*.py", *KINDS.split()) for p in package.rglob(kind)}
    assert wanted - wheel == set()
    assert any(name.endswith("en/reader.int8.onnx") for name in wheel)


def test_the_wheel_holds_its_terms_and_nothing_beside_the_package(wheel: set[str]) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert {name.split("/")[0] for name in wheel} == {"sayso", "sayso-0.1.0.dist-info"}

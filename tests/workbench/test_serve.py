"""The page comes up on this machine alone, and says its address first."""

import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from sayso.cli import cli
from sayso.errors import UsageError
from sayso.workbench.serve import Place, serve


def test_serve_says_its_address_first_and_answers(ledger: Path) -> None:
    command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-browser", "--by", "Ana"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:  # noqa: S603  our own command
        try:
            assert served.stdout is not None
            address = served.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            answer = httpx.get(address, follow_redirects=False)
            assert answer.status_code == 303
        finally:
            served.terminate()


def test_beyond_this_machine_it_wants_a_password(ledger: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", str(ledger), "--no-browser", "--host", "0.0.0.0"])  # noqa: S104  what is refused
    assert done.exit_code == 2
    assert "password" in done.stderr


def test_a_port_that_is_taken_is_told(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="no free port"):
        serve(ledger, Place(port=taken.getsockname()[1]), print)


def test_a_ledger_that_is_missing_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", str(tmp_path / "none.sayso"), "--no-browser"])
    assert done.exit_code == 1
    assert "There is no ledger" in done.stderr


def test_what_pages_need_is_loaded_before_they_are_asked_for() -> None:
    code = (
        "import sys\n"
        "from sayso.workbench import serve\n"
        "assert 'sayso.leftout' not in sys.modules\n"
        "serve.warm()\n"
        "print('sayso.leftout' in sys.modules, 'sayso.weighing.weigh' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  our own module
    assert done.stdout == "True True\n", done.stderr

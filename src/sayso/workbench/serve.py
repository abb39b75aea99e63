"""How does the page get onto the screen? A server on this machine, its address with the token said first."""

import gc
import secrets
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from sayso.errors import UsageError
from sayso.workbench.app import workbench
from sayso.workbench.gate import Keys
from sayso.workbench.page import environment

PORT = 8417
"""The port where none is given; the next free one where it is taken."""
_PORTS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a ledger is served: host, port (None: the first free from `PORT`), the password beyond this machine."""

    host: str = "127.0.0.1"
    port: int | None = None
    password: str | None = None


def serve(ledger: str | Path, place: Place, told: Callable[[str], None], *, by: str = "") -> None:
    """Serve a ledger until the person stops it; `told` is called with the address, token and all, once it answers.

    Raises: UsageError, for a host beyond this machine without a password, or a port that is taken; LedgerError.
    """
    if not local(place.host) and not place.password:
        do = "Give --password-file with a file that holds a password of your own"
        raise UsageError(f"{place.host} can be reached from other machines", do=do)
    token = secrets.token_urlsafe(24)
    with _bound(place) as bound:
        port = bound.getsockname()[1]
        keys = Keys(token=token, hosts=hosts(place.host, port), cookie=f"sayso-{port}", password=place.password)
        app = workbench(ledger, keys, by=by, ahead=True)
        name = f"[{place.host}]" if ":" in place.host else place.host
        bound.listen(128)  # what the browser asks before the server runs waits in line
        told(f"http://{name}:{port}/?token={token}")
        threading.Thread(target=warm, daemon=True).start()
        settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2)
        uvicorn.Server(settings).run(sockets=[bound])


def warm() -> None:
    """Load what the first page of each sort would else wait for: the templates, and the rooms that read and weigh."""
    from sayso.leftout import left_out  # noqa: PLC0415  heavy: loaded while the person opens the page
    from sayso.weighing import confirmations, weigh  # noqa: F401, PLC0415  the same

    for name in environment().list_templates():
        environment().get_template(name)
    left_out("Nobody was hurt.", (), "default")
    gc.collect()
    gc.freeze()  # what is loaded stays: a page need not wait until it is looked through for what could go


def local(host: str) -> bool:
    """True for a name or address that only this machine reaches."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def hosts(host: str, port: int) -> tuple[str, ...]:
    """The names under which the server may be asked: anything else may be a page that was led here by a false name."""
    names = {"127.0.0.1", "localhost", "[::1]"} if local(host) else {f"[{host}]" if ":" in host else host}
    if host in ("0.0.0.0", "::"):  # noqa: S104  asked for by name, and only with a password
        names = {"127.0.0.1", "localhost", "[::1]", socket.gethostname().lower(), *_addresses()}
    return tuple(sorted(f"{n}:{port}" for n in names))


def _addresses() -> set[str]:
    try:
        found = {str(a[4][0]) for a in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return set()
    return {f"[{a}]" if ":" in a else a for a in found}


def _bound(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    ports = range(PORT, PORT + _PORTS) if place.port is None else [place.port]
    for port in ports:
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((place.host, port))
        except OSError as e:
            bound.close()
            last = e
        else:
            return bound
    do = "Give another with --port, or 0 for any"
    raise UsageError(f"{place.host} has no free port for this ({last.strerror})", do=do) from last

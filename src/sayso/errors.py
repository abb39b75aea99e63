"""The tree of errors: each says what went wrong, with which thing, and what to do next.

SaysoError
├── UsageError          the call itself is off (exit status 2)
├── LedgerError         the ledger file cannot be used
│   ├── NewerLedgerError    written by a newer version
│   ├── NotALedgerError     some other file
│   └── TamperedError       stored bytes no longer match their hash
├── EngineError         work could not be finished by the processes that were to do it
├── RefusedError        one input was refused; the rest goes on (exit status 3)
├── ContractError       a value breaks an invariant of the nouns
├── ChangedError        what a decision was made on is no longer as it was shown
├── MissingExtraError   an optional dependency is not installed
└── UnknownIdError      no such document, event, claim or source
"""

from typing import Any


class SaysoError(Exception):
    """Something the user can act on: what, where, and what to do next."""

    def __init__(self, what: str, *, do: str = "") -> None:
        super().__init__(f"{what}. {do}" if do else what)
        self.what = what
        self.do = do

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors cross from a worker process to its parent whatever their constructors take."""
        return _revive, (type(self), self.args, self.__dict__)


class UsageError(SaysoError):
    """The call's words are off."""


class LedgerError(SaysoError):
    """The ledger file cannot be used."""


class NewerLedgerError(LedgerError):
    """The ledger was written by a newer version of Sayso."""


class NotALedgerError(LedgerError):
    """The file is something other than a ledger."""


class TamperedError(LedgerError):
    """Stored bytes no longer match the hash they were stored under."""


class EngineError(SaysoError):
    """Work could not be finished by the processes that were to do it."""


class RefusedError(SaysoError):
    """One input cannot become a document; it is recorded and the rest goes on."""

    def __init__(self, reason: str, detail: str, *, do: str = "") -> None:
        super().__init__(f"{reason}: {detail}", do=do)
        self.reason = reason
        self.detail = detail


class ContractError(SaysoError):
    """A value breaks an invariant of the nouns."""


class ChangedError(SaysoError):
    """What a person decided on has changed since it was shown to them: nothing was written."""


class MissingExtraError(SaysoError):
    """An optional dependency is not installed."""


class UnknownIdError(SaysoError):
    """No such document, event, claim or source."""


def _revive(kind: type[SaysoError], args: tuple[Any, ...], state: dict[str, Any]) -> SaysoError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error

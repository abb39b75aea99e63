"""How does input of any kind become Documents: text, web pages and JSON Lines, from files, folders, globs, stdin and the web?

The only code that meets the web. A bad input is a `Refused` with its reason; the rest goes on.
"""

from sayso.ingest.fetching import Limits, fetcher
from sayso.ingest.items import Fetch, Fetched, InputError, Reason, Refused, Taken
from sayso.ingest.take import brought, files, take, web

__all__ = ["Fetch", "Fetched", "InputError", "Limits", "Reason", "Refused", "Taken", "brought", "fetcher", "files", "take", "web"]

"""Which events does the address of a request ask for?"""

from starlette.requests import Request

from sayso.asking.filters import Filter, filter_of
from sayso.workbench.page import desk


def asked_for(request: Request) -> Filter:
    """What the address of a request asks for; Raises as `filter_of`."""
    return filter_of(desk(request), request.query_params)

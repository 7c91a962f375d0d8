"""Accounts belong to the host: on the base domain a signed-in methodist stands as her municipality, which has none."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.contrib.auth import SESSION_KEY, login, logout
from django.http import HttpRequest

from tenants.accounts.models import User
from tenants.current import door_open


def at_host(request: HttpRequest) -> AbstractContextManager[None]:
    """The block works with the accounts and sessions of the request's host."""
    return door_open() if getattr(request, "host_school", None) is None else nullcontext()


def let_in(request: HttpRequest, user: User) -> None:
    """Sign the person in; whoever was signed in here before her is signed out. Call inside ``at_host``."""
    session: Any = request.session
    if SESSION_KEY in session:
        logout(request)
    login(request, user)

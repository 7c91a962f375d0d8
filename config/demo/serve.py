"""Serve everything from one terminal: pages, tasks with their timetable, until Ctrl-C."""

import http.client
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from config.demo.children import Child
from config.demo.memory import measure
from config.demo.static import gather_static
from config.embedded import Servers, process_numbers
from config.settings import env
from tenants.domain.errors import Refusal

READY_SECONDS = 60
WORKERS = 2


class PortTaken(Refusal):
    """Another program listens where the pages should stand."""


class PagesSilent(Refusal):
    """The web server runs, but no page came."""


def require_free_port(host: str, port: int) -> None:
    """Raise PortTaken before any work is done, when the pages could not be opened at its end."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise PortTaken(
                f"Страницы не открыты: порт {port} разрешён только администратору.", _another_port()
            ) from error
        except OSError as error:
            raise PortTaken(
                f"Страницы не открыты: порт {port} на этой машине уже занят другой программой.", _another_port()
            ) from error


def _another_port() -> str:
    return 'Закройте ту программу или выберите другой порт: make demo ARGS="--port 8010".'


def serve(
    host: str,
    port: int,
    *,
    on_ready: Callable[[], None],
    report: Callable[[str], None] | None = None,
    servers: Servers | None = None,
) -> None:
    """Serve until Ctrl-C (or TERM, or a closed terminal), then end the children in order.

    The database and the broker must run already; whoever leased them lets them go. ``on_ready`` is called once the
    first page comes. With ``report`` memory is measured and told as a line at the start and, at its highest, at the
    end; the embedded ``servers`` count too when they are given. Refusals: PortTaken, PagesSilent, ProcessEnded.
    """
    require_free_port(host, port)
    gather_static()
    state_dir = env.state_dir().absolute()
    children = [_web(host, port, state_dir / "logs"), _worker(state_dir)]
    with _stop_asked() as stop_asked:
        try:
            for child in children:
                child.start(_environment(port), env.ROOT)
            _wait_for_pages(host, port, children, stop_asked)
            if not stop_asked():
                on_ready()
            _watch(children, stop_asked, report, process_numbers(servers) if servers else {})
        finally:
            for child in children:
                child.stop()


def _web(host: str, port: int, logs: Path) -> Child:
    """Prefork workers with one thread each: threads must not touch the ORM (decision 14)."""
    where = ["--host", host, "--port", str(port)]
    shape = ["--workers", str(WORKERS), "--blocking-threads", "1", "--workers-kill-timeout", "5", "--no-ws"]
    command = ["granian", "--interface", "wsgi", *where, *shape, "--log-level", "warning"]
    return Child("страницы", [*command, "config.wsgi:application"], logs / "web.log")


def _worker(state_dir: Path) -> Child:
    """One worker that also keeps the timetable; its only child process does the tasks."""
    shape = ["--beat", "--schedule", str(state_dir / "timetable"), "--concurrency", "1", "--pool", "prefork"]
    quiet = ["--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
    command = ["celery", "--app", "config.celery", "worker", *shape, *quiet]
    return Child("задачи", command, state_dir / "logs" / "worker.log", patience=20.0)


def _environment(port: int) -> dict[str, str]:
    settings = os.environ.get("DJANGO_SETTINGS_MODULE", "config.settings.development")
    own = {"DJANGO_SETTINGS_MODULE": settings, "PYTHONUNBUFFERED": "1", "MALLOC_ARENA_MAX": "2"}
    return dict(os.environ) | own | {"PUBLIC_PORT": str(port)}


@contextmanager
def _stop_asked() -> Iterator[Callable[[], bool]]:
    """Collect the signals that mean «enough»; a second one while stopping changes nothing."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, note) for number in signals}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _wait_for_pages(host: str, port: int, children: list[Child], stop_asked: Callable[[], bool]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not stop_asked() and not _page_comes(host, port):
        for child in children:
            child.require_alive()
        if time.monotonic() > deadline:
            raise PagesSilent(
                f"Страницы не открыты: за {READY_SECONDS} с сервер не ответил.",
                f"Посмотрите журнал {children[0].log} и запустите команду ещё раз.",
            )
        time.sleep(0.1)


def _page_comes(host: str, port: int) -> bool:
    """Whether some answer comes; which one is the pages' own matter."""
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("HEAD", "/", headers={"Host": f"{env.text('BASE_DOMAIN', 'localhost')}:{port}"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _watch(
    children: list[Child],
    stop_asked: Callable[[], bool],
    report: Callable[[str], None] | None,
    servers: dict[str, int],
) -> None:
    """Sit until asked to stop; a child that ends by itself ends the whole."""
    highest: dict[str, int] = {"всего": 0}
    tick = 0
    while not stop_asked():
        for child in children:
            child.require_alive()
        if report is not None and tick % 25 == 0:
            now = measure(_roots(children, servers))
            if tick == 0:
                report(f"Память: {_told(now)}.")
            highest = max(highest, now, key=lambda sums: sums["всего"])
        tick += 1
        time.sleep(0.2)
    if report is not None:
        report(f"Память в самый занятый миг: {_told(highest)}.")


def _roots(children: list[Child], servers: dict[str, int]) -> dict[str, int]:
    own = {"команда": os.getpid()}
    return own | {child.name: child.process.pid for child in children if child.process is not None} | servers


def _told(sums: dict[str, int]) -> str:
    return ", ".join(f"{name} {value} МБ" for name, value in sums.items())

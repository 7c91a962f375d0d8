"""Serving says early when it cannot."""

import socket

import pytest

from config.demo.serve import PortTaken, require_free_port


def test_a_busy_port_is_named_together_with_the_way_to_choose_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken) as refusal:
            require_free_port("127.0.0.1", port)

    assert refusal.value.what == f"Страницы не открыты: порт {port} на этой машине уже занят другой программой."
    assert refusal.value.remedy == ('Закройте ту программу или выберите другой порт: make demo ARGS="--port 8010".')
    require_free_port("127.0.0.1", port)

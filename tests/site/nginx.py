"""A real nginx on this computer, with the configuration that comes with a site."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

CONFIG = """\
{user}
daemon off;
worker_processes 1;
error_log stderr;
pid {folder}/nginx.pid;
events {{}}
http {{
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/_nginx.conf;
    }}
}}
"""
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_PATIENCE = 100
"""For how many tenths of a second a server may begin."""


class Answer(NamedTuple):
    """What a server says to one question."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server:
    """A server at a port of this computer."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        found = Answer(
            answer.status, {name.title(): value for name, value in answer.getheaders()}, answer.read()
        )
        connection.close()
        return found


def find_nginx() -> str | None:
    """Give the program, also where only an administrator's path has it."""
    return shutil.which(
        "nginx", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    )


def checked(program: str, site: Path, folder: Path) -> tuple[int, str]:
    """Have nginx check its configuration; give its exit code, and what it warns of."""
    run = subprocess.run(
        [program, "-t", "-q", "-e", "stderr", "-c", str(_configured(site, folder, 8080))],
        check=False,
        capture_output=True,
        text=True,
    )
    return run.returncode, run.stderr


@contextmanager
def nginx(program: str, site: Path, folder: Path) -> Iterator[Server]:
    """Serve a site while in use.

    folder:  where the server may write
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = _configured(site, folder, port)
    with subprocess.Popen([program, "-e", "stderr", "-c", str(config)], stderr=subprocess.PIPE) as process:
        try:
            _wait(process, port)
            yield Server(port)
        finally:
            process.terminate()


def _configured(site: Path, folder: Path, port: int) -> Path:
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    path = folder / "nginx.conf"
    text = CONFIG.format(user=user, folder=folder, port=port, site=site, temporary=temporary)
    path.write_text(text, encoding="utf-8")
    return path


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the server listens."""
    for _ in range(_PATIENCE):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    process.kill()
    raise RuntimeError(f"nginx did not begin: {process.stderr.read().decode() if process.stderr else ''}")

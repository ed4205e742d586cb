"""How a site asks for the program that makes it, so that another computer gets the same."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import url2pathname
from zipfile import is_zipfile

from packaging.utils import InvalidWheelFilename, parse_wheel_filename
from packaging.version import Version

from cx_stories.errors import CxStoriesError

PACKAGE = "cx-stories"
_NO_WHEEL = "{} is no wheel of cx-stories, such as cx_stories-0.1.0-py3-none-any.whl."
_REACHED = ("https", "http", "ssh", "git")


def requirement(package: Distribution | None = None) -> str:
    """Give the line of a requirements file.

    A package of an index is asked for by its version and what fits it; one that was installed from a
    repository or an address, by that. One of this computer has to come along as a file: nobody else has its
    folder, and in an index its name might be a stranger's.

    package:  what is installed, else what this program is
    Source:   https://packaging.python.org/en/latest/specifications/direct-url/
    """
    installed = package or distribution(PACKAGE)
    if local_source(installed):
        return of_wheel(f"{PACKAGE.replace('-', '_')}-{Version(installed.version)}-py3-none-any.whl")
    return _from_origin(_origin(installed)) or _from_version(Version(installed.version))


def of_wheel(name: str) -> str:
    """Give the line for a file beside the requirements."""
    return f"./{name}"


def local_source(package: Distribution | None = None) -> Path | None:
    """Give the folder or file of this computer that the program was installed from, if it was."""
    address = urlsplit(str(_origin(package or distribution(PACKAGE)).get("url", "")))
    return Path(url2pathname(address.path)) if address.scheme == "file" else None


def wheel_at(file: Path) -> bytes:
    """Give the content of a wheel of this program.

    Raises:  CxStoriesError if it is none, or cannot be read
    """
    try:
        name, *_ = parse_wheel_filename(file.name)
        if name != PACKAGE or not is_zipfile(file):
            raise CxStoriesError(_NO_WHEEL.format(file.name))
        return file.read_bytes()
    except InvalidWheelFilename as error:
        raise CxStoriesError(_NO_WHEEL.format(file.name)) from error
    except OSError as error:
        raise CxStoriesError(f"{file.name} cannot be read: {error.strerror}.") from error


def _origin(installed: Distribution) -> dict[str, Any]:
    origin: dict[str, Any] = json.loads(installed.read_text("direct_url.json") or "{}")
    return origin


def _from_version(version: Version) -> str:
    """Give the versions that change nothing a site relies on: before 1.0 those of the same second number."""
    above = f"{version.major + 1}" if version.major else f"0.{version.minor + 1}"
    return f"{PACKAGE}>={version.public},<{above}"


def _from_origin(origin: dict[str, Any]) -> str:
    address = urlsplit(str(origin.get("url", "")))
    if address.scheme not in _REACHED:
        return ""
    url, repository = _without_secrets(address), origin.get("vcs_info")
    folder = f"#subdirectory={origin['subdirectory']}" if "subdirectory" in origin else ""
    if repository:
        return f"{PACKAGE} @ {repository['vcs']}+{url}@{repository['commit_id']}{folder}"
    return f"{PACKAGE} @ {url}{folder}"


def _without_secrets(address: SplitResult) -> str:
    """Give an address without a password; by SSH one comes as a user of the server."""
    user = f"{address.username}@" if address.scheme == "ssh" and address.username else ""
    return urlunsplit(address._replace(netloc=user + address.netloc.rpartition("@")[2]))

"""Check every HTML page of a built site with the Nu HTML checker, the one behind validator.w3.org.

Prints each error as ``path:line: message`` and returns 1 when there is any. Needs Java; the checker itself is
one jar, pinned in this folder's package-lock.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class Fault(NamedTuple):
    """One error of the checker: where it is and what it says."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the form that editors and terminals turn into a link."""
        return f"{self.path}:{self.line}: {self.message}"


class CheckerError(Exception):
    """The checker could not be run, or did not answer with a report."""


def check(site: Path, jar: Path = JAR) -> list[Fault]:
    """Return the errors in all HTML pages below the folder, in the order of path and line."""
    java = shutil.which("java")
    if java is None:
        raise CheckerError(
            "The HTML check needs Java 17 or newer: install a JRE (on Debian: default-jre-headless)."
        )
    if not jar.is_file():
        raise CheckerError("The HTML checker is not installed: run it with `make html`, which fetches it.")
    options = ["--errors-only", "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    # A wide stack: the checker's recursion follows the nesting of the page.
    command = [java, "-Xss16m", "-jar", str(jar), *options, str(site.resolve())]
    run = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    try:
        messages = json.loads(run.stdout)["messages"]
    except (ValueError, KeyError) as error:
        reason = (run.stderr or run.stdout).strip() or f"exit code {run.returncode}"
        raise CheckerError(f"The HTML checker gave no report: {reason}") from error
    return sorted(_fault(message) for message in messages)


def _fault(message: dict[str, object]) -> Fault:
    """Turn one message of the report into a fault with a path below the present folder where possible."""
    path = Path(url2pathname(unquote(urlsplit(str(message.get("url", ""))).path)))
    if path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    line = int(str(message.get("lastLine", 1)))
    return Fault(path.as_posix(), line, str(message.get("message", "")))


def main(arguments: list[str] | None = None) -> int:
    """Check the site, print its errors and return 0 (none), 1 (some) or 2 (not checked)."""
    parser = argparse.ArgumentParser(description="Check a built site with the Nu HTML checker.")
    parser.add_argument(
        "site", type=Path, nargs="?", default=Path("site"), help="the folder with the built site"
    )
    site = parser.parse_args(arguments).site

    pages = sum(1 for _ in site.rglob("*.html"))
    if not pages:
        print(f"There are no HTML pages in {site}: build the site first with `make site`.", file=sys.stderr)
        return 2
    try:
        faults = check(site)
    except CheckerError as error:
        print(error, file=sys.stderr)
        return 2
    for fault in faults:
        print(fault)
    print(f"HTML: {len(faults)} errors in {pages} pages.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

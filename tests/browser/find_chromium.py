"""Find a Chromium-family browser for the browser tests, or say what to install.

Run as a program it prints the path of the browser. With ``--fetch`` it lets Playwright download
one when the computer has none. It needs nothing but the standard library, so the Makefile can ask it
before anything else is in place.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
PLAYWRIGHT_PROGRAMS = (
    "chrome-linux*/chrome",
    "chrome-mac*/*.app/Contents/MacOS/*",
    "chrome-win*/chrome.exe",
)

INSTALL_HINT = (
    "The browser tests need Chromium: install chromium, Google Chrome or Microsoft Edge, "
    "or set CHROMIUM to the path of one."
)


def find_chromium() -> str | None:
    """Return the path of a Chromium-family browser, or None where there is none.

    ``CHROMIUM``, when set, is the only answer: a wrong path there is not papered over with another browser.
    """
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    for program in PROGRAMS:
        found = shutil.which(program)
        if found:
            return found
    candidates = (*_usual_places(), *_playwright_downloads())
    return next((str(path) for path in candidates if _is_program(path)), None)


def fetch_chromium() -> None:
    """Let Playwright download its Chromium into its cache; a failure shows in what is found afterwards."""
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True)


def _usual_places() -> Iterator[Path]:
    """Yield where macOS and Windows keep their browsers, which are not on the PATH there."""
    if platform.system() == "Darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / app for app in MAC_APPS)
    if platform.system() == "Windows":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            root = os.environ.get(variable)
            if root:
                yield from (Path(root) / program for program in WINDOWS_PROGRAMS)


def _playwright_downloads() -> Iterator[Path]:
    """Yield the Chromium builds that Playwright has downloaded, newest first."""
    for folder in sorted(_playwright_cache().glob("chromium-*"), key=_build_number, reverse=True):
        for pattern in PLAYWRIGHT_PROGRAMS:
            yield from sorted(folder.glob(pattern))


def _playwright_cache() -> Path:
    """Return the folder that Playwright downloads into."""
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen and chosen != "0":
        return Path(chosen)
    if platform.system() == "Darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    if platform.system() == "Windows":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "ms-playwright"


def _build_number(folder: Path) -> int:
    """Return the number in a name such as ``chromium-1194``, so that 1200 sorts after 999."""
    number = re.search(r"\d+$", folder.name)
    return int(number.group()) if number else 0


def _is_program(path: Path) -> bool:
    """Tell whether the path is a file that can be run."""
    return path.is_file() and os.access(path, os.X_OK)


def main(arguments: list[str] | None = None) -> int:
    """Print the path of the browser and return 0, or print one line on what to install and return 1."""
    parser = argparse.ArgumentParser(description="Find a Chromium-family browser for the browser tests.")
    parser.add_argument("--fetch", action="store_true", help="let Playwright download one if none is found")
    options = parser.parse_args(arguments)

    chosen = os.environ.get("CHROMIUM")
    browser = find_chromium()
    if browser is None and chosen:
        print(f"CHROMIUM is set to {chosen}, which is not a program that can be run.", file=sys.stderr)
        return 1
    if browser is None and options.fetch:
        print("No Chromium found; Playwright downloads one (about 200 MB, once).", file=sys.stderr)
        fetch_chromium()
        browser = find_chromium()
    if browser is None:
        print(INSTALL_HINT, file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())

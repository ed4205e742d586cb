"""The package outside its repository: what is built of it, put where nothing else of us is."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

from tests.site.html_reading import BuiltSite

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plugins" / "cx_stories"
NOT_SHIPPED = {".pyc"}


class Elsewhere:
    """A Python of its own, in which our package is the one of a wheel; all others are those of the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _run(sys.executable, "-m", "venv", "--without-pip", folder)
        self._programs = folder / ("Scripts" if os.name == "nt" else "bin")
        (packages,) = folder.rglob("site-packages")
        others = sysconfig.get_path("purelib")
        # A folder that is named like this comes last, and what it says of editable packages is not read.
        (packages / "others.pth").write_text(f"{others}\n", encoding="utf-8")
        self.packages = packages

    def install(self, wheel: Path) -> None:
        """Install a wheel as pip does, without the network."""
        pip = (sys.executable, "-m", "pip", "--python", self._programs / "python", "--quiet")
        _run(*pip, "install", "--no-index", "--no-deps", "--no-compile", "--ignore-installed", wheel)

    def run(self, folder: Path, *words: str) -> str:
        """Run `cx`, or this Python with what is typed behind its name."""
        program, arguments = (words[0], words[1:]) if words[0] == "cx" else ("python", words)
        return _run(self._programs / program, *arguments, folder=folder)


def _run(*command: object, folder: Path = ROOT) -> str:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITE_URL")
    }
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**environment, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _build(kind: str, folder: Path) -> Path:
    """Build the package as an index would get it, with the program that pyproject.toml names."""
    _run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", folder)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """Give a Python with our wheel."""
    python = Elsewhere(tmp_path_factory.mktemp("python"))
    python.install(_build("wheel", tmp_path_factory.mktemp("wheel")))
    return python


def test_wheel_makes_a_site_that_builds_strictly(elsewhere: Elsewhere, tmp_path: Path) -> None:
    """Whoever installs the package has a published pair of stories after two commands, in any folder."""
    site = tmp_path / "winkel één"
    made = elsewhere.run(tmp_path, "cx", "init", site.name, "--language", "nl")
    elsewhere.run(site, "-m", "mkdocs", "build", "--strict", "--quiet")
    pages = BuiltSite(site / "site").pages

    assert made.splitlines()[0] == "Made in winkel één, 16 files:"
    assert {"stories/de-bel-die-ze-koos/", "stories/staat-klaar-zei-het-bericht/", "contribute/"} <= set(
        pages
    )


def test_wheel_is_what_was_tried(elsewhere: Elsewhere, tmp_path: Path) -> None:
    """The site above was not made by the checkout beside it."""
    said = elsewhere.run(tmp_path, "-m", "cx_stories", "--version")
    where = elsewhere.run(tmp_path, "-c", "import cx_stories; print(cx_stories.__file__)")

    assert said.startswith("cx-stories ")
    assert Path(where.strip()) == elsewhere.packages / "cx_stories" / "__init__.py"


def test_wheel_has_every_file_of_the_package(elsewhere: Elsewhere) -> None:
    """No template, font, word or starter stays behind."""
    assert _shipped(elsewhere.packages / "cx_stories") == _shipped(PACKAGE)


def _shipped(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in NOT_SHIPPED
    }


def test_archive_of_the_source_has_all_that_a_wheel_is_built_of(tmp_path: Path) -> None:
    """Whoever builds from the archive gets the same package."""
    with tarfile.open(_build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    package = {f"plugins/cx_stories/{path}" for path in _shipped(PACKAGE)}

    assert (package | {"LICENSE", "README.md", "pyproject.toml"}) - names == set()

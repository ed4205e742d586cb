"""A site takes the place of the last one whole or not at all, and never that of somebody's own files."""

from __future__ import annotations

import errno
import os
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest
from filelock import FileLock

from cx_stories.errors import PublishingError
from cx_stories.pipeline import exchanging, publishing
from cx_stories.pipeline.publishing import MARK, Publishing, beside, refuse_foreign


def published(site: Path, **pages: str) -> None:
    """Build a site of these pages."""
    one = Publishing(site)
    one.begin()
    write(one.folder, **pages)
    one.publish()


def write(folder: Path, **pages: str) -> None:
    """Write pages into a folder."""
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def read(folder: Path) -> dict[str, str]:
    """Give what a reader would find, by name, without our mark."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give an output folder that is not there yet."""
    return tmp_path / "site"


def test_the_first_site_appears_when_it_is_whole(site: Path) -> None:
    """Until then there is no output folder, and afterwards nothing else."""
    one = Publishing(site)
    one.begin()
    write(one.folder, index="new")
    assert not site.exists()

    one.publish()

    assert read(site) == {"index": "new"}
    assert list(site.parent.iterdir()) == [site]


def test_the_next_site_replaces_all_of_the_last_one(site: Path) -> None:
    """What was published before and is no more is gone."""
    published(site, index="old", withdrawn="old")

    published(site, index="new")

    assert read(site) == {"index": "new"}
    assert list(site.parent.iterdir()) == [site]


def test_a_build_that_is_given_up_leaves_no_trace(site: Path) -> None:
    """The site that was there is as it was."""
    published(site, index="old")
    one = Publishing(site)
    one.begin()
    write(one.folder, index="half")

    one.close()

    assert read(site) == {"index": "old"}
    assert list(site.parent.iterdir()) == [site]


def test_what_a_killed_build_left_is_swept_away(site: Path) -> None:
    """The next build neither stumbles over it nor publishes it."""
    published(site, index="old")
    write_down(beside(site) / "site", "half.html", "half")
    write_down(beside(site), "lock", "")

    published(site, index="new")

    assert read(site) == {"index": "new"}
    assert list(site.parent.iterdir()) == [site]


def write_down(folder: Path, name: str, text: str) -> None:
    """Write a file into a folder that may not be there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("names", [("thesis.docx",), ("index.html", ".git/config"), ("assets/site.css",)])
def test_a_folder_of_somebody_elses_is_refused(site: Path, names: tuple[str, ...]) -> None:
    """Whoever types the wrong folder behind `-d` keeps what is in it."""
    for name in names:
        write_down((site / name).parent, Path(name).name, "mine")

    with pytest.raises(PublishingError, match=r"site/ has files in it that no build .* delete it yourself"):
        Publishing(site).begin()

    assert read(site) == dict.fromkeys(sorted(names), "mine")
    assert list(site.parent.iterdir()) == [site]


def test_a_file_in_the_place_of_the_folder_is_refused(site: Path) -> None:
    """It is not replaced by a folder."""
    site.write_text("mine", encoding="utf-8")

    with pytest.raises(PublishingError, match="site/ is a file"):
        refuse_foreign(site)


def test_hidden_files_of_others_stay_in_the_folder(site: Path) -> None:
    """A folder may be a clone of its own, or hold what a host wants to find there."""
    write_down(site / ".git" / "refs", "main", "1234")
    write_down(site, ".nojekyll", "")
    (site / ".link").symlink_to("nowhere")

    published(site, index="one")
    published(site, index="two")

    assert read(site) == {".git/refs/main": "1234", ".nojekyll": "", "index": "two"}
    assert (site / ".link").readlink() == Path("nowhere")


def test_what_a_build_has_hidden_goes_with_it(site: Path) -> None:
    """What was published under a hidden name and is no more is gone, like everything else."""
    one = Publishing(site)
    one.begin()
    write_down(one.folder / ".well-known", "security.txt", "old")
    one.publish()

    published(site, index="new")

    assert read(site) == {"index": "new"}


def test_a_link_to_the_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    """A web server may be shown the site through a link."""
    linked = tmp_path / "www"
    linked.mkdir()
    site.symlink_to(linked, target_is_directory=True)

    published(site, index="new")

    assert site.is_symlink()
    assert read(linked) == {"index": "new"}


def test_rights_of_the_folder_stay_as_they_are(site: Path) -> None:
    """A folder that a group may write stays one."""
    published(site, index="old")
    site.chmod(0o2775)

    published(site, index="new")

    assert site.stat().st_mode & 0o7777 == 0o2775


def test_a_link_in_the_place_of_our_own_folder_is_refused(site: Path, tmp_path: Path) -> None:
    """Nobody leads a build to a folder that it would sweep."""
    write_down(tmp_path / "mine", "thesis.docx", "mine")
    beside(site).symlink_to(tmp_path / "mine", target_is_directory=True)

    with pytest.raises(PublishingError, match="is a link"):
        Publishing(site).begin()

    assert read(tmp_path / "mine") == {"thesis.docx": "mine"}


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a system that cannot let two folders change places in one step."""
    monkeypatch.setattr(exchanging.ctypes, "CDLL", lambda *_, **__: None)


@pytest.mark.usefixtures("no_exchange")
def test_two_steps_do_where_one_is_not_possible(site: Path) -> None:
    """On other systems the old site is put aside first."""
    published(site, index="old")
    published(site, index="new")

    assert read(site) == {"index": "new"}
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.usefixtures("no_exchange")
def test_a_failure_between_two_steps_is_taken_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site is back in its place."""
    published(site, index="old")
    one = Publishing(site)
    one.begin()
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == one.folder:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PublishingError, match="cannot be replaced in one step"):
        one.publish()
    one.close()

    assert read(site) == {"index": "old"}


def test_a_build_killed_between_two_steps_is_put_right(site: Path) -> None:
    """The next build finds the old site where it was put aside, should it fail itself."""
    published(site, index="old")
    beside(site).mkdir()
    site.rename(beside(site) / "old")

    one = Publishing(site)
    one.begin()
    one.close()

    assert read(site) == {"index": "old"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left on the disk"),
        (errno.EROFS, "may not be written"),
        (errno.EXDEV, "build into a folder within it"),
        (errno.EIO, "The system says: [Errno 5] Input/output error"),
    ],
)
def test_what_the_system_refuses_is_said_with_its_cure(number: int, words: str) -> None:
    """Nobody reads a traceback to learn that a disk is full, and everybody is told that nothing was lost."""
    said = str(PublishingError.of(OSError(number, os.strerror(number)), "site"))

    assert words in said
    assert said.endswith("Nothing was published; the site that was in site/ is as it was.")


def test_a_second_build_waits_for_the_first(site: Path) -> None:
    """It says so, and publishes after it."""
    first = Publishing(site)
    first.begin()
    said: list[str] = []

    def build() -> None:
        second = Publishing(site, said.append)
        second.begin()
        write(second.folder, index="second")
        second.publish()

    waiting = Thread(target=build)
    waiting.start()
    while not said:
        waiting.join(0.01)
    write(first.folder, index="first")
    first.publish()
    waiting.join()

    assert said == ["Another build is on its way to site/. This one waits for it."]
    assert read(site) == {"index": "second"}
    assert list(site.parent.iterdir()) == [site]


def test_a_build_that_never_ends_is_not_waited_for_without_end(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while somebody is told."""
    monkeypatch.setattr(publishing, "PATIENCE", 0.1)
    first = Publishing(site)
    first.begin()

    with pytest.raises(PublishingError, match="on its way to site/ for too long"):
        Publishing(site).begin()
    first.close()


def _build(site: Path, number: int) -> None:
    one = Publishing(site)
    one.begin()
    write(one.folder, **{f"page{name}": str(number) for name in range(50)})
    one.publish()


def test_many_builds_at_once_take_turns(site: Path) -> None:
    """No site is ever a mixture of two, and none of them stumbles over another."""
    context = get_context("fork")
    processes = [context.Process(target=_build, args=(site, number)) for number in range(12)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0] * 12
    assert len(set(read(site).values())) == 1
    assert list(site.parent.iterdir()) == [site]


def test_a_folder_that_goes_just_as_it_is_found_is_made_anew(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another build may end between "it is there already" and the look at it."""
    make, gone = os.mkdir, []

    def there_and_gone(path: Path, mode: int = 0o777) -> None:
        if not gone:
            gone.append(path)
            raise FileExistsError
        make(path, mode)

    monkeypatch.setattr(os, "mkdir", there_and_gone)
    one = Publishing(site)
    one.begin()

    assert gone == [beside(site)]
    assert one.folder.is_dir()
    one.close()


def test_a_file_in_the_place_of_the_working_folder_is_said(site: Path) -> None:
    """It is not waited for until it goes."""
    beside(site).write_text("mine", encoding="utf-8")

    with pytest.raises(PublishingError, match="File exists"):
        Publishing(site).begin()
    assert beside(site).read_text(encoding="utf-8") == "mine"


def test_the_lock_of_a_killed_build_is_open(site: Path) -> None:
    """A lock ends with its process, so nobody has to remove a file by hand."""
    beside(site).mkdir()

    def die() -> None:
        FileLock(beside(site) / "lock").acquire()
        os._exit(9)

    process = get_context("fork").Process(target=die)
    process.start()
    process.join()
    published(site, index="new")

    assert read(site) == {"index": "new"}

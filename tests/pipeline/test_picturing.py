"""Pictures are drawn once, kept for the next build, and never taken from where they should not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.exports.pictures.drawing import drawn
from cx_stories.exports.pictures.picture import Picture
from cx_stories.pipeline.picturing import KEPT, Gallery

ONE, TWO = (Picture(title, "Casebook", "positive", "Positive") for title in ("One", "Two"))


def test_second_build_draws_only_what_is_new(tmp_path: Path) -> None:
    """A change of one title costs one picture; what is no longer on the site goes."""
    counts: list[int] = []
    for pictures in ((ONE,), (ONE, TWO), (ONE, TWO), (TWO,)):
        Gallery(pictures, tmp_path).draw(counts.append)

    kept = {file.name for file in (tmp_path / KEPT).iterdir()}
    assert (counts, kept) == ([1, 1], {Path(TWO.path).name})
    assert (tmp_path / KEPT.parent / ".gitignore").read_text() == "*\n"


def test_site_without_pictures_leaves_those_of_the_last_build(tmp_path: Path) -> None:
    """A preview between two builds does not make the second one draw everything again."""
    Gallery((ONE,), tmp_path).draw()
    Gallery((), tmp_path).draw()

    assert len(list((tmp_path / KEPT).iterdir())) == 1


def test_several_processes_draw_what_one_draws(tmp_path: Path) -> None:
    """How many processors a machine has makes no difference."""
    gallery = Gallery((ONE, TWO), tmp_path, worth=2)
    gallery.draw()

    assert [gallery.content(one.path) for one in (ONE, TWO)] == [drawn(ONE), drawn(TWO)]


@pytest.mark.parametrize("damage", ["empty", "cut", "link", "folder"])
def test_what_is_kept_and_damaged_is_drawn_again(tmp_path: Path, damage: str) -> None:
    """A full disk yesterday, or a link that a stranger put there, changes no site today."""
    gallery = Gallery((ONE,), tmp_path)
    gallery.draw()
    file, secret = tmp_path / KEPT / Path(ONE.path).name, tmp_path / "secret.png"
    secret.write_bytes(drawn(TWO))
    content = file.read_bytes()
    file.unlink()
    if damage == "link":
        file.symlink_to(secret)
    elif damage == "folder":
        file.mkdir()
    else:
        file.write_bytes(content[:-20] if damage == "cut" else b"")

    assert Gallery((ONE,), tmp_path).content(ONE.path) == content


@pytest.mark.parametrize("link", [".cache", ".cache/cx-stories", ".cache/cx-stories/pictures"])
def test_nothing_is_kept_where_a_link_leads(tmp_path: Path, link: str) -> None:
    """The folder behind the link stays as it was, and the site has its pictures all the same."""
    elsewhere, at = tmp_path / "elsewhere", tmp_path / "site" / link
    elsewhere.mkdir()
    at.parent.mkdir(parents=True)
    at.symlink_to(elsewhere)

    gallery = Gallery((ONE,), tmp_path / "site")
    gallery.draw()

    assert (gallery.content(ONE.path), list(elsewhere.iterdir())) == (drawn(ONE), [])


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    """Only pictures of ours are thrown away."""
    (tmp_path / KEPT).mkdir(parents=True)
    (tmp_path / KEPT / "mine.png").write_bytes(b"mine")
    Gallery((ONE,), tmp_path).draw()

    assert (tmp_path / KEPT / "mine.png").read_bytes() == b"mine"

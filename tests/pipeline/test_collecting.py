"""Read, check, relate, view: what has a fault stays out, the rest becomes pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.pipeline import build, collect
from cx_stories.views import addresses
from tests.conftest import Site

DUTCH = "---\ntitle: Terugbetaald\nsummary: Direct.\nlessons: [Doe het.]\n---\nZij belde.\n"


def test_story_with_an_error_stays_out(site: Site) -> None:
    """Nothing half right is ever published."""
    site.story("good")
    site.story("bad", "polarity: so-so\n")

    assert site.ids() == ["good"]


def test_story_with_a_warning_goes_in(site: Site) -> None:
    """A warning is advice."""
    site.story("refund", "channels: [web, web]\n")

    assert (site.places(), site.ids()) == (["stories/refund.md:2:17 CX203 warning"], ["refund"])


@pytest.mark.parametrize("translation", ["---\ntitle: @huis\n---\n", "---\ntitle: A\n---\n", DUTCH + "\0"])
def test_broken_translation_keeps_the_whole_story_out(site: Site, translation: str) -> None:
    """A story is told in all its languages or not at all."""
    site.story("other")
    site.story("refund")
    site.story("refund.nl", translation)

    assert site.ids() == ["other"]


def test_sound_translation_lets_it_in(site: Site) -> None:
    """The same story, told twice, is one story."""
    site.story("refund")
    site.story("refund.nl", DUTCH)

    assert [(story.id, sorted(story.tellings)) for story in site.library().stories] == [
        ("refund", ["en", "nl"])
    ]


def test_translation_may_stand_in_another_folder(site: Site) -> None:
    """A name belongs to one story, wherever its files are."""
    site.story("2024/refund")
    site.file("stories/dutch/refund.nl.md", DUTCH)

    assert [sorted(story.tellings) for story in site.library().stories] == [["en", "nl"]]


def test_story_in_one_language_only_is_published_in_all(site: Site) -> None:
    """A Dutch story is found by English readers too, marked as Dutch."""
    site.story("refund.nl")
    pages = [page for page in build(site.collect()) if page.path == "stories/refund"]

    assert [(page.language, page.prose and page.prose.language, page.listed) for page in pages] == [
        ("en", "nl", False),
        ("nl", "nl", True),
    ]


def test_default_language_holds_the_facts(site: Site) -> None:
    """The first language of the configuration is the one that counts."""
    site.languages("nl", "en")
    site.story("refund", "sector: home\n")
    site.story("refund.en")
    story = site.read("refund")

    assert (story.language, story.sector) == ("nl", "home")


@pytest.mark.parametrize(
    ("status", "built", "previewed"),
    [("draft", [], ["a"]), ("review", [], ["a"]), ("published", ["a"], ["a"]), ("retired", [], [])],
)
def test_only_published_stories_are_built(
    site: Site, status: str, built: list[str], previewed: list[str]
) -> None:
    """The preview shows what is on its way, and nothing that was taken back."""
    site.story("a", f"status: {status}\n")
    found = site.ids()
    site.show_drafts()

    assert (found, site.ids()) == (built, previewed)


def test_files_of_drafts_are_known(site: Site) -> None:
    """A page of a draft can be kept out of everything else that is built."""
    site.story("a", "status: draft\n")
    site.story("a.nl", "---\ntitle: A\n---\n")
    site.story("b")
    site.story("c", "status: review\n")
    site.file("about.md", "---\ntitle: About\n---\n")

    assert site.collect().drafts == {"stories/a.md", "stories/a.nl.md"}


def test_every_file_that_was_looked_at_is_told(site: Site) -> None:
    """Also those that could not be read."""
    site.story("a")
    site.story("b", "---\ntitle: @home\n---\n")
    site.file("stories/notes.docx")

    assert [document.path for document in site.collect().documents] == [
        "stories/a.md",
        "stories/b.md",
        "stories/notes.docx",
    ]


def test_empty_folder_makes_a_site(site: Site) -> None:
    """A site can be set up before its first story is written."""
    collection = site.collect()
    pages = [page.path for page in build(collection) if page.language == "en"]

    assert pages == sorted(addresses.standing(collection.library.vocabularies))
    assert {"", "stories", "elements/unique", "polarity/negative", "terms/channels/phone"} < set(pages)


def test_every_language_has_the_same_pages(site: Site) -> None:
    """The language switch leads from every page to its counterpart."""
    site.story("a")
    site.story("b.nl")
    site.file("about.md", "---\ntitle: About\n---\n")
    site.file("people/mina.nl.md", "---\ntitle: Mina\n---\n")
    pages = build(site.collect())
    english, dutch = ([page.path for page in pages if page.language == language] for language in ("en", "nl"))

    assert english == dutch
    assert len(set(english)) == len(english) == len(pages) / 2


def test_two_builds_give_the_same_pages(site: Site) -> None:
    """What is emitted depends on nothing but the content."""
    for name in ("b", "a", "c"):
        site.story(name, "stages: [purchase]\nemotions: [curious, relieved]\n")

    assert build(site.collect(), "CX") == build(site.collect(), "CX")


def test_translation_may_be_a_draft_while_its_story_is_published(site: Site) -> None:
    """What is not ready in one language is not shown in it."""
    site.story("refund")
    site.story(
        "refund.nl", "---\ntitle: Kladje\nsummary: S.\nlessons: [L.]\nstatus: draft\n---\nKladtekst.\n"
    )
    (story,) = site.library().stories

    assert list(story.tellings) == ["en"]


def test_facts_are_in_the_file_of_the_first_language_that_has_one(site: Site) -> None:
    """Checks and pages agree on which file that is, whatever the codes of the languages."""
    site.languages("en", "pt", "pt-BR")
    site.story("refund.pt-BR")
    site.story("refund.pt", f"---\ntitle: Troco\nsummary: S.\nlessons: [L.]\n---\n{BODY}")

    lacking = [place for place in site.places() if "CX102" in place]

    assert lacking == ["stories/refund.pt.md:5:1 CX102 error"] * 4


def test_path_that_a_site_leaves_out_is_not_read(site: Site) -> None:
    """Neither its faults nor its words come out."""
    site.file("private/secret.md", "---\ntitel: Secret\n---\n")
    site.settings = replace(site.settings, excluded=lambda path: path.startswith("private/"))

    assert (site.messages(), site.library().articles) == ([], {})


def test_collection_is_the_same_however_many_processes_read_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large site is put together as a small one is, faults and order included."""
    for number in range(9):
        site.story(f"s{number}", f"title: Coat {number}\nchannels: [web, web]\n")
    site.story("s3.nl", DUTCH)
    site.story("bad", "polarity: so-so\n")
    site.story("odd", "---\ntitle: @home\n---\n")
    site.file("about.md", "# About\n")
    site.file("stories/notes.docx")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    alone, together = (collect(site.settings, worth=worth) for worth in (1000, 1))

    assert together == alone
    assert [str(one) for one in together.diagnostics] == [str(one) for one in alone.diagnostics]
    assert list(together.library.articles) == list(alone.library.articles) == ["about"]

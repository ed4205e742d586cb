"""From the files of a story to what is published of it, in whatever process."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.rendered import Lost, Unmade
from cx_stories.model.article import Article
from cx_stories.model.story import Story
from cx_stories.pipeline.making import Made, Maker
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.views.prose import Converted, Left
from tests.conftest import Site

DUTCH = "---\ntitle: Terugbetaald\nsummary: Direct.\nlessons: [Doe het.]\n---\nZij belde.\n"


def _shouted(text: str) -> Converted | None:
    """Stand in for a converter that leaves texts with a question to somebody else."""
    return None if "?" in text else Converted((text.strip().upper(),))


def _made(site: Site) -> Mapping[str, Made]:
    """Make everything, each by the path of its first file."""
    found, standards = open_content(site.settings)
    maker = Maker(standards, site.settings.drafts, _shouted)
    made = [maker(pickle.loads(pickle.dumps(story))) for story in stories_of(found)]  # noqa: S301 (made above)
    return {one.examined.abstracts[0].path: pickle.loads(pickle.dumps(one)) for one in made}  # noqa: S301


def _texts(made: Made) -> Mapping[str, str]:
    return {text.strip(): converted.parts[0] for text, converted in made.prose.items()}


def test_story_comes_with_its_texts_converted(site: Site) -> None:
    """In every language it is told in."""
    site.story("a")
    site.story("a.nl", DUTCH)
    made = _made(site)["stories/a.md"]

    assert isinstance(made.told, Story)
    assert (made.told.id, _texts(made)) == (
        "a",
        {BODY.strip(): BODY.strip().upper(), "Zij belde.": "ZIJ BELDE."},
    )


def test_stories_that_are_made_together_are_those_that_are_made_alone(site: Site) -> None:
    """Whatever is wrong with one of them is not the others' business."""
    site.story("a")
    site.story("a.nl", DUTCH)
    site.story("b", "polarity: so-so\nchannels: [web, web]\n")
    site.story("c", "---\ntitle: @home\n---\nA.\n")
    site.story("d", "status: draft\n")
    site.file("about.md", "# About\n\nWho are we?\n")
    found, standards = open_content(site.settings)
    maker, stories = Maker(standards, site.settings.drafts, _shouted), stories_of(found)
    together = maker.of_batch(stories)

    assert len({one.examined.findings for one in together}) > 2
    assert together == [maker(story) for story in stories]


def test_texts_are_foreseen_before_they_are_asked_for(site: Site) -> None:
    """Those of a story that has an error are not: nobody will ask for them."""

    class Foreseeing:
        def __init__(self) -> None:
            self.texts: list[str] = []

        def foresee(self, texts: Sequence[str]) -> None:
            self.texts += [text.strip() for text in texts]

        def __call__(self, text: str) -> Converted | None:
            return _shouted(text) if text.strip() in self.texts else None

    site.story("a")
    site.story("a.nl", DUTCH)
    site.story("b", "polarity: so-so\n---\nBut why not?\n")
    found, standards = open_content(site.settings)
    convert = Foreseeing()
    made = Maker(standards, False, convert).of_batch(stories_of(found))

    assert convert.texts == [BODY.strip(), "Zij belde."]
    assert [sorted(_texts(one)) for one in made] == [sorted([BODY.strip(), "Zij belde."]), []]


def test_page_of_prose_is_converted_without_the_heading_that_is_its_title(site: Site) -> None:
    """The text is the one that its page shows."""
    site.file("about.md", "# About\n\nAll of us.\n")
    made = _made(site)["about.md"]

    assert isinstance(made.told, Article)
    assert _texts(made) == {"All of us.": "ALL OF US."}


def test_text_that_is_left_for_later_stays_as_it_is(site: Site) -> None:
    """The page is there all the same."""
    site.file("about.md", "# About\n\nWho are we?\n")
    made = _made(site)["about.md"]

    assert (made.told is not None, made.prose) == (True, {})


@pytest.mark.parametrize("text", ["status: draft\n", "status: retired\n", "---\ntitle: @home\n---\nA.\n"])
def test_story_that_nobody_will_see_is_not_made(site: Site, text: str) -> None:
    """Of a draft, of what was taken back and of what cannot be read only the findings are kept."""
    site.story("a", text)
    made = _made(site)["stories/a.md"]

    assert (made.told, made.prose, len(made.examined.abstracts)) == (None, {}, 1)


def test_text_with_an_error_is_not_converted(site: Site) -> None:
    """Whether the story is shown is for the site to say; until then no work is done for it."""
    site.story("a", "polarity: so-so\n")
    made = _made(site)["stories/a.md"]

    assert (isinstance(made.told, Story), made.prose) == (True, {})


@pytest.mark.parametrize(
    ("why", "message"),
    [
        (Unmade.SLOW, "This text takes longer than 3 seconds to be laid out."),
        (Unmade.TANGLED, "This text stands too deep within itself to be laid out."),
        (Unmade.SWOLLEN, "This text becomes a page of more than 10 MB."),
        (Unmade.REFUSED, "Markdown, or an extension of it that this site uses, cannot read this text."),
    ],
)
def test_text_that_cannot_be_made_is_an_error_of_its_file(site: Site, why: Unmade, message: str) -> None:
    """Its writer reads what to look for, in the language in which it was written."""
    site.story("a")
    site.story("a.nl", DUTCH)
    found, standards = open_content(site.settings)
    maker = Maker(standards, False, lambda text: why if "Zij" in text else _shouted(text))
    (made,) = map(maker, stories_of(found))

    assert [
        (one.path, one.span.line, one.code, one.message.partition(".")[0] + ".")
        for one in made.examined.findings
        if one.code != "CX304"
    ] == [("stories/a.nl.md", 6, "CX008", message)]
    assert list(_texts(made)) == [BODY.strip()]


def test_what_mkdocs_will_make_is_looked_at_too(site: Site) -> None:
    """What no page may have is an error of its file, though its HTML is made later."""
    site.story("a")
    found, standards = open_content(site.settings)
    maker = Maker(standards, False, lambda _: Left((Lost("b", "onclick", "She"),)))
    (made,) = map(maker, stories_of(found))

    assert [one.code for one in made.examined.findings if "onclick" in one.message] == ["CX601"]
    assert made.prose == {}


def test_consent_of_the_teller_goes_no_further(site: Site) -> None:
    """It is checked, and whatever publishes stories never gets to know it."""
    site.story("a", "provenance: first-hand\nconsent: {status: given, date: 2019-09-19}\n")
    made = _made(site)["stories/a.md"]

    assert isinstance(made.told, Story)
    assert (made.told.consent, made.told.provenance, made.examined.findings) == (None, "first-hand", ())

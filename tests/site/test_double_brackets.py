"""A link in two square brackets becomes a link to the page in the reader's language, called by its title."""

from __future__ import annotations

import re

from tests.site.made_site import BODY, BODY_IN, CONFIG, TWO_LANGUAGES, Stage

TITLE = 'The "lamp" & <more>'
TEXT = """
See [[lamp]], [[lamp#lesson.1|*its* lesson]] and [[element:Verrassend]].

| x | y |
|---|---|
| [[lamp\\|the lamp]] | [[channel:phone]] |

## Why [[lamp]]

Not `[[lamp]]` nor \\[[lamp]].
"""


def _links(html: str) -> list[tuple[str, str]]:
    """Give address and inner HTML of each link that was written in two brackets."""
    prose = html.partition('<div class="prose')[2].partition("<template")[0]
    return re.findall(r'<a class="ref" href="([^"]*)"[^>]*>(.*?)</a>', prose)


def test_links_lead_to_pages_of_the_same_language_under_their_titles(stage: Stage) -> None:
    """A writer types a name once, and every reader sees the title of the day."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", title=f"'{TITLE}'")
    stage.translation("lamp", title="'De lamp'")
    stage.write("about.md", f"# About\n{TEXT}")
    stage.write("about.nl.md", f"# Over\n{TEXT}")
    site = stage.published()
    escaped = 'The "lamp" &amp; &lt;more&gt;'

    assert _links((stage.site / "about/index.html").read_text()) == [
        ("../stories/lamp/", escaped),
        ("../stories/lamp/#lesson.1", "<em>its</em> lesson"),
        ("../elements/surprising/", "Surprising"),
        ("../stories/lamp/", "the lamp"),
        ("../terms/channels/phone/", "Phone"),
        ("../stories/lamp/", escaped),
    ]
    assert [words for _, words in _links((stage.site / "nl/about/index.html").read_text())] == [
        *("De lamp", "<em>its</em> lesson", "Verrassend", "the lamp", "Telefoon", "De lamp"),
    ]
    assert site.broken_references() == []
    assert "Not [[lamp]] nor [[lamp]]." in site["about/"].words


def test_contents_of_a_page_name_a_story_by_its_title(stage: Stage) -> None:
    """The heading and the list of headings read alike, in the reader's language."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", title=f"'{TITLE}'")
    stage.translation("lamp", title="'De lamp'")
    for path in ("about.md", "about.nl.md"):
        stage.write(path, "# About\n\n## [[lamp]]\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n")
    site = stage.published()

    assert [site[f"{prefix}about/"].texts("ol", **{"class": "jump"}) for prefix in ("", "nl/")] == [
        [f"{TITLE} Two Three"],
        ["De lamp Two Three"],
    ]


def test_title_that_is_not_translated_is_marked_with_its_language(stage: Stage) -> None:
    """A screen reader speaks an English title in English on a Dutch page; the writer's words are Dutch."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", title="The lamp")
    stage.write("about.nl.md", "# Over\n\nZie [[lamp]] en [[lamp|deze]].\n")
    stage.published()
    html = (stage.site / "nl/about/index.html").read_text()

    assert re.findall(r'<a class="ref"[^>]*>.*?</a>', html) == [
        '<a class="ref" href="../../nl/stories/lamp/" lang="en">The lamp</a>',
        '<a class="ref" href="../../nl/stories/lamp/">deze</a>',
    ]


def test_page_shows_who_points_at_it(stage: Stage) -> None:
    """A reader of a story finds the texts that speak of it, with the sentence."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", title="The lamp")
    stage.story(
        "bell",
        BODY.replace("lamp", "bell") + "\nIt rang before [[lamp]] shone. Then not.\n",
        title="The bell",
    )
    stage.translation("bell", body=BODY_IN["nl"] + "\nHij ging voor [[lamp]] scheen.\n", title="De bel")
    stage.write("about.md", "# About\n\nWe like [it](stories/lamp.md).\n")
    site = stage.published()
    quoted = [element.text.strip() for element in site["stories/lamp/"].all("blockquote")]
    dutch = [element.text.strip() for element in site["nl/stories/lamp/"].all("blockquote")]

    assert quoted == ["It rang before The lamp shone.", "We like it."]
    assert dutch == ["Hij ging voor The lamp scheen.", "We like it."]
    assert site["nl/stories/bell/"].all("section", **{"class": "backlinks"}) == []


def test_strict_build_stops_at_a_name_that_is_not_there(stage: Stage) -> None:
    """A misspelt name reaches no reader."""
    stage.configure(CONFIG)
    stage.story("lamp")
    stage.write("about.md", "# About\n\nSee [[lmp]] and [[elemnt:unique]].\n")
    outcome = stage.build(strict=True)

    assert outcome.exit_code != 0
    assert outcome.findings == (
        "content/about.md:3:7  CX204 unknown-story  error",
        "content/about.md:3:19  CX210 broken-link  error",
    )


def test_what_is_left_out_of_a_lenient_build_is_no_link(stage: Stage) -> None:
    """A link to a story with an error keeps its words, and leads nobody astray."""
    stage.configure(CONFIG)
    stage.story("lamp")
    stage.story("bell", BODY.replace("lamp", "bell"), polarity="perhaps")
    stage.write("about.md", "# About\n\nSee [[bell]] and [[bell|that bell]].\n")
    stage.build(strict=False)
    html = (stage.site / "about/index.html").read_text()

    assert 'See <a class="ref">bell</a> and <a class="ref">that bell</a>.' in html
    assert not (stage.site / "stories/bell").exists()


def test_preview_leads_to_what_stands_in_the_place_of_a_story_with_an_error(stage: Stage) -> None:
    """Whoever looks at a preview comes to the page that says what is wrong."""
    stage.configure(CONFIG)
    stage.story("bell", title="The bell", polarity="perhaps")
    stage.write("about.md", "# About\n\nSee [[bell]].\n")
    stage.build(strict=False, command="serve")

    assert (
        '<a class="ref" href="../stories/bell/">The bell</a>' in (stage.site / "about/index.html").read_text()
    )


def test_site_without_directories_for_its_pages_has_the_same_links(stage: Stage) -> None:
    """A folder of files that is opened without a server leads from page to page, too."""
    stage.configure(f"{CONFIG}use_directory_urls: false\n")
    stage.story("lamp", title="The lamp")
    stage.write("about.md", "# About\n\n[[lamp#lesson.1]]\n")
    stage.published()

    assert _links((stage.site / "about.html").read_text()) == [("./stories/lamp.html#lesson.1", "The lamp")]

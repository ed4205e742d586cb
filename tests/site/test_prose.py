"""What stands in a text is on its page as MkDocs would have put it there, wherever it was converted."""

from __future__ import annotations

import pytest

from cx_stories.mkdocs_plugin import collecting
from tests.pictures import PNG
from tests.site.made_site import BODY, BODY_IN, CONFIG, TWO_LANGUAGES, Stage, contents

WARNING = (
    "Doc file 'about.md' contains a link 'gone.pdf', but the target is not found among documentation files."
)
HOOK = """
def on_page_markdown(markdown, **_):
    return markdown.replace("Monday", "Tuesday")
"""
FAILING = """
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Failing(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Refusing(md), "refusing", 1)

class Refusing(Preprocessor):
    def run(self, lines):
        if "tea" in lines[0]:
            raise LookupError("no tea")
        return lines
"""


@pytest.fixture
def deal_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even a small site be read in two processes."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(collecting, "WORTH_A_PROCESS", 1)


def _draw(stage: Stage) -> None:
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.write("stories/lamp.png", PNG)
    stage.write("about.md", "# About\n\nSee [a lamp](stories/lamp.md#note).\n\n## Us\n\n## Them\n\n## More\n")
    for number in range(6):
        links = f"\n[Next](s{(number + 1) % 6}.md), ![a lamp](lamp.png), [about](../about.md#us).\n"
        stage.story(f"s{number}", BODY + links)
    stage.story("lamp", BODY + '\n<a id="note"></a>Note.\n')
    stage.translation("lamp", body=BODY_IN["nl"] + '\n<a id="note"></a>Noot.\n')


def test_site_is_the_same_however_many_processes_make_it(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    """A site does not depend on the machine that builds it."""
    _draw(stage)
    alone = stage.build(strict=True)
    made = contents(alone.folder)
    request.getfixturevalue("deal_out")
    together = stage.build(strict=True)

    assert (alone.said, alone.exit_code) == ((), 0)
    assert together == alone
    assert contents(together.folder) == made


@pytest.mark.usefixtures("deal_out")
def test_link_that_leads_nowhere_is_told_in_the_words_of_mkdocs(stage: Stage) -> None:
    """Once for every language in which the page is shown, with the page it stands on."""
    stage.configure(
        TWO_LANGUAGES.format("en, nl")
        + "      severities: {CX210: off}\nvalidation:\n  links: {not_found: warn, anchors: warn}\n"
    )
    stage.story("lamp")
    stage.write("about.md", "# About\n\n[Gone](gone.pdf), [nowhere](stories/lamp.md#gone).\n")
    outcome = stage.build(strict=False)

    assert outcome.said == (
        WARNING,
        WARNING.replace("'about.md'", "'nl/about.md'").replace("target is", "target 'nl/gone.pdf' is"),
        "Doc file 'about.md' contains a link 'stories/lamp.md#gone', but the doc 'stories/lamp.md' "
        "does not contain an anchor '#gone'.",
        "Doc file 'nl/about.md' contains a link 'stories/lamp.md#gone', but the doc 'nl/stories/lamp.md' "
        "does not contain an anchor '#gone'.",
    )


@pytest.mark.usefixtures("deal_out")
def test_plugin_that_changes_texts_has_its_say(stage: Stage) -> None:
    """What was converted before it came by is not shown."""
    stage.write("../hook.py", HOOK)
    stage.configure(CONFIG + "hooks: [hook.py]\n")
    stage.story("lamp")
    stage.published()
    lamp = (stage.site / "stories" / "lamp" / "index.html").read_text(encoding="utf-8")

    assert ("on Tuesday" in lamp, "on Monday" in lamp) == (True, False)


@pytest.mark.usefixtures("deal_out")
def test_text_that_cannot_be_converted_names_its_file(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has to mend it knows where to look."""
    stage.write("../failing_at_tea.py", FAILING)
    monkeypatch.syspath_prepend(stage.folder)
    stage.configure(CONFIG + "markdown_extensions: ['failing_at_tea:Failing']\n")
    stage.story("lamp")
    stage.write("about.md", "---\ntitle: About\n---\nAll the tea.\n")

    outcome = stage.build(strict=True)

    assert (outcome.exit_code, outcome.findings) == (1, ("content/about.md:4:1  CX008 too-large  error",))

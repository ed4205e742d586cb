"""The form for writers, in a folder that is a repository: `git diff` shows what they change, and no more."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from served_site import Complaints, serving
from tests.exports.form.told import told

from cx_stories.exports.form.files import form_files

ROOT = Path(__file__).parents[2]
WAY = "admin/index.html"
STORIES = "content/stories"
FILL = """async (files) => {
  const storage = await navigator.storage.getDirectory();
  const top = await storage.getDirectoryHandle("repository", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    let folder = top;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const stream = await (await folder.getFileHandle(names.at(-1), { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async (folder) => {
  const found = {};
  let handle = await navigator.storage.getDirectory();
  for (const name of ["repository", ...folder.split("/")]) handle = await handle.getDirectoryHandle(name);
  for await (const [name, file] of handle) {
    if (name.endsWith(".md")) found[`${folder}/${name}`] = await (await file.getFile()).text();
  }
  return found;
}"""
CHOOSE = """window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("repository");"""
"""A writer chooses a folder in a dialog of the system, which no test reaches: here the browser has it."""


_HAVING = "text => [...document.querySelectorAll('input, textarea')].some((field) => field.value === text)"

KNOWN = (
    "warning: https://svelte.dev/e/derived_inert",
    "error: Cannot convert undefined or null to object",
)
"""What Sveltia CMS says of itself when an editor closes, and nobody sees."""


class Writer:
    """Somebody who has opened the folder of a repository in the form."""

    def __init__(self, page: Page, repository: Path) -> None:
        self.page = page
        self._repository = repository

    def open(self, identity: str, heading: str) -> None:
        """Open a story in all languages, or begin one."""
        self.page.evaluate("place => { location.hash = place }", f"#/collections/stories/{identity}")
        expect(self.page.get_by_text(heading).first).to_be_visible()
        expect(self.page.get_by_role("button", name="Save", exact=True)).to_be_visible()

    def change(self, old: str, new: str) -> None:
        """Write something in the place of other words."""
        fields = self.page.locator("input[type=text], textarea")
        self.page.wait_for_function(_HAVING, arg=old)
        values = fields.evaluate_all("fields => fields.map((field) => field.value)")
        fields.nth(values.index(old)).fill(new)

    def save(self) -> Mapping[str, str]:
        """Save, and give the lines that `git diff` then shows, by file."""
        button = self.page.get_by_role("button", name="Save", exact=True)
        button.click()
        expect(button).to_be_hidden()
        shown = ""
        for _ in range(100):
            for path, text in self.page.evaluate(READ, STORIES).items():
                (self._repository / path).write_text(text, encoding="utf-8")
            git(self._repository, "add", "--intent-to-add", ".")
            shown = git(self._repository, "diff", "--unified=0", "--no-prefix")
            if shown:
                break
        git(self._repository, "commit", "--all", "--message=saved")
        return dict(_by_file(shown))


def git(folder: Path, *arguments: str) -> str:
    """Run Git as nobody in particular."""
    named = ("-c", "user.name=W", "-c", "user.email=w@example.org", "-c", "core.quotePath=false")
    done = subprocess.run(["git", "-C", folder, *named, *arguments], check=True, capture_output=True)
    return done.stdout.decode()


def _by_file(shown: str) -> Iterator[tuple[str, str]]:
    for part in shown.split("diff --git ")[1:]:
        lines = [line for line in part.splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
        yield part.split()[0].removeprefix(f"{STORIES}/"), "\n".join(lines)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the form of a site in English and Dutch."""
    folder = tmp_path_factory.mktemp("form")
    for one in form_files(told("en", "nl")):
        file = folder / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.content)
    (folder / "404.html").touch()
    with serving(folder, {}) as address:
        yield address


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository with the stories of the demonstration."""
    folder = tmp_path_factory.mktemp("repository")
    for kind in ("stories", "people", "series"):
        for file in (ROOT / "content" / kind).glob("*.md"):
            copy = folder / "content" / kind / file.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=told")
    return folder


@pytest.fixture(scope="module")
def writer(chromium: Browser, address: str, repository: Path) -> Iterator[Writer]:
    """Open the folder in the form; it may complain of nothing, and ask nobody else for anything."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    complaints = Complaints(page, address)
    page.add_init_script(CHOOSE)
    page.goto(f"{address}admin/form.css")
    texts = {file.relative_to(repository).as_posix(): file.read_text() for file in repository.rglob("*.md")}
    page.evaluate(FILL, {**texts, ".git/HEAD": "ref: refs/heads/main\n"})
    page.goto(address + WAY)
    page.get_by_role("button", name="Work with Local Repository").click()
    expect(page.get_by_role("gridcell", name="Blazing contact").last).to_be_visible()
    yield Writer(page, repository)
    page.close()
    assert [heard for heard in complaints.heard if heard not in KNOWN] == []


def test_one_field_changed_is_one_line_changed(writer: Writer) -> None:
    """Order, quotes and all other words stay, in the translation, too."""
    writer.open("entries/blazing-contact", "Stories › Blazing contact")
    writer.change("Blazing contact", 'AT&T "x": <y>')

    assert writer.save() == {"blazing-contact.md": '-title: Blazing contact\n+title: "AT&T \\"x\\": <y>"'}


def test_story_can_be_changed_again(writer: Writer) -> None:
    """What was saved before is the ground of what is saved now."""
    writer.open("entries/blazing-contact", 'Stories › AT&T "x":')
    writer.change("Vlammend contact", "Vlammend")

    assert writer.save() == {"blazing-contact.nl.md": "-title: Vlammend contact\n+title: Vlammend"}


def test_evidence_is_changed_in_its_own_line(writer: Writer) -> None:
    """What has names below it is no different."""
    old = "Inchecken heet bij Pension Duinrand de wacht aflossen."
    writer.open("entries/dear-mr-surname", "Stories › Dear Mr Surname")
    writer.change(old, "Eén\nzin: klaar.")

    assert writer.save() == {"dear-mr-surname.nl.md": f'-  unique: {old}\n+  unique: "Eén zin: klaar."'}


def test_text_of_a_story_is_saved_as_it_was_typed(writer: Writer, repository: Path) -> None:
    """Markdown is not made over: a line more is a line more."""
    told_before = (repository / STORIES / "lazy-loungers.md").read_text().split("---\n", 2)[2].strip()
    writer.open("entries/lazy-loungers", "Stories › Lazy loungers")
    writer.change(told_before, f"{told_before}\n\n*And* <b>\\_then\\_</b>.")

    assert writer.save() == {"lazy-loungers.md": "+\n+*And* <b>\\_then\\_</b>."}


def test_new_story_is_a_draft_with_what_was_typed(writer: Writer) -> None:
    """Its name comes from its title; only the language that was written has a file."""
    writer.open("new", "Creating")
    writer.page.get_by_role("textbox", name="Title").first.fill("Één nieuw: verhaal")
    writer.page.get_by_role("textbox", name="Summary").first.fill("No")

    assert writer.save() == {
        "een-nieuw-verhaal.md": "\n".join(
            ("+---", '+title: "Één nieuw: verhaal"', '+summary: "No"', "+status: draft", "+---")
        )
    }

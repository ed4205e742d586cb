"""`mkdocs.yml` is read as data: nothing in it is run, nothing swells, and every value knows its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.configuration_file import PLUGIN, ConfigurationFile


def read(folder: Path, text: str, **others: str) -> ConfigurationFile:
    """Read a configuration; others are files beside it."""
    for name, content in others.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return ConfigurationFile(folder / "mkdocs.yml")


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, cx-stories: {a: b}]",
        "{search: {}, cx-stories: {a: b}}",
        "\n  - search\n  - cx-stories:\n      a: b\n",
    ],
)
def test_block_is_found_however_plugins_are_written(tmp_path: Path, plugins: str) -> None:
    """A list of names and tables, or one table."""
    assert read(tmp_path, f"plugins: {plugins}\n").block() == {"a": "b"}


@pytest.mark.parametrize(
    "plugins", ["[cx-stories]", "{cx-stories: {}}", "[cx-stories: ]", "{cx-stories: ''}"]
)
def test_plugin_without_options_has_an_empty_block(tmp_path: Path, plugins: str) -> None:
    """One line is enough."""
    assert read(tmp_path, f"plugins: {plugins}\n").block() == {}


def test_values_know_their_place(tmp_path: Path) -> None:
    """What is nowhere is where the nearest thing above it is."""
    file = read(
        tmp_path,
        "site_name: S\nplugins:\n  - search\n  - cx-stories:\n      severities:\n        CX304: off\n",
    )
    steps = ("plugins", PLUGIN, "severities", "CX304")

    assert [file.place(steps[:length])[1:] for length in range(1, 5)] == [(2, 1), (4, 5), (5, 7), (6, 9)]
    assert file.place((*steps[:3], "CX999"))[1:] == (5, 7)


def test_inherited_values_know_the_file_they_are_in(tmp_path: Path) -> None:
    """What is wrong in a parent is mended there."""
    file = read(
        tmp_path,
        "INHERIT: base.yml\nplugins:\n  cx-stories:\n    languages: [nl]\n",
        base="docs_dir: words\nplugins:\n  cx-stories:\n    max_warnings: many\n",
    )

    assert (file.text("docs_dir"), file.block()) == ("words", {"max_warnings": "many", "languages": ["nl"]})
    assert file.place(("plugins", PLUGIN, "max_warnings")) == (tmp_path / "base.yml", 4, 5)
    assert file.place(("plugins", PLUGIN, "languages")) == (tmp_path / "mkdocs.yml", 4, 5)


def test_what_is_named_once_and_used_again_counts(tmp_path: Path) -> None:
    """An anchor and a merge are read as MkDocs reads them: what is written here wins."""
    file = read(
        tmp_path,
        "extra: &ours {max_warnings: 1, baseline: a.json}\n"
        "plugins:\n  cx-stories:\n    <<: *ours\n    baseline: b.json\n",
    )

    assert file.block() == {"max_warnings": 1, "baseline": "b.json"}


def test_file_that_would_swell_does_not(tmp_path: Path) -> None:
    """A few lines that name one another ten times each are read at once."""
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40))]

    assert read(tmp_path, "\n".join([*lines, "plugins: [cx-stories]\n"])).block() == {}


@pytest.mark.parametrize(
    "line", ["b: {<<: [" + "*a, " * 2000 + "]}\n", "".join(f"b{n}: {{<<: *a}}\n" for n in range(2000))]
)
def test_tables_that_begin_with_a_large_one_again_and_again_are_refused(tmp_path: Path, line: str) -> None:
    """A megabyte of these would fill the memory of any machine."""
    large = "a: &a {" + ", ".join(f"k{n}: 1" for n in range(1000)) + "}\n"

    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, f"{large}{line}plugins: [cx-stories]\n")

    assert str(caught.value) == "Too much is taken from elsewhere with `<<:` here."


def test_number_without_end_is_text(tmp_path: Path) -> None:
    """To YAML it is a number to the base of sixty, and reckoning it takes a minute."""
    endless = "1" + ":1" * 10_000

    assert read(tmp_path, f"x: {endless}\nplugins: [cx-stories]\n").values["x"] == endless


def test_file_that_holds_itself_is_read(tmp_path: Path) -> None:
    """No traceback, whatever it names."""
    assert read(tmp_path, "extra: &a [*a]\nplugins: [cx-stories]\n").block() == {}


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 50_000, "a: [\n", "\x00", "- a\n", "a: !!python/object/apply:os.system [ls]\n: :\n"],
)
def test_file_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    """One clear error, never a traceback."""
    with pytest.raises(ConfigurationError):
        read(tmp_path, text).block()


def test_nothing_in_the_file_is_run(tmp_path: Path) -> None:
    """A tag of Python is a value like any other."""
    file = read(tmp_path, "x: !!python/object/apply:os.mkdir [made]\nplugins: [cx-stories]\n")

    assert (file.values["x"], list(tmp_path.glob("made"))) == (["made"], [])


SWELLING = "\n".join(
    ["a0: &a0 {x: y}"]
    + [f"a{n}: &a{n} {{{', '.join(f'k{key}: *a{n - 1}' for key in range(10))}}}" for n in range(1, 40)]
)


@pytest.mark.parametrize("text", ["a: &a {a: *a}", "plugins: &a {cx-stories: *a}", SWELLING])
def test_parent_that_would_swell_or_holds_itself_is_read(tmp_path: Path, text: str) -> None:
    """A site and its parent with the same tables, each without end, are merged at once."""
    own = f"INHERIT: base.yml\n{text}\n"

    assert "INHERIT" in read(tmp_path, own, base=text).values


def test_list_of_plugins_that_holds_itself_has_places(tmp_path: Path) -> None:
    """A slip in it is named with its line, without a traceback."""
    file = read(tmp_path, "plugins: &p\n  - *p\n  - cx-stories:\n      langauges: x\n")

    assert file.place(("plugins", PLUGIN, "langauges"))[1:] == (4, 7)


def test_long_chain_of_names_is_read(tmp_path: Path) -> None:
    """Names that stand in keys are followed one by one, however many there are."""
    chain = "".join(f"? &a{n} [*a{n - 1}]\n: 1\n" for n in range(1, 3000))

    assert read(tmp_path, f"? &a0 [x]\n: 1\n{chain}plugins: [*a2999, cx-stories]\n").block() == {}


@pytest.mark.parametrize("value", ["[]", "{}", "no", "2024", "*a39"])
def test_value_of_mkdocs_that_is_no_text_is_refused(tmp_path: Path, value: str) -> None:
    """A folder is named by one text, and the message says where it is not."""
    file = read(tmp_path, f"{SWELLING}\ndocs_dir: {value}\n")

    with pytest.raises(ConfigurationError) as caught:
        file.text("docs_dir")

    assert (caught.value.line, str(caught.value)) == (
        41,
        "`docs_dir:` takes one text. Put it in double quotes.",
    )


def test_enabled_is_left_to_mkdocs(tmp_path: Path) -> None:
    """MkDocs knows `enabled:` for every plugin; where it switches ours off, a check says so."""
    on, off = (f"plugins:\n  - cx-stories:\n      enabled: {value}\n" for value in ("true", "false"))

    assert read(tmp_path, on).block() == {}
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, off).block()
    assert (caught.value.line, str(caught.value)) == (
        3,
        "`cx-stories:` is switched off here, so no story is checked. Remove `enabled:`.",
    )

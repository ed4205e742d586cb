"""Styles, scripts, pictures and fonts come with the package, named after their content."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

from cx_stories.views.assets import assets


def test_style_sheet_is_one_file_in_the_order_of_the_parts() -> None:
    """A page asks for one style sheet; later parts may rely on earlier ones."""
    (sheet,) = (asset for asset in assets() if asset.name == "site.css")

    assert sheet.content.index(b"@font-face") < sheet.content.index(b"@media print")


def test_name_changes_with_the_content() -> None:
    """A browser keeps a file for ever, and asks for the new one when there is one."""
    found = assets()

    assert [asset.path.split(".")[-2] for asset in found] == [
        hashlib.sha256(asset.content).hexdigest()[:10] for asset in found
    ]


def test_fonts_have_the_names_that_the_style_sheet_uses() -> None:
    """Text is shown in its own letters, with nothing fetched from elsewhere."""
    found = {asset.name: asset for asset in assets()}
    wanted = re.findall(rb"url\(\"?([^)\"]+)\"?\)", found["site.css"].content)
    paths = {asset.path for asset in found.values()}
    missing = [url for url in wanted if f"assets/cx-stories/{url.decode()}" not in paths]

    assert (missing, len(wanted) > 0) == ([], True)


def test_licences_of_the_fonts_come_with_them() -> None:
    """Whoever copies the site may."""
    names = [asset.name for asset in assets() if "/fonts/" in asset.path]
    families = {name.split("-")[0] for name in names if name.endswith(".woff2")}

    assert families - {name.split("-")[0] for name in names if name.endswith("OFL.txt")} == set()


def test_script_imports_another_by_the_name_it_is_served_under() -> None:
    """No import leads nowhere, and a browser that keeps files never mixes an old part with a new one."""
    served = {asset.path.rpartition("/")[2]: asset for asset in assets()}
    imported = {
        (asset.name, name.decode())
        for asset in served.values()
        if asset.name.endswith(".js")
        for name in re.findall(rb'from *"([^"]+)"', asset.content)
    }

    assert {(name, served[path.removeprefix("./")].name) for name, path in imported} >= {
        ("share.js", "kept.js"),
        ("random.js", "kept.js"),
        ("pack.js", "kept.js"),
        ("pack.js", "packed.js"),
        ("packed.js", "taken.js"),
    }


def test_scripts_come_without_what_is_there_for_those_who_read_the_code() -> None:
    """A reader on a slow line waits for programs, not for remarks; of the code all is there, in order."""
    served = {asset.name: asset.content.decode() for asset in assets() if asset.name.endswith(".js")}
    folder = files("cx_stories") / "assets" / "scripts"
    told, whole = served["print.js"], (folder / "print.js").read_text(encoding="utf-8")
    code = [line for line in whole.splitlines() if not line.lstrip().startswith("//")]

    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", "".join(code))
    assert (len(told) < len(whole), [name for name, text in served.items() if "\n//" in text]) == (True, [])

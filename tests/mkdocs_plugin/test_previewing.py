"""A preview reloads itself when something is saved, and runs nothing else."""

from __future__ import annotations

from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from cx_stories.exports.form.page import form_page
from cx_stories.mkdocs_plugin.previewing import Preview

STORY = b"<body><script>\nvar livereload = 1</script>A story</body>"


def test_the_program_that_reloads_a_preview_carries_its_nonce(tmp_path: Path) -> None:
    """Only what MkDocs has put in does: not what a story says, even if it says the same."""
    preview = Preview()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    preview.let_reload(server)
    page = server._inject_js_into_html(STORY, 7).decode()
    server.server_close()

    mark = f'<script nonce="{preview.nonce}">\nvar livereload = function'
    assert (page.count("nonce"), page.startswith(STORY[:-7].decode() + mark)) == (1, True)


def test_a_page_that_would_not_run_the_program_is_left_as_it_is(tmp_path: Path) -> None:
    """The form has a policy of its own: nobody finds an error in the console of a browser."""
    page = form_page("Casebook", "en", (), local=True)
    preview = Preview()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    preview.let_reload(server)
    kept, ours = (server._inject_js_into_html(one, 7) for one in (page, page + preview.nonce.encode()))
    server.server_close()

    assert (kept == page, b"var livereload" in ours) == (True, True)


def test_no_two_previews_have_the_same_nonce() -> None:
    """Nobody can know it who writes a story."""
    assert Preview().nonce != Preview().nonce

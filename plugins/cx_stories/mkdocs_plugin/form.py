"""The form for writers, put into a site that has asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from cx_stories.exports.form.configuration import Place, Told
from cx_stories.exports.form.files import form_files
from cx_stories.exports.form.page import allowed_hosts, policy_of_form
from cx_stories.exports.form.programs import FOLDER
from cx_stories.exports.publication import Publication, SiteFile
from cx_stories.mkdocs_plugin.policy import ContentPolicy
from cx_stories.pipeline.form_options import Form
from cx_stories.views.catalogue import catalogue

_PLAIN_NAME = re.compile(r"[\w.-]+", re.ASCII)
_FACTS = ("branch", "base_url", "api_root", "auth_endpoint", "app_id")


def form_of_site(form: Form | None, publication: Publication, config: MkDocsConfig) -> Iterator[SiteFile]:
    """Give the files of the form; none where the site has none.

    Raises:  PluginError if the stories are not where the form could find them
    """
    if form is None:
        return
    languages = publication.library.languages
    told = Told(
        name=publication.name,
        place=place_of(form, config),
        languages=languages,
        vocabularies=publication.library.vocabularies,
        gettext=catalogue(languages[0]).gettext,
    )
    yield from form_files(told, hosts_of(form))


def make_room(files: Files) -> None:
    """See that nothing else stands where the form does.

    Raises:  PluginError
    """
    for file in files:
        if file.dest_uri == f"{FOLDER}.html" or file.dest_uri.startswith(f"{FOLDER}/"):
            said = (
                f"The form stands in {FOLDER}/, where {file.src_uri} is. Rename that, or set `form: false`."
            )
            raise PluginError(said)


def policy_with(policy: ContentPolicy, form: Form | None) -> ContentPolicy:
    """Give what a server may allow all pages of a site, that of the form among them.

    Static hosts put the headers of several rules together, and the narrowest wins: none could allow the form
    more than all others. What a page says of itself stays as narrow as ever.
    """
    if form is None:
        return policy
    own = {
        name: frozenset(found.split()) - {"'none'"} for name, found in policy_of_form(hosts_of(form)).items()
    }
    both = {
        name: policy.sources.get(name, frozenset()) | own.get(name, frozenset())
        for name in _names(policy, own)
    }
    return ContentPolicy({name: _without_sums(found) for name, found in both.items()}, policy.refused)


def form_policy(form: Form | None) -> str:
    """Give the policy of the form's page as a server says it; nothing where there is no form."""
    if form is None:
        return ""
    said = "; ".join(f"{name} {found}" for name, found in policy_of_form(hosts_of(form)).items())
    return f"{said}; frame-ancestors 'none'"


def hosts_of(form: Form) -> tuple[str, ...]:
    """Give whom the form may ask besides the site."""
    return allowed_hosts(form.backend, form.api_root, form.base_url if form.backend != "github" else "")


def _names(policy: ContentPolicy, own: Mapping[str, frozenset[str]]) -> Sequence[str]:
    return tuple(dict.fromkeys((*policy.sources, *own)))


def _without_sums(found: frozenset[str]) -> frozenset[str]:
    """Leave out the sums of styles where all are allowed: beside a sum, a browser allows nothing else."""
    if "'unsafe-inline'" not in found:
        return found
    return frozenset(source for source in found if not source.startswith(("'sha256-", "'nonce-")))


def _backend(form: Form) -> Mapping[str, str]:
    if not form.backend:
        return {}
    facts = {name: getattr(form, name) for name in _FACTS}
    signed = {"auth_type": "pkce"} if form.app_id and form.backend == "gitlab" else {}
    found = {"name": form.backend, "repo": form.repository, **signed, **facts}
    return {name: value for name, value in found.items() if value}


def place_of(form: Form, config: MkDocsConfig) -> Place:
    """Give where the content is, seen from the top of its repository, or else from the configuration."""
    content, beside = Path(config.docs_dir).resolve(), Path(config.config_file_path).resolve().parent
    top = next((folder for folder in (content, *content.parents) if (folder / ".git").exists()), beside)
    if not content.is_relative_to(top):
        said = "The form finds stories only in a folder below that of mkdocs.yml, or in its repository."
        raise PluginError(said)
    inside = content.relative_to(top).as_posix()
    name = top.name if _PLAIN_NAME.fullmatch(top.name) else "stories"
    return Place("" if inside == "." else inside, _backend(form), name)

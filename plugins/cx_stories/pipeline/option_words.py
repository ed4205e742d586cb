"""What may be set below `cx-stories`, in words: the one list of options, and what a guide says of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Option:
    """An option.

    does:     what it does, in sentences
    default:  what holds where it is not set
    example:  lines of YAML, as they stand below `cx-stories`
    below:    what may stand below it, each with what it does
    """

    name: str
    does: str
    default: str
    example: str
    below: Mapping[str, str] = field(default_factory=dict)


OPTIONS = (
    Option(
        "languages",
        "The languages of the site, the default one first. The default language has no code in its addresses "
        "and file names; the others have.",
        "that of the theme, else English",
        "languages: [en, nl]\n",
    ),
    Option(
        "copyright",
        "The line at the foot of every page, by language.",
        "MkDocs's own `copyright`",
        "copyright:\n  en: Our own experiences, told with permission.\n"
        "  nl: Eigen ervaringen, met toestemming verteld.\n",
    ),
    Option(
        "vocabularies",
        "Files that add terms to the lists of elements, channels, sectors and so on, or change them.",
        "the lists of the package",
        "vocabularies: [channels.yml]\n",
    ),
    Option(
        "severities",
        "How bad a finding of a rule is here: `error`, `warning`, `info` or `off`. The rules that keep a "
        "site whole stay as they are.",
        "what each rule says of itself",
        "severities: {CX304: off, CX309: warning}\n",
    ),
    Option(
        "severities_per_path",
        "The same for some files. A pattern is one of `.gitignore`, seen from the content folder; the last "
        "that fits counts.",
        "all files alike",
        "severities_per_path:\n  stories/archive/: {CX301: off}\n",
    ),
    Option(
        "max_warnings",
        "How many warnings pass.",
        "any number in `cx check`, none in a strict build",
        "max_warnings: 20\n",
    ),
    Option(
        "deny_list",
        "A private file with a name on each line that no story may have in it. It must not stand among the "
        "stories, and no message repeats a name of it.",
        "none",
        "deny_list: ../names.txt\n",
    ),
    Option(
        "baseline",
        "The file of findings that the site puts up with, made by `cx check --write-baseline`.",
        "`cx-baseline.json`, if there is one",
        "baseline: known-findings.json\n",
    ),
    Option(
        "history",
        "Whether a story tells on which days it changed. The days come from Git, where the checkout has all "
        "of its history.",
        "yes",
        "history: false\n",
    ),
    Option(
        "feeds",
        "Whether the site has feeds: for all stories, and for each element and series, in every language.",
        "yes, where `site_url` is set",
        "feeds: false\n",
    ),
    Option(
        "exports",
        "Whether the stories and the vocabularies can be taken along as data, with a page that explains the "
        "files.",
        "yes",
        "exports: false\n",
    ),
    Option(
        "texts",
        "Whether each story has a copy in Markdown beside its page, and the site an `llms.txt` that lists "
        "them.",
        "yes",
        "texts: false\n",
    ),
    Option(
        "images",
        "Whether each story has a picture for those who share its address: its title, its lights and its "
        "mask. What is drawn is kept in `.cache/cx-stories`: have your workflow keep that folder too, as "
        "ours do, or every build draws all of them again.",
        "yes, where `site_url` is set",
        "images: false\n",
    ),
    Option(
        "comments",
        "How readers may comment on a story: by mail, or by giscus in the discussions of a repository. "
        "Nothing is loaded from elsewhere before a reader asks for it.",
        "not at all",
        "comments:\n  mail: stories@example.com\n",
        {
            "mail": "The address to which readers write. Either this or `giscus`.",
            "giscus": "Four values that [giscus.app](https://giscus.app) gives: the next ones, below it.",
            "giscus.repo": "The repository with the discussions, such as `acme/stories`.",
            "giscus.repo_id": "Its number, such as `R_kgDOH`.",
            "giscus.category": "The category of the discussions, by its name.",
            "giscus.category_id": "Its number, such as `DIC_kwDOH`.",
        },
    ),
    Option(
        "form",
        "A form for writers in the browser, at `admin/` below the address of the site. It is in the preview "
        "only, unless `publish: true` is said. With `true` it opens the folder of the site, which has to be "
        "the top of a Git repository.",
        "none",
        "form: true\n",
        {
            "backend": "Who keeps the repository: `github`, `gitlab` or `gitea` (Forgejo, too).",
            "repository": "The repository of the stories, such as `acme/stories`.",
            "branch": "The branch that is written to, if it is not the default one.",
            "base_url": "The address at which a writer signs in, if it is not the usual one.",
            "api_root": "The address for programs, of a host of your own.",
            "auth_endpoint": "The path at which a writer signs in there.",
            "app_id": "The name under which the host knows the form.",
            "publish": "Whether it is on the published site, too. It then needs `backend` and `repository`.",
        },
    ),
)

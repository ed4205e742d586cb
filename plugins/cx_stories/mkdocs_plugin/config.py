"""What `mkdocs.yml` may say under `cx-stories`, as far as MkDocs is concerned."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class CxStoriesConfig(base.Config):  # type: ignore[no-untyped-call]
    """The names of the options. What they may hold is known in `pipeline/options.py`, for all doors alike."""

    languages = c.Optional(c.Type(object))
    copyright = c.Optional(c.Type(object))
    vocabularies = c.Optional(c.Type(object))
    severities = c.Optional(c.Type(object))
    severities_per_path = c.Optional(c.Type(object))
    max_warnings = c.Optional(c.Type(object))
    deny_list = c.Optional(c.Type(object))
    baseline = c.Optional(c.Type(object))
    history = c.Optional(c.Type(object))
    feeds = c.Optional(c.Type(object))
    exports = c.Optional(c.Type(object))
    texts = c.Optional(c.Type(object))
    images = c.Optional(c.Type(object))
    comments = c.Optional(c.Type(object))
    form = c.Optional(c.Type(object))

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Keep silent about names that are no option: `pipeline/options.py` answers them with their place."""
        failed, warnings = super().validate()
        return failed, [(name, said) for name, said in warnings if name in self._schema_keys]

"""What a story is: no disk, no YAML, no MkDocs."""

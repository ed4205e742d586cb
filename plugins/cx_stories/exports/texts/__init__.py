"""Stories as plain Markdown, for programs that read."""

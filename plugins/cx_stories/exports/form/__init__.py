"""The form for writers in the browser: a page, what it asks, and the programs it runs."""

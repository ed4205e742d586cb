"""Controlled vocabularies: SKOS-like concept schemes, kept as data."""

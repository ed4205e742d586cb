"""The page of a story, part by part."""

"""The MkDocs door: the only code that knows MkDocs."""

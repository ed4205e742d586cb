"""From the library to pages: plain values, and the templates that print them. Knows no MkDocs."""

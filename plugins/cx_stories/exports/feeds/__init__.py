"""What is new on a site, for programs that look for it: Atom and JSON Feed."""

"""What `cx doctor` looks at: the machine, the site, and its checkout."""

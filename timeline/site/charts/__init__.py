"""Charts: each a Python file that makes it and scripts and style sheets of its name beside it."""

"""Ukrainian: a folder of data, which makes the language readable."""

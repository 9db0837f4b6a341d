"""What happened, and whether: the words that tell of it, what is planned or denied, figures and tolls."""

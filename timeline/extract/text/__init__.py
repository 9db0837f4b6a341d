"""The text as extraction reads it: words and sentences, clauses, and the phrases and word lists of a language."""

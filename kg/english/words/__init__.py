"""The word lists, read by `kg.english.lexicon`: one subject a file."""

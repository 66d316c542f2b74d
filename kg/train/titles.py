"""Words before a person's name that are no part of it."""

from kg.english.lexicon import words

# Titles, and the words that go with them ("former Prime Minister").
TITLES = words("titles.before_names")
BEFORE_NAMES = TITLES | words("titles.beside_titles")

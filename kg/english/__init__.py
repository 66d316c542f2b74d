"""What kg knows of English, apart from any article.

`words/` holds the word lists, `lexicon` loads them. `trees` walks a parse,
`prepositions`, `clauses` and `arguments` read from it what a predicate takes;
`polarity` tells what is negated. `nouns`, `pronouns`, `inflection` and `numbers` know
about words. Where does a verb of saying, a rank or a month stand? In
`words/saying.yaml`, `words/titles.yaml`, `words/calendar.yaml`.
"""

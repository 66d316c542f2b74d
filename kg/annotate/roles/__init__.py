"""Roles: what happens in a sentence, who does it to whom, when, where, and is it so.

`component` asks the model which words are predicates and what the other words of their
sentence are to them, and writes spans; `paths` numbers the ways through a tree between
two words, which the model reads; `propositions` hands the spans out to readers.
"""

"""Syntax: sentences, tags, features, lemmas and trees of Universal Dependencies.

`component` turns the encoder's scores into them, `spanning_trees` finds the best tree
of a sentence, `lemmas` the base form of a word.
"""

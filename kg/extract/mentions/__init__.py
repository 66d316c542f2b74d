"""Mentions: everything in an article that may stand for an entity.

`candidates` gathers names, pronouns and noun phrases; `nominals` finds the phrases
("the foreign minister"), `capitals` tells "in Moscow" from "Moscow said".
"""

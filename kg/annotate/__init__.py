"""Annotation: text to a spaCy Doc with syntax, names, quotations and attributions.

`pipeline` puts the components in order. `encoder` runs the neural network; what it says
of the words becomes sentences, tags and trees in `syntax`, names in `names`, and who
said what in `attribution`. `quotes` marks quotations, and `layout` adds who is quoted
by a transcript, a signature, a headline or a colon. Components write annotation and
decide nothing about the graph.
"""

"""Statements: who said what to whom, of which kind, and what went unsaid.

`statements` makes one of each attribution; `sources` mends who says it, `described`
finds the name in "the lawyer Ada Moss", `addressees` whom it was said to, `unsaid`
whether it was refused or denied. `kinds` tells speech from belief by `kinds.yaml`.
"""

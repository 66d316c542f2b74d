"""Statements: who said what to whom, of which kind, and what went unsaid.

`statements` makes one of each attribution; `sources` mends who says it. `described`
finds the name in "the lawyer Ada Moss", `members` those in "firms such as Acme",
`documents` who issued "the report", `passed_on` whom "Tass quoted ... as saying",
`around` whom "you" means, `authors` whose "I" and "we" a whole text has. `addressees`
are whom it was said to; `occasions`, `meetings` and `sittings` tell the day of what it
was said at; `unsaid` tells whether it was refused or denied, `kinds` speech
from belief by `kinds.yaml`.
"""

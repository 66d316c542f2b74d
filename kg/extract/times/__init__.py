"""Times: dates, and when something was said or happened.

`grammar` finds what may be a time ("9/11", "last Friday"), `context` throws out what is
none in its sentence, `tense` says whether its clause looks back or ahead, `story`
whether the text tells news or history, `events` what "two days after the vote" counts
from. `values` computes the days, seen from a `setting`: with `years` what comes round
each year, with `divisions` the parts of a stretch, with `relative` what counts from
publication or from the story, with `named` feasts and periods, all on `calendar`.
`times` puts them together; `attachment` gives a predicate its time.
"""

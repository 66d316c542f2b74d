"""Times: dates, and when something was said or happened.

`grammar` finds what may be a time ("9/11", "last Friday"), `context` throws out what is
none in its sentence, `tense` says whether its clause looks back or ahead, `values` and
`relative` compute its days with `calendar`, seen from a `setting`. `times` puts them
together; `attachment` gives a predicate its time.
"""

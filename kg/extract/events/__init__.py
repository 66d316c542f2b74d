"""Events: who did what to whom, where and when, in the terms of PLOVER.

`triggers` finds the words that are events by the frames of `plover.yaml` (read by
`frames`), whose conditions `conditions` tests. `roles` and `noun_roles` find who takes
part, `participants` knows who can. `announced` turns the future into promises and
threats, `factuality` tells fact from claim, and `events` puts it together.
"""

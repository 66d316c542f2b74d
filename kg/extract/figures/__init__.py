"""Figures: numbers with their units and what they count.

`amounts` finds numbers in plain text with their bounds ("at least 12"), `units` says
what each counts, `casualties` what happened to people, `figures` puts them together
with whose they are. `units.yaml` holds the words, `unit_names` reads it.
"""

"""Extractors: pure functions from an annotated `Doc` to records.

`article` runs them all over one article and gathers `findings`; each room holds one
phenomenon. `spans` turns tokens into the records that findings are made of.
"""

"""Relations: which names of a sentence are married, employed, born or part of what.

`pairs` lists the pairs of names and pronouns that may stand in a relation, and what the
model reads of each; `component` asks the model and writes spans; `types` names the
relations.
"""

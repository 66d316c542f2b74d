"""Weights of the language model, with their labels and their card."""

# What a package of weights holds, here or in the folder of --model; all of it goes into
# the extractor's name.
FILES = (
    *("encoder.onnx", "pair.onnx", "relation.onnx", "deeds.onnx", "relations.onnx"),
    *("labels.json", "lexicon.json", "standing.json", "vocab.txt"),
)
# What `kg_roles` reads; the pipeline does not run it, so that no record hangs on these.
ROLE_FILES = ("predicates.onnx", "roles.onnx")

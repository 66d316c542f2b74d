"""Weights of the language model, with their labels and their card."""

# What a package of weights holds, here or in the folder of --model; all of it goes into
# the extractor's name.
FILES = (
    *("encoder.onnx", "pair.onnx", "relation.onnx", "labels.json", "lexicon.json"),
    *("vocab.txt", "deeds.onnx", "relations.onnx", "meaning.onnx"),
    *("references.onnx", "standing.json"),
)
# Those that come with the encoder; the others are heads, fitted to it.
ENCODER_FILES = FILES[:6]
# What `kg_roles` reads; the pipeline does not run it, so that no record hangs on these.
ROLE_FILES = ("predicates.onnx", "roles.onnx")

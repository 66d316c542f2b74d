"""The recipe of kg's language model: corpora to weights. Needs the extra `train`."""

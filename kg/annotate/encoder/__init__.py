"""The encoder: a Doc's words in, arrays of scores out, for the components after it.

`wordpieces` reads the words, `windows` cuts them into runs that the network can take,
`component` runs it (an ONNX graph that `weights` opens) and keeps arrays on the Doc.
`viterbi` finds the best labels in such arrays, `arrays` names their types, `meaning`
uses the same network to compare two texts.
"""

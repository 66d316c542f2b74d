"""Attribution: who said, thought or planned what, as the model reads it.

`component` asks the model for each word that may open an attribution and writes spans;
`boundaries` puts their ends right by quotation marks, tags and trees; `asides` fills
the gaps that a content has for no reason. What no verb attributes, `layout` adds.
"""

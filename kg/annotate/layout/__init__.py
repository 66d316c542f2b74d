"""Layout: what the look of an article attributes, without a verb of saying.

`component` puts it all together. First it mends what the model has attributed: `empty`
tells contents that say nothing, `overruns` ends contents that run into the next saying,
`dialogue` parts two quotations side by side. Then it adds what the model does not see:
`transcripts` reads "Q:" and "MR. HOLT:", `labels` tells whom they mean, `interviews`
reads answers that nothing labels;
`signatures` reads a name below or above a quotation, `headlines` "Moss: No talks before
May", `uncued` a quotation after a colon and one that goes on without a verb. `pieces`
holds the two shapes that an attribution has on the way.
"""

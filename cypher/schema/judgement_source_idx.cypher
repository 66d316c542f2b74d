// Find judgements by source
//
// @mode    schema
// @returns nothing
CREATE INDEX judgement_source_idx IF NOT EXISTS
FOR (judgement:Judgement) ON (judgement.source)

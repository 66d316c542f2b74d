// Find judgements by target
//
// @mode    schema
// @returns nothing
CREATE INDEX judgement_target_idx IF NOT EXISTS
FOR (judgement:Judgement) ON (judgement.target)

// One node a key: judgements
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT judgement_key_unique IF NOT EXISTS
FOR (judgement:Judgement) REQUIRE judgement.key IS UNIQUE

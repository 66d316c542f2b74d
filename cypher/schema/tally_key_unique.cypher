// One node a key: what is counted of entities
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT tally_key_unique IF NOT EXISTS
FOR (tally:Tally) REQUIRE tally.key IS UNIQUE

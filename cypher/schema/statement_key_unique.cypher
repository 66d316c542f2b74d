// One node a key: statements
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT statement_key_unique IF NOT EXISTS
FOR (statement:Statement) REQUIRE statement.key IS UNIQUE

// One node a key: names
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT name_key_unique IF NOT EXISTS
FOR (name:Name) REQUIRE name.key IS UNIQUE

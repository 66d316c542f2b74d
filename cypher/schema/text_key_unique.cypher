// One node a key: texts
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT text_key_unique IF NOT EXISTS
FOR (text:Text) REQUIRE text.key IS UNIQUE

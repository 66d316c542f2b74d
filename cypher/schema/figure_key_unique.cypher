// One node a key: figures
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT figure_key_unique IF NOT EXISTS
FOR (figure:Figure) REQUIRE figure.key IS UNIQUE

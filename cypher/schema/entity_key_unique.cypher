// One node a key: entities
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT entity_key_unique IF NOT EXISTS
FOR (entity:Entity) REQUIRE entity.key IS UNIQUE

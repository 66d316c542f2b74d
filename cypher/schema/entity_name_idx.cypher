// Find entities by name
//
// @mode    schema
// @returns nothing
CREATE INDEX entity_name_idx IF NOT EXISTS
FOR (entity:Entity) ON (entity.name)

// Find people by family name
//
// @mode    schema
// @returns nothing
CREATE INDEX entity_familyname_idx IF NOT EXISTS
FOR (entity:Entity) ON (entity.familyName)

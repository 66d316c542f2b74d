// Find bodies by initials
//
// @mode    schema
// @returns nothing
CREATE INDEX entity_initials_idx IF NOT EXISTS
FOR (entity:Entity) ON (entity.initials)

// Aliases and codes of chosen entities
//
// @mode    read
// @param   rows: rows  one map an entity, with its key
// @returns key, name, type, aliases, iso3, wikidata
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})
RETURN
  entity.key AS key,
  entity.name AS name,
  entity.type AS type,
  entity.aliases AS aliases,
  entity.iso3 AS iso3,
  entity.wikidata AS wikidata
ORDER BY key

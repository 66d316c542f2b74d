// Read what entities are called, to count on
//
// Setting the key anew locks the node: a second writer waits here.
//
// @mode    write
// @param   rows: rows  maps of key
// @returns key, type, names
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})
SET entity.key = row.key
RETURN
  entity.key AS key,
  entity.type AS type,
  entity.names AS names

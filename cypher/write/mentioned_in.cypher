// Write which articles mention entities
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (article)<-[edge:MENTIONED_IN]-(entity)
SET edge = row.properties

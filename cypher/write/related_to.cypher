// Write the relations between entities
//
// @mode    write
// @param   rows: rows  maps of start, end, article, from, to, type and properties
// @returns nothing
UNWIND $rows AS row
MATCH (subject:Entity {key: row.start})
MATCH (object:Entity {key: row.end})
MERGE (subject)-[edge:RELATED_TO {
  article: row.article, start: row.from, end: row.to, type: row.type
}]->(object)
SET edge = row.properties

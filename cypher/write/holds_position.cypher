// Write the positions that entities hold
//
// @mode    write
// @param   rows: rows  maps of start, end, article, from, to, title and properties
// @returns nothing
UNWIND $rows AS row
MATCH (holder:Entity {key: row.start})
MATCH (employer:Entity {key: row.end})
MERGE (holder)-[edge:HOLDS_POSITION {
  article: row.article, start: row.from, end: row.to, title: row.title
}]->(employer)
SET edge = row.properties

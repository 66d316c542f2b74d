// Delete the relations that articles tell
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:MENTIONED_IN]-(subject:Entity)
MATCH (subject)-[relation:RELATED_TO {article: row.key}]->(:Entity)
DELETE relation

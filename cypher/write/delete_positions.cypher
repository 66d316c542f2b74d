// Delete the positions that articles report
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:MENTIONED_IN]-(holder:Entity)
MATCH (holder)-[position:HOLDS_POSITION {article: row.key}]->(:Entity)
DELETE position

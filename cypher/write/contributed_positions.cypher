// Read back the positions that articles report
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:MENTIONED_IN]-(holder:Entity)
MATCH (holder)-[edge:HOLDS_POSITION {article: row.key}]->(employer:Entity)
RETURN
  article.key AS article,
  holder.key AS start,
  employer.key AS end,
  properties(edge) AS edge

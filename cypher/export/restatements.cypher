// What the statements of articles restate
//
// @mode    read
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(later:Statement)
MATCH (later)-[edge:RESTATES]->(earlier:Statement)
RETURN
  article.key AS article,
  later.key AS start,
  earlier.key AS end,
  properties(edge) AS edge

// What the statements of articles restate, and what restates them
//
// @mode    read
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(own:Statement)
MATCH (own)-[edge:RESTATES]-(:Statement)
RETURN
  article.key AS article,
  startNode(edge).key AS start,
  endNode(edge).key AS end,
  properties(edge) AS edge

// What the events of articles are the same as
//
// @mode    read
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(own:Event)
MATCH (own)-[edge:SAME_AS]-(:Event)
RETURN
  article.key AS article,
  startNode(edge).key AS start,
  endNode(edge).key AS end,
  properties(edge) AS edge

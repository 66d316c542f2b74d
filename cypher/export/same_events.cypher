// What the events of articles are the same as
//
// @mode    read
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(later:Event)
MATCH (later)-[edge:SAME_AS]->(earlier:Event)
RETURN
  article.key AS article,
  later.key AS start,
  earlier.key AS end,
  properties(edge) AS edge

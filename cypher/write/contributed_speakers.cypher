// Read back who said the statements of articles
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(statement:Statement)
MATCH (statement)<-[edge:SAID]-(speaker:Entity)
RETURN
  article.key AS article,
  speaker.key AS start,
  statement.key AS end,
  properties(edge) AS edge

// Read back the relations that articles tell
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, start, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:MENTIONED_IN]-(subject:Entity)
MATCH (subject)-[edge:RELATED_TO {article: row.key}]->(object:Entity)
RETURN
  article.key AS article,
  subject.key AS start,
  object.key AS end,
  properties(edge) AS edge

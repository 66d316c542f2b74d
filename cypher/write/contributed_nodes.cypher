// Read back the statements, events and figures of articles
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, labels, node, reported
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[reported:REPORTED_IN]-(node)
RETURN
  article.key AS article,
  labels(node) AS labels,
  properties(node) AS node,
  properties(reported) AS reported

// Read back what statements, events and figures point at
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, type, start, labels, end, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(node)-[edge]->(end)
WHERE NOT type(edge) IN ['REPORTED_IN', 'RESTATES', 'SAME_AS']
RETURN
  article.key AS article,
  type(edge) AS type,
  node.key AS start,
  labels(node) AS labels,
  end.key AS end,
  properties(edge) AS edge

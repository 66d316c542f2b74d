// Read back which entities articles mention
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, entity, labels, type, edge
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[edge:MENTIONED_IN]-(entity:Entity)
RETURN
  article.key AS article,
  entity.key AS entity,
  labels(entity) AS labels,
  entity.type AS type,
  properties(edge) AS edge

// Read back which entities articles mention
//
// A person whom the article names by family name alone comes with that judgement.
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, entity, labels, type, edge, alone
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[edge:MENTIONED_IN]-(entity:Entity)
OPTIONAL MATCH (entity)-[alone:NAMED_ALONE_IN]->(article)
RETURN
  article.key AS article,
  entity.key AS entity,
  labels(entity) AS labels,
  entity.type AS type,
  properties(edge) AS edge,
  properties(alone) AS alone

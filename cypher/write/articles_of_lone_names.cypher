// Find the articles in which a name is an entity of its own
//
// @mode    write
// @param   rows: rows  maps of key
// @returns entity, article, published
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})-[:MENTIONED_IN]->(article:Article)
RETURN
  entity.key AS entity,
  article.key AS article,
  article.published AS published

// Find the articles in which a family name alone was judged to mean these people
//
// @mode    write
// @param   rows: rows  maps of key
// @returns entity, article, published
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})-[:NAMED_ALONE_IN]->(article:Article)
RETURN
  entity.key AS entity,
  article.key AS article,
  article.published AS published

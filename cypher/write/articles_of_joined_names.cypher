// Find the articles in which another name was judged to mean these entities
//
// @mode    write
// @param   rows: rows  maps of key
// @returns entity, article, published
UNWIND $rows AS row
MATCH (:Entity {key: row.key})-[alone:NAMED_ALONE_IN]->(article:Article)
RETURN
  alone.entity AS entity,
  article.key AS article,
  article.published AS published

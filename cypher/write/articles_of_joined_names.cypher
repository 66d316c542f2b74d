// Find the articles in which a family name alone was judged to mean these people
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, published
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})-[:NAMED_ALONE_IN]->(article:Article)
RETURN article.key AS article, article.published AS published

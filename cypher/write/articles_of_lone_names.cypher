// Find the articles in which a family name alone is a person of its own
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, published
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})-[:MENTIONED_IN]->(article:Article)
RETURN article.key AS article, article.published AS published

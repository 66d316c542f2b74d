// Which entity is in which article
//
// @mode    read
// @returns key, article
MATCH (entity:Entity)-[:MENTIONED_IN]->(article:Article)
RETURN entity.key AS key, article.key AS article

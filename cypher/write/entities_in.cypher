// Find which entities articles mention
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, entities
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:MENTIONED_IN]-(entity:Entity)
RETURN article.key AS article, collect(entity.key) AS entities

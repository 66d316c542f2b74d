// Articles that mention entities
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key
UNWIND $rows AS row
MATCH (:Entity {key: row.key})-[:MENTIONED_IN]->(article:Article)
RETURN DISTINCT article.key AS key

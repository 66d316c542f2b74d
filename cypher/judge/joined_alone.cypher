// Articles whose names were taken for these entities
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key
UNWIND $rows AS row
MATCH (:Entity {key: row.key})-[:NAMED_ALONE_IN]->(article:Article)
RETURN DISTINCT article.key AS key

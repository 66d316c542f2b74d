// Articles whose lone family names were taken for somebody
//
// @mode    read
// @param   rows: rows  maps of name and family: the lone name's entity and its family
// @returns key
UNWIND $rows AS row
MATCH (person:Entity {familyName: row.family})-[alone:NAMED_ALONE_IN]->(article:Article)
WHERE alone.entity = row.name
RETURN DISTINCT article.key AS key

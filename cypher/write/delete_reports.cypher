// Delete the statements, events and figures of articles
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:REPORTED_IN]-(node)
DETACH DELETE node

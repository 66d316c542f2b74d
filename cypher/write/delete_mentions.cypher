// Delete which entities articles mention
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[mention:MENTIONED_IN]-(:Entity)
DELETE mention

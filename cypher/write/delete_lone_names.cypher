// Delete in which articles a family name alone means a person
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[judgement:NAMED_ALONE_IN]-(:Entity)
DELETE judgement

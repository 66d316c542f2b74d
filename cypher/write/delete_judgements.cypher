// Delete judgements
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (judgement:Judgement {key: row.key})
DELETE judgement

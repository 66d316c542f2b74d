// Write judgements
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MERGE (judgement:Judgement {key: row.key})
SET judgement = row.properties

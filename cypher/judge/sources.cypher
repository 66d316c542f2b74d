// Judgements whose sources have these names
//
// @mode    read
// @param   rows: rows  maps of name
// @returns judgement
UNWIND $rows AS row
MATCH (judgement:Judgement {source: row.name})
RETURN properties(judgement) AS judgement

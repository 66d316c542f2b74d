// Judgements whose targets have these names
//
// @mode    read
// @param   rows: rows  maps of name
// @returns judgement
UNWIND $rows AS row
MATCH (judgement:Judgement {target: row.name})
RETURN properties(judgement) AS judgement

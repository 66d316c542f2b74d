// Find whom names in articles were judged to mean
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, person, alone
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[alone:NAMED_ALONE_IN]-(person:Entity)
RETURN
  article.key AS article,
  person.key AS person,
  properties(alone) AS alone

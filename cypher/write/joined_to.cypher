// Find what the statements and events of articles are joined to
//
// @mode    write
// @param   rows: rows  maps of key
// @returns label, key
UNWIND $rows AS row
MATCH (:Article {key: row.key})<-[:REPORTED_IN]-(own)-[:RESTATES|SAME_AS]-(other)
RETURN DISTINCT
  CASE WHEN other:Statement THEN "Statement" ELSE "Event" END AS label,
  other.key AS key

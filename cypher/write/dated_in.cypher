// Find the statements and events of articles
//
// @mode    write
// @param   rows: rows  maps of key
// @returns label, key
UNWIND $rows AS row
MATCH (:Article {key: row.key})<-[:REPORTED_IN]-(fact)
WHERE fact:Statement OR fact:Event
RETURN
  CASE WHEN fact:Statement THEN "Statement" ELSE "Event" END AS label,
  fact.key AS key

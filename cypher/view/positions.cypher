// Offices that join two chosen entities, with the sentences that say so
//
// @mode    read
// @param   rows: rows  one map an entity, with its key
// @returns holder, institution, title, status, since, until, article, start, evidence
UNWIND $rows AS row
MATCH (holder:Entity {key: row.key})-[office:HOLDS_POSITION]->(institution:Entity)
RETURN
  {key: holder.key, name: holder.name} AS holder,
  {key: institution.key, name: institution.name} AS institution,
  office.title AS title,
  office.status AS status,
  office.since AS since,
  office.until AS until,
  office.article AS article,
  office.start AS start,
  office.evidence AS evidence
ORDER BY article, start, title

// Who holds which office of whom, and how many articles say so
//
// @mode    read
// @returns source, target, title, count
MATCH (holder:Entity)-[office:HOLDS_POSITION]->(institution:Entity)
RETURN
  holder.key AS source,
  institution.key AS target,
  office.title AS title,
  count(DISTINCT office.article) AS count
ORDER BY source, target, title

// Read when events happened, as each article tells it, and the day that is kept
//
// @mode    write
// @param   rows: rows  maps of key
// @returns key, told, published, kept, others
UNWIND $rows AS row
MATCH (event:Event {key: row.key})-[:REPORTED_IN]->(article:Article)
RETURN
  event.key AS key,
  {key: event.key, from: event.from, to: event.to} AS told,
  article.published AS published,
  {day: event.day, dayTo: event.dayTo, dayBasis: event.dayBasis} AS kept,
  COLLECT {
    MATCH (event)-[:SAME_AS]-(other:Event)
    RETURN {key: other.key, from: other.from, to: other.to} AS told
  } AS others

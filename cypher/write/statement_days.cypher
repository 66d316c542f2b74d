// Read when statements were made, as each article tells it, and the day that is kept
//
// @mode    write
// @param   rows: rows  maps of key
// @returns key, told, published, kept, others
UNWIND $rows AS row
MATCH (statement:Statement {key: row.key})-[:REPORTED_IN]->(article:Article)
RETURN
  statement.key AS key,
  {
    key: statement.key,
    from: statement.saidFrom,
    to: statement.saidTo,
    text: statement.saidText,
    basis: statement.saidBasis
  } AS told,
  article.published AS published,
  {
    day: statement.day,
    dayTo: statement.dayTo,
    dayText: statement.dayText,
    dayBasis: statement.dayBasis
  } AS kept,
  COLLECT {
    MATCH (statement)-[:RESTATES]-(other:Statement)
    RETURN {
      key: other.key,
      from: other.saidFrom,
      to: other.saidTo,
      text: other.saidText,
      basis: other.saidBasis
    } AS told
  } AS others

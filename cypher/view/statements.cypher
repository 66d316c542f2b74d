// Chosen statements, with the sentences they stand in
//
// @mode    read
// @param   rows: rows  one map a statement, with its key
// @returns key, form, cue, negated, day, dayTo, dayText, dayBasis, said_by, speakers, about, addressees, restates, article, start, evidence, sourceStart, sourceEnd, cueStart, cueEnd, contentStarts, contentEnds
UNWIND $rows AS row
MATCH (statement:Statement {key: row.key})-[report:REPORTED_IN]->(article:Article)
RETURN
  statement.key AS key,
  statement.form AS form,
  statement.cue AS cue,
  statement.negated AS negated,
  statement.day AS day,
  statement.dayTo AS dayTo,
  statement.dayText AS dayText,
  statement.dayBasis AS dayBasis,
  statement.source AS said_by,
  COLLECT {
    MATCH (speaker:Entity)-[:SAID]->(statement)
    RETURN {key: speaker.key, name: speaker.name}
  } AS speakers,
  COLLECT {
    MATCH (statement)-[:ABOUT]->(subject:Entity)
    RETURN {key: subject.key, name: subject.name}
  } AS about,
  COLLECT {
    MATCH (statement)-[:ADDRESSED_TO]->(hearer:Entity)
    RETURN {key: hearer.key, name: hearer.name}
  } AS addressees,
  COLLECT {
    MATCH (statement)-[:RESTATES]-(other:Statement)
    RETURN other.key
  } AS restates,
  article.key AS article,
  report.start AS start,
  report.evidence AS evidence,
  report.sourceStart AS sourceStart,
  report.sourceEnd AS sourceEnd,
  report.cueStart AS cueStart,
  report.cueEnd AS cueEnd,
  report.contentStarts AS contentStarts,
  report.contentEnds AS contentEnds
ORDER BY article, start, key

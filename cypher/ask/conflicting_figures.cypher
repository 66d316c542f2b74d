// Different figures for the same thing, side by side
//
// Numbers of the same unit for the same entity, where the articles give more than one
// value. A figure outside any statement has no speaker: the article itself gives it.
//
// @question Where do articles or speakers give different numbers for the same thing?
// @example  :params {of: "North Korea"}
// @mode    read
// @param   of: name = null  whose things are counted; any alias
// @param   unit: string = null  what is counted, such as troop or dollar
// @param   from: date = null  published on that day or later
// @param   to: date = null  published on that day or earlier
// @param   limit: integer = 50  how many figures
// @returns of, unit, value, bound, text, speaker, cue, negated, said, saidBasis, article, published, source, evidence, key
// @shows   of, unit, value, bound, speaker, cue, said, text, article, key
// @start of
MATCH (:Name {key: toLower($start)})-[:NAMES]->(entity:Entity)
// @start
MATCH (entity:Entity)
WHERE EXISTS { MATCH (:Figure)-[:OF]->(entity) }
// @then entity
MATCH (entity)<-[:OF]-(figure:Figure)
WHERE figure.value IS NOT NULL
  AND ($of IS NULL OR toLower($of) IN entity.names)
  AND ($unit IS NULL OR toLower(figure.unit) = toLower($unit))
MATCH (figure)-[reported:REPORTED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH
  entity,
  figure.unit AS unit,
  count(DISTINCT figure.value) AS values,
  collect({figure: figure, reported: reported, article: article}) AS reports
WHERE values > 1
UNWIND reports AS report
WITH
  entity,
  unit,
  report.figure AS figure,
  report.reported AS reported,
  report.article AS article
OPTIONAL MATCH (figure)<-[:GIVES]-(statement:Statement)
OPTIONAL MATCH (statement)<-[:SAID]-(speaker:Entity)
WITH entity, unit, figure, reported, article, statement, speaker
ORDER BY speaker.name
WITH entity, unit, figure, reported, article, statement, collect(speaker.name) AS speakers
RETURN
  entity.name AS of,
  unit,
  figure.value AS value,
  figure.bound AS bound,
  figure.text AS text,
  CASE
    WHEN speakers = [] THEN statement.source
    ELSE reduce(joined = head(speakers), name IN tail(speakers) | joined + ", " + name)
  END AS speaker,
  statement.cue AS cue,
  coalesce(statement.negated, false) AS negated,
  coalesce(statement.saidFrom, article.published) AS said,
  coalesce(statement.saidBasis, "article") AS saidBasis,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  reported.evidence AS evidence,
  figure.key AS key
ORDER BY of, entity.key, unit, value, published, article, reported.start, key
LIMIT toInteger($limit)

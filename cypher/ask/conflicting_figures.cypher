// Different figures for one thing, side by side
//
// Numbers compare where they are of one unit and thing ("people killed", "people who
// march", "aid loan"), of one owner, place or happening, and of the same days; "at
// least 10" and "14" agree, and what counts some alone ("including four") compares with
// nothing. A bare "seat" or "mile" needs an owner. In two articles they need
// an owner or place in common; without a day of its own a figure counts under its
// article's, and three days apart is near enough. Standing is "conflict" where both are
// told on one day, else "earlier" and "update": tolls rise. A figure outside any
// statement has no speaker: the article itself gives it.
//
// @question Where do articles or speakers give different numbers for the same thing?
// @example  :params {of: "North Korea"}
// @mode    read
// @param   of: name = null  whose things are counted, or where; any alias
// @param   unit: string = null  what is counted, such as troops, killed or USD
// @param   from: date = null  published on that day or later
// @param   to: date = null  published on that day or earlier
// @param   limit: integer = 50  how many figures
// @returns standing, of, place, counted, unit, value, bound, rivals, text, happened, happenedTo, happenedBasis, speaker, cue, negated, said, saidBasis, article, published, source, evidence, key
// @shows   standing, of, place, value, text, speaker, cue, said, article, key
// @start of
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:OF|COUNTED_IN]-(own:Figure)
WITH collect(DISTINCT own) AS owned
CALL (owned) {
  UNWIND owned AS figure
  RETURN figure, 1 AS isAsked
  UNION ALL
  UNWIND owned AS each
  MATCH (each)-[:OF|COUNTED_IN]->(shared:Entity)
  WITH shared, collect(DISTINCT each.unit) AS units
  MATCH (shared)<-[:OF|COUNTED_IN]-(figure:Figure)
  WHERE figure.unit IN units
  RETURN figure, 0 AS isAsked
  UNION ALL
  UNWIND owned AS each
  MATCH (each)-[:REPORTED_IN]->(shared:Article)
  WITH shared, collect(DISTINCT each.unit) AS units
  MATCH (shared)<-[:REPORTED_IN]-(figure:Figure)
  WHERE figure.unit IN units
  RETURN figure, 0 AS isAsked
}
WITH figure, max(isAsked) = 1 AS isAsked
// @start
MATCH (figure:Figure)
WITH figure, $of IS NULL OR EXISTS {
  MATCH (figure)-[:OF|COUNTED_IN]->(named:Entity)
  WHERE toLower($of) IN named.names
} AS isAsked
// @then figure, isAsked
WITH figure, isAsked
WHERE figure.value IS NOT NULL
  // Of what the percent are, no graph tells.
  AND figure.unit <> "percent"
  AND figure.part IS NULL
  AND ($unit IS NULL OR toLower(figure.unit) = toLower($unit))
WITH
  figure.unit AS unit,
  coalesce(figure.counted, "") AS counted,
  coalesce(figure.deed, "") AS deed,
  collect({figure: figure, isAsked: isAsked}) AS alike,
  min(figure.value) AS least,
  max(figure.value) AS most
WHERE least < most
UNWIND alike AS each
WITH unit, counted, deed, each.figure AS figure, each.isAsked AS isAsked
MATCH (figure)-[reported:REPORTED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH
  unit,
  counted,
  deed,
  figure,
  isAsked,
  reported,
  article,
  head(COLLECT { MATCH (figure)-[:OF]->(owner:Entity) RETURN owner.key }) AS of,
  head(COLLECT { MATCH (figure)-[:COUNTED_IN]->(at:Entity) RETURN at.key }) AS at
WHERE of IS NOT NULL OR deed <> "" OR counted CONTAINS " "
// Figures of one happening have one place, but whose things they are may be enough.
// What has neither compares within its article.
WITH
  unit,
  counted,
  deed,
  coalesce(of, at, article.key) AS common,
  of IS NULL AS isUnowned,
  collect({
    figure: figure,
    isAsked: isAsked,
    reported: reported,
    article: article,
    at: at
  }) AS alike
WHERE size(alike) > 1
UNWIND alike AS first
UNWIND alike AS second
WITH
  first.figure AS figure,
  first.reported AS reported,
  first.article AS article,
  second.figure AS rival,
  second.reported AS told,
  second.article AS teller,
  isUnowned,
  first,
  second
WHERE first.isAsked
  AND figure.value <> rival.value
  AND (isUnowned OR first.at = second.at OR first.at IS NULL OR second.at IS NULL)
  AND CASE
    WHEN figure.dayBasis = "stated" AND rival.dayBasis = "stated" THEN
      figure.day = rival.day AND figure.dayTo = rival.dayTo
    WHEN teller.key = article.key THEN
      NOT isUnowned OR coalesce(figure.dayBasis, "") = coalesce(rival.dayBasis, "")
    ELSE
      coalesce(abs(duration.inDays(
        coalesce(figure.dayTo, article.published),
        coalesce(rival.dayTo, teller.published)
      ).days), 0) <= 3
  END
  AND CASE
    WHEN "about" IN [figure.bound, rival.bound]
      AND abs(figure.value - rival.value) * 20 <= figure.value + rival.value THEN false
    WHEN rival.value > figure.value THEN figure.bound <> "min" AND rival.bound <> "max"
    ELSE figure.bound <> "max" AND rival.bound <> "min"
  END
WITH
  figure,
  reported,
  article,
  rival,
  told,
  teller,
  head(COLLECT { MATCH (figure)<-[:GIVES]-(said:Statement) RETURN said.key }) AS inOne,
  head(COLLECT { MATCH (rival)<-[:GIVES]-(said:Statement) RETURN said.key }) AS inOther,
  head(COLLECT { MATCH (figure)<-[:GIVES]-(said:Statement) RETURN said.day }) AS saidOne,
  head(COLLECT { MATCH (rival)<-[:GIVES]-(said:Statement) RETURN said.day }) AS saidOther,
  coalesce(figure.former, false) AS isFormer,
  coalesce(rival.former, false) AS wasFormer
// One sentence counts different things, unless two say it or it tells of a change.
WHERE teller.key <> article.key
  OR told.start <> reported.start
  OR isFormer
  OR wasFormer
  OR inOne <> inOther
WITH
  figure,
  reported,
  article,
  rival,
  CASE
    WHEN isFormer AND NOT wasFormer THEN "earlier"
    WHEN wasFormer AND NOT isFormer THEN "update"
    WHEN coalesce(saidOne, article.published) < coalesce(saidOther, teller.published)
      THEN "earlier"
    WHEN coalesce(saidOne, article.published) > coalesce(saidOther, teller.published)
      THEN "update"
    ELSE "conflict"
  END AS standing
ORDER BY rival.value, rival.key
WITH
  figure,
  reported,
  article,
  collect(standing) AS standings,
  collect(DISTINCT rival.text) AS rivals
OPTIONAL MATCH (figure)<-[:GIVES]-(statement:Statement)
OPTIONAL MATCH (statement)<-[:SAID]-(speaker:Entity)
WITH figure, reported, article, standings, rivals, statement, speaker
ORDER BY speaker.name
WITH
  figure,
  reported,
  article,
  standings,
  rivals,
  statement,
  collect(speaker.name) AS speakers
RETURN
  CASE
    WHEN "conflict" IN standings THEN "conflict"
    WHEN "earlier" IN standings THEN "earlier"
    ELSE "update"
  END AS standing,
  head(COLLECT { MATCH (figure)-[:OF]->(owner:Entity) RETURN owner.name }) AS of,
  head(COLLECT { MATCH (figure)-[:COUNTED_IN]->(at:Entity) RETURN at.name }) AS place,
  figure.counted AS counted,
  figure.unit AS unit,
  figure.value AS value,
  figure.bound AS bound,
  rivals,
  figure.text AS text,
  coalesce(figure.day, article.published) AS happened,
  coalesce(figure.dayTo, article.published) AS happenedTo,
  coalesce(figure.dayBasis, "article") AS happenedBasis,
  CASE
    WHEN speakers = [] THEN statement.source
    ELSE reduce(joined = head(speakers), name IN tail(speakers) | joined + ", " + name)
  END AS speaker,
  statement.cue AS cue,
  coalesce(statement.negated, false) AS negated,
  coalesce(statement.day, article.published) AS said,
  coalesce(statement.dayBasis, "article") AS saidBasis,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  reported.evidence AS evidence,
  figure.key AS key
ORDER BY of, place, counted, unit, published, article, happened, said, value, reported.start, key
LIMIT toInteger($limit)

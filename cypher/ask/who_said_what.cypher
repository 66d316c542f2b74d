// Who said what about whom, and when
//
// A joint statement is one row. Negated is true where the article says that it was not
// said; a table then has "not:" before the cue. saidBasis tells what the day rests on:
// stated with the statement, that of its occasion (the same talk or visit), that which
// an other article tells of the same utterance, or only the article's, which stands for
// "on or before": a table then has "reported" before the day.
//
// @question Who said what about whom, to whom and when?
// @example  :params {speaker: "Choe Son Hui", about: "Russia", from: "2024-11-01"}
// @mode    read
// @param   speaker: name = null  whose statements; any alias
// @param   about: name = null  what the statement is about
// @param   addressee: name = null  to whom it was said
// @param   from: date = null  said on that day or later
// @param   to: date = null  said on that day or earlier
// @param   article: string = null  key, id or title of the article
// @param   kind: string = null  speech alone, or beliefs, intentions and so on
// @values  kind: speech, denial, belief, intention, feeling, stance, finding
// @param   limit: integer = 50  how many statements, the latest first
// @returns speaker, kind, certainty, negated, cue, content, about, addressees, said, saidTo, saidText, saidBasis, article, published, source, key
// @shows   said, speaker, cue, content, about, addressees, article, key
// @start article
MATCH (found:Article)
WHERE $start IN [found.key, found.title]
  OR $start IN found.ids
WITH found
MATCH (found)<-[:REPORTED_IN]-(statement:Statement)
WITH statement
// @start speaker
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)-[:SAID]->(statement:Statement)
WITH DISTINCT statement
// @start about
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ABOUT]-(statement:Statement)
WITH DISTINCT statement
// @start addressee
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ADDRESSED_TO]-(statement:Statement)
WITH DISTINCT statement
// @start
CALL () {
  MATCH (told:Statement)
  WHERE told.day IS NOT NULL
    AND ($kind IS NULL OR told.kind = $kind)
    AND ($from IS NULL OR told.dayTo >= date($from))
    AND ($to IS NULL OR told.day <= date($to))
  WITH told.day AS day
  ORDER BY day DESC
  LIMIT toInteger($limit)
  RETURN collect(DISTINCT day) AS days, count(*) AS found
}
CALL (days, found) {
  UNWIND days AS day
  MATCH (statement:Statement {day: day})
  RETURN statement
  UNION ALL
  WITH found
  WHERE found < coalesce(toInteger($limit), found + 1)
  MATCH (statement:Statement)
  WHERE statement.day IS NULL
  RETURN statement
}
WITH statement
// @then statement
WITH statement
WHERE ($kind IS NULL OR statement.kind = $kind)
  AND ($from IS NULL OR statement.dayTo >= date($from))
  AND ($to IS NULL OR statement.day <= date($to))
MATCH (statement)-[reported:REPORTED_IN]->(article:Article)
WHERE ($speaker IS NULL OR EXISTS {
      MATCH (statement)<-[:SAID]-(speaker:Entity)
      WHERE toLower($speaker) IN speaker.names
    })
  AND ($about IS NULL OR EXISTS {
      MATCH (statement)-[:ABOUT]->(subject:Entity)
      WHERE toLower($about) IN subject.names
    })
  AND ($addressee IS NULL OR EXISTS {
      MATCH (statement)-[:ADDRESSED_TO]->(addressee:Entity)
      WHERE toLower($addressee) IN addressee.names
    })
  AND (
    $article IS NULL
    OR $article IN [article.key, article.title]
    OR $article IN article.ids
  )
WITH statement, reported, article
ORDER BY
  statement.day IS NULL,
  statement.day DESC,
  coalesce(article.title, article.id),
  reported.start,
  statement.key
LIMIT toInteger($limit)
WITH
  statement,
  reported,
  article,
  COLLECT {
    MATCH (statement)<-[:SAID]-(speaker:Entity)
    RETURN speaker.name AS name
    ORDER BY name
  } AS speakers,
  COLLECT {
    MATCH (statement)-[:ABOUT]->(subject:Entity)
    RETURN subject.name AS name
    ORDER BY name
  } AS about,
  COLLECT {
    MATCH (statement)-[:ADDRESSED_TO]->(addressee:Entity)
    RETURN addressee.name AS name
    ORDER BY name
  } AS addressees
RETURN
  CASE
    WHEN speakers = [] THEN statement.source
    ELSE reduce(joined = head(speakers), name IN tail(speakers) | joined + ", " + name)
  END AS speaker,
  statement.kind AS kind,
  statement.certainty AS certainty,
  statement.negated AS negated,
  statement.cue AS cue,
  statement.text AS content,
  about,
  addressees,
  statement.day AS said,
  statement.dayTo AS saidTo,
  statement.dayText AS saidText,
  statement.dayBasis AS saidBasis,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  statement.key AS key
ORDER BY said IS NULL, said DESC, article, reported.start, key
LIMIT toInteger($limit)

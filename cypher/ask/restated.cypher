// The same statement in several articles, wording beside wording
//
// A row is two reports of one utterance. Score and reason say why kg holds them to be
// one.
//
// @question Which statements do several articles report, and in what words?
// @example  :params {speaker: "Choe Son Hui"}
// @mode    read
// @param   speaker: name = null  whose statements; any alias
// @param   about: name = null  what the statement is about
// @param   from: date = null  said on that day or later
// @param   to: date = null  said on that day or earlier
// @param   limit: integer = 50  how many pairs, the latest first
// @returns speaker, negated, cue, content, about, addressees, said, saidTo, saidBasis, article, published, source, otherSpeaker, otherNegated, otherCue, otherContent, otherArticle, otherPublished, otherSource, score, reason, key, otherKey
// @shows   speaker, cue, content, otherContent, otherCue, said, article, otherArticle, score, key, otherKey
// @start speaker
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)-[:SAID]->(statement:Statement)
WITH DISTINCT statement
// @start about
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ABOUT]-(statement:Statement)
WITH DISTINCT statement
// @start
MATCH (:Statement)-[:RESTATES]->(statement:Statement)
WITH DISTINCT statement
// @then statement
MATCH (statement)<-[restates:RESTATES]-(other:Statement)
MATCH (statement)-[:REPORTED_IN]->(article:Article)
MATCH (other)-[:REPORTED_IN]->(otherArticle:Article)
WHERE ($speaker IS NULL OR EXISTS {
      MATCH (statement)<-[:SAID]-(speaker:Entity)
      WHERE toLower($speaker) IN speaker.names
    })
  AND ($about IS NULL OR EXISTS {
      MATCH (statement)-[:ABOUT]->(subject:Entity)
      WHERE toLower($about) IN subject.names
    })
WITH
  statement,
  other,
  restates,
  article,
  otherArticle,
  COLLECT {
    MATCH (statement)<-[:SAID]-(speaker:Entity)
    RETURN speaker.name AS name
    ORDER BY name
  } AS speakers,
  COLLECT {
    MATCH (other)<-[:SAID]-(speaker:Entity)
    RETURN speaker.name AS name
    ORDER BY name
  } AS otherSpeakers,
  COLLECT {
    MATCH (statement)-[:ABOUT]->(subject:Entity)
    RETURN subject.name AS name
    ORDER BY name
  } AS about,
  COLLECT {
    MATCH (statement)-[:ADDRESSED_TO]->(addressee:Entity)
    RETURN addressee.name AS name
    ORDER BY name
  } AS addressees,
  statement.day AS said,
  statement.dayTo AS saidTo
WHERE ($from IS NULL OR saidTo >= date($from))
  AND ($to IS NULL OR said <= date($to))
RETURN
  CASE
    WHEN speakers = [] THEN statement.source
    ELSE reduce(joined = head(speakers), name IN tail(speakers) | joined + ", " + name)
  END AS speaker,
  statement.negated AS negated,
  statement.cue AS cue,
  statement.text AS content,
  about,
  addressees,
  said,
  saidTo,
  coalesce(statement.dayBasis, "article") AS saidBasis,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  CASE
    WHEN otherSpeakers = [] THEN other.source
    ELSE reduce(
      joined = head(otherSpeakers), name IN tail(otherSpeakers) | joined + ", " + name
    )
  END AS otherSpeaker,
  other.negated AS otherNegated,
  other.cue AS otherCue,
  other.text AS otherContent,
  coalesce(otherArticle.title, otherArticle.id) AS otherArticle,
  otherArticle.published AS otherPublished,
  otherArticle.source AS otherSource,
  restates.score AS score,
  restates.reason AS reason,
  statement.key AS key,
  other.key AS otherKey
ORDER BY said IS NULL, said DESC, key, otherKey
LIMIT toInteger($limit)

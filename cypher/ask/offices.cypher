// Who holds which office
//
// One row a person, title and employer, with the articles that say so. The status
// ("former", "acting", "elect") is that of the latest one; an office may have been held
// from the day "since" at the earliest to the day "until" at the latest.
//
// @question Who holds which office, and according to which articles?
// @example  :params {of: "North Korea"}
// @mode    read
// @param   person: name = null  who holds it; any alias
// @param   of: name = null  the state or organisation; any alias
// @param   title: string = null  words of the title
// @param   limit: integer = 100  how many offices
// @returns person, title, of, status, since, until, articles, firstPublished, lastPublished, evidence, key
// @shows   person, title, of, status, since, until, articles, firstPublished, lastPublished
// @start person
MATCH (:Name {key: toLower($start)})-[:NAMES]->(person:Entity)
MATCH (person)-[office:HOLDS_POSITION]->(employer:Entity)
// @start of
MATCH (:Name {key: toLower($start)})-[:NAMES]->(employer:Entity)
MATCH (person:Entity)-[office:HOLDS_POSITION]->(employer)
// @start
MATCH (person:Entity)-[office:HOLDS_POSITION]->(employer:Entity)
// @then person, office, employer
WITH person, office, employer
WHERE ($person IS NULL OR toLower($person) IN person.names)
  AND ($of IS NULL OR toLower($of) IN employer.names)
  AND ($title IS NULL OR toLower(office.title) CONTAINS toLower($title))
OPTIONAL MATCH (article:Article {key: office.article})
WITH
  person,
  office,
  employer,
  article,
  CASE
    WHEN office.title STARTS WITH "former " THEN substring(office.title, 7)
    WHEN office.title STARTS WITH "then " THEN substring(office.title, 5)
    ELSE office.title
  END AS held
ORDER BY article.published, office.article, office.start
WITH
  person,
  employer,
  toLower(held) AS folded,
  head(collect(held)) AS title,
  last(collect(coalesce(office.status, ""))) AS status,
  min(office.since) AS since,
  max(office.until) AS until,
  count(DISTINCT office.article) AS articles,
  min(article.published) AS firstPublished,
  max(article.published) AS lastPublished,
  head(collect(office.evidence)) AS evidence
RETURN
  person.name AS person,
  title,
  employer.name AS of,
  CASE status WHEN "" THEN NULL ELSE status END AS status,
  since,
  until,
  articles,
  firstPublished,
  lastPublished,
  evidence,
  person.key AS key
ORDER BY person, title, of, key, employer.key
LIMIT toInteger($limit)

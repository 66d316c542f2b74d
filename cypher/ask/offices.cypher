// Who holds which office
//
// One row a person, title and employer, with the articles that say so.
//
// @question Who holds which office, and according to which articles?
// @example  :params {of: "North Korea"}
// @mode    read
// @param   person: name = null  who holds it; any alias
// @param   of: name = null  the state or organisation; any alias
// @param   title: string = null  words of the title
// @param   limit: integer = 100  how many offices
// @returns person, title, of, articles, firstPublished, lastPublished, evidence, key
// @shows   person, title, of, articles, firstPublished, lastPublished
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
WITH person, office, employer, article
ORDER BY article.published, office.article, office.start
WITH
  person,
  employer,
  toLower(office.title) AS folded,
  head(collect(office.title)) AS title,
  count(DISTINCT office.article) AS articles,
  min(article.published) AS firstPublished,
  max(article.published) AS lastPublished,
  head(collect(office.evidence)) AS evidence
RETURN
  person.name AS person,
  title,
  employer.name AS of,
  articles,
  firstPublished,
  lastPublished,
  evidence,
  person.key AS key
ORDER BY person, title, of, key, employer.key
LIMIT toInteger($limit)

// Whom a name was judged to mean
//
// One row an article and name. An article that names a person by family name alone is
// joined to the person whom the articles of the months around it name in full; initials
// and other forms of a full name are joined to what most articles call it.
//
// @question Which names were taken for whom, and how surely?
// @example  :params {person: "Lavrov"}
// @mode    read
// @param   person: name = null  whom the name was taken for; any alias
// @param   article: string = null  key, id or title of the article
// @param   limit: integer = 100  how many judgements, the least sure first
// @returns name, person, score, reason, article, published, source, entity, key, articleKey
// @shows   name, person, score, reason, article, published
// @start person
MATCH (:Name {key: toLower($start)})-[:NAMES]->(person:Entity)
WITH DISTINCT person
// @start
MATCH (person:Person)
// @then person
MATCH (person)-[judgement:NAMED_ALONE_IN]->(article:Article)
WHERE ($person IS NULL OR toLower($person) IN person.names)
  AND (
    $article IS NULL
    OR $article IN [article.key, article.title]
    OR $article IN article.ids
  )
MATCH (article)<-[mention:MENTIONED_IN]-(person)
RETURN
  mention.name AS name,
  person.name AS person,
  judgement.score AS score,
  judgement.reason AS reason,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  judgement.entity AS entity,
  person.key AS key,
  article.key AS articleKey
ORDER BY score, name, articleKey
LIMIT toInteger($limit)

// The people, states, organisations and places in the graph
//
// Searched by any part of any name; the most mentioned first.
//
// @question Who and what is in the graph, and under which names?
// @example  :params {name: "choe", type: "Person"}
// @mode    read
// @param   name: string = null  part of a name or alias
// @param   type: string = null  only of this type
// @values  type: Person, State, Organization, Location, Group, Weapon, Other
// @param   limit: integer = 50  how many
// @returns name, type, aliases, iso3, wikidata, articles, mentions, statements, key
// @shows   name, type, aliases, articles, mentions, statements
MATCH (entity:Entity)
WHERE ($type IS NULL OR toLower(entity.type) = toLower($type))
  AND (
    $name IS NULL
    OR any(known IN entity.names WHERE known CONTAINS toLower($name))
    OR any(alias IN entity.aliases WHERE toLower(alias) CONTAINS toLower($name))
  )
OPTIONAL MATCH (entity)-[mention:MENTIONED_IN]->(article:Article)
WITH entity, count(article) AS articles, coalesce(sum(mention.count), 0) AS mentions
WITH entity, articles, mentions
ORDER BY mentions DESC, entity.name, entity.key
LIMIT toInteger($limit)
RETURN
  entity.name AS name,
  entity.type AS type,
  entity.aliases AS aliases,
  entity.iso3 AS iso3,
  entity.wikidata AS wikidata,
  articles,
  mentions,
  COUNT { (entity)-[:SAID]->(:Statement) } AS statements,
  entity.key AS key
ORDER BY mentions DESC, name, key
LIMIT toInteger($limit)

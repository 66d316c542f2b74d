// Picture: how two are connected
//
// The shortest paths over what was said and done, offices and relations, as a graph.
//
// @example :params {who: "Choe Son Hui", with: "United States"}
// @mode    read
// @param   who: name  where the paths start; any alias
// @param   with: name  where they end; any alias
// @param   limit: integer = 25  how many paths
// @returns path
MATCH (:Name {key: toLower($who)})-[:NAMES]->(one:Entity)
MATCH (:Name {key: toLower($with)})-[:NAMES]->(other:Entity)
WHERE one <> other
MATCH path = allShortestPaths(
  (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..6]-(other)
)
WITH path, [node IN nodes(path) | node.key] AS keys
ORDER BY length(path), keys
LIMIT toInteger($limit)
RETURN path

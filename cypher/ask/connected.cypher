// How two are connected: the shortest paths between them
//
// Over what was said and done, offices held and other relations; being named in the
// same article is no connection here (co_mentions has that). Each hop reads left to
// right. Nearly everybody serves or speaks of a state: a path leads through states only
// where that is asked. A pattern's bound is no parameter: each number of hops has its
// own.
//
// @question How are two people, states or organisations connected?
// @example  :params {who: "Choe Son Hui", with: "United States"}
// @mode    read
// @param   who: name  where the paths start; any alias
// @param   with: name  where they end; any alias
// @param   throughStates: flag = false  also over states in between
// @param   hops: integer = 4  the longest path, at most 4, through states 6
// @param   limit: integer = 10  how many paths
// @returns hops, path, keys
// @shows   hops, path, keys
MATCH (:Name {key: toLower($who)})-[:NAMES]->(one:Entity)
MATCH (:Name {key: toLower($with)})-[:NAMES]->(other:Entity)
WHERE one <> other
CALL (one, other) {
  WITH one, other
  WHERE NOT $throughStates
  CALL (one, other) {
    WITH one, other
    WHERE $hops >= 1
    MATCH path = (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(other)
    RETURN collect(path) AS by1
  }
  CALL (one, other, by1) {
    WITH one, other, by1
    WHERE $hops >= 2 AND by1 = []
    MATCH path = (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(first)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(other)
    WHERE NOT first:State
    RETURN collect(path) AS by2
  }
  CALL (one, other, by1, by2) {
    WITH one, other, by1, by2
    WHERE $hops >= 3 AND by1 = [] AND by2 = []
    MATCH path = (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(first)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(second)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(other)
    WHERE NOT first:State AND NOT second:State
    RETURN collect(path) AS by3
  }
  CALL (one, other, by1, by2, by3) {
    WITH one, other, by1, by2, by3
    WHERE $hops >= 4 AND by1 = [] AND by2 = [] AND by3 = []
    MATCH path = (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(first)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(second)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(third)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(other)
    WHERE NOT first:State AND NOT second:State AND NOT third:State
    RETURN collect(path) AS by4
  }
  UNWIND by1 + by2 + by3 + by4 AS path
  RETURN path
  UNION ALL
  WITH one, other
  WHERE $throughStates AND $hops = 1
  MATCH path = allShortestPaths(
    (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..1]-(other)
  )
  RETURN path
  UNION ALL
  WITH one, other
  WHERE $throughStates AND $hops = 2
  MATCH path = allShortestPaths(
    (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..2]-(other)
  )
  RETURN path
  UNION ALL
  WITH one, other
  WHERE $throughStates AND $hops = 3
  MATCH path = allShortestPaths(
    (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..3]-(other)
  )
  RETURN path
  UNION ALL
  WITH one, other
  WHERE $throughStates AND $hops = 4
  MATCH path = allShortestPaths(
    (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..4]-(other)
  )
  RETURN path
  UNION ALL
  WITH one, other
  WHERE $throughStates AND $hops = 5
  MATCH path = allShortestPaths(
    (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..5]-(other)
  )
  RETURN path
  UNION ALL
  WITH one, other
  WHERE $throughStates AND $hops >= 6
  MATCH path = allShortestPaths(
    (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF*..6]-(other)
  )
  RETURN path
}
WITH
  length(path) AS hops,
  [node IN nodes(path) | node.key] AS keys,
  [node IN nodes(path) | coalesce(
    node.name,
    CASE WHEN node:Event THEN "[" + node.type + ": " + node.trigger + "]" END,
    "[" + node.text + "]"
  )] AS names,
  [edge IN relationships(path) | coalesce(edge.type, type(edge))] AS types,
  [index IN range(0, length(path) - 1) | CASE
    WHEN startNode(relationships(path)[index]) = nodes(path)[index]
    THEN [" -", "-> "]
    ELSE [" <-", "- "]
  END] AS arrows
WITH
  hops,
  reduce(
    read = head(names), index IN range(0, hops - 1) |
    read + arrows[index][0] + types[index] + arrows[index][1] + names[index + 1]
  ) AS path,
  keys
ORDER BY hops, path, keys
// The same words in two articles are one path.
WITH hops, path, head(collect(keys)) AS keys
RETURN hops, path, keys
ORDER BY hops, path, keys
LIMIT toInteger($limit)

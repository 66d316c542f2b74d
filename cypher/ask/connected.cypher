// How two are connected: the shortest paths between them
//
// Over what was said and done, offices held and other relations; being named in the
// same article is no connection here (co_mentions has that). Each hop reads left to
// right. Nearly everybody serves or speaks of a state: a path leads through states only
// where that is asked. Both ends are followed by half of the hops, and where they meet
// a path has its middle; of many, those come first whose middle has the fewest links.
//
// @question How are two people, states or organisations connected?
// @example  :params {who: "Choe Son Hui", with: "United States"}
// @mode    read
// @param   who: name  where the paths start; any alias
// @param   with: name  where they end; any alias
// @param   throughStates: flag = false  also over states in between
// @param   hops: integer = 4  the longest path, at most 4
// @param   limit: integer = 10  how many paths
// @returns hops, path, keys
// @shows   hops, path, keys
MATCH (:Name {key: toLower($who)})-[:NAMES]->(one:Entity)
MATCH (:Name {key: toLower($with)})-[:NAMES]->(other:Entity)
WHERE one <> other
CALL (one, other) {
  MATCH (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  WHERE middle = other OR $throughStates OR NOT middle:State
  RETURN DISTINCT middle, 1 AS left, null AS right
  UNION ALL
  WITH one
  WHERE $hops >= 3
  MATCH (one)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(next)
  WHERE $throughStates OR NOT next:State
  WITH DISTINCT next
  MATCH (next)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  WHERE $throughStates OR NOT middle:State
  RETURN DISTINCT middle, 2 AS left, null AS right
  UNION ALL
  RETURN other AS middle, null AS left, 0 AS right
  UNION ALL
  WITH other
  WHERE $hops >= 2
  MATCH (other)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  WHERE $throughStates OR NOT middle:State
  RETURN DISTINCT middle, null AS left, 1 AS right
  UNION ALL
  WITH other
  WHERE $hops >= 4
  MATCH (other)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(next)
  WHERE $throughStates OR NOT next:State
  WITH DISTINCT next
  MATCH (next)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  WHERE $throughStates OR NOT middle:State
  RETURN DISTINCT middle, null AS left, 2 AS right
}
// A path of three hops has its middle nearer to its end.
WITH one, other, middle, min(left) AS left, min(right) AS right
WHERE left - right IN [0, 1]
WITH
  one,
  other,
  middle,
  left,
  right,
  coalesce(middle.name, middle.trigger, middle.text) AS words,
  COUNT { (middle)--() } AS links
ORDER BY left + right, links, words, middle.key
// The same words in two articles are one path.
WITH one, other, left, right, links, words, head(collect(middle)) AS middle
WITH one, other, left, right, collect({middle: middle, links: links}) AS met
ORDER BY left + right
WITH one, other, head(collect({left: left, right: right, met: met})) AS first
UNWIND first.met[..coalesce(toInteger($limit), size(first.met))] AS each
WITH
  one,
  other,
  first.left AS left,
  first.right AS right,
  each.middle AS middle,
  each.links AS links
CALL (one, middle, left) {
  WITH one, middle, left
  WHERE left = 1
  MATCH (one)-[edge:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  RETURN [one] AS before, [edge] AS to
  UNION ALL
  WITH one, middle, left
  WHERE left = 2
  MATCH (middle)-[far:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(next)
  WHERE $throughStates OR NOT next:State
  MATCH (next)-[near:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(one)
  WITH
    one,
    next,
    near,
    far,
    coalesce(next.name, next.trigger, next.text) AS words,
    [coalesce(near.type, type(near)), coalesce(far.type, type(far))] AS types
  ORDER BY words, types, next.key
  WITH one, words, types, head(collect([next, near, far])) AS half
  ORDER BY words, types
  LIMIT toInteger($limit)
  RETURN [one, half[0]] AS before, [half[1], half[2]] AS to
}
CALL (other, middle, right) {
  WITH right
  WHERE right = 0
  RETURN [] AS after, [] AS from
  UNION ALL
  WITH other, middle, right
  WHERE right = 1
  MATCH (other)-[edge:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  RETURN [other] AS after, [edge] AS from
  UNION ALL
  WITH other, middle, right
  WHERE right = 2
  MATCH (middle)-[far:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(next)
  WHERE $throughStates OR NOT next:State
  MATCH (next)-[near:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(other)
  WITH
    other,
    next,
    near,
    far,
    coalesce(next.name, next.trigger, next.text) AS words,
    [coalesce(near.type, type(near)), coalesce(far.type, type(far))] AS types
  ORDER BY words, types, next.key
  WITH other, words, types, head(collect([next, near, far])) AS half
  ORDER BY words, types
  LIMIT toInteger($limit)
  RETURN [half[0], other] AS after, [half[2], half[1]] AS from
}
WITH links, before + [middle] + after AS nodes, to + from AS edges
WITH
  links,
  size(edges) AS hops,
  [node IN nodes | node.key] AS keys,
  [node IN nodes | coalesce(
    node.name,
    CASE WHEN node:Event THEN "[" + node.type + ": " + node.trigger + "]" END,
    "[" + node.text + "]"
  )] AS names,
  [edge IN edges | coalesce(edge.type, type(edge))] AS types,
  [index IN range(0, size(edges) - 1) | CASE
    WHEN startNode(edges[index]) = nodes[index] THEN [" -", "-> "]
    ELSE [" <-", "- "]
  END] AS arrows
WITH
  links,
  hops,
  reduce(
    read = head(names), index IN range(0, hops - 1) |
    read + arrows[index][0] + types[index] + arrows[index][1] + names[index + 1]
  ) AS path,
  keys
ORDER BY hops, path, links, keys
WITH hops, path, head(collect(links)) AS links, head(collect(keys)) AS keys
RETURN hops, path, keys
ORDER BY hops, links, path, keys
LIMIT toInteger($limit)

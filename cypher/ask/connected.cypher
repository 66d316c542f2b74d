// How two are connected: the shortest paths between them
//
// Over what was said and done, offices held and other relations; being named in the
// same article is no connection here (co_mentions has that). Each hop reads left to
// right. Nearly everybody serves or speaks of a state: a path leads through states only
// where that is asked. Both ends are followed by half of the hops, and where they meet
// a path has its middle; of many, those come first whose middle has the fewest links. Of
// several who bear a name, those count who are connected by the fewest hops.
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
WITH DISTINCT one
WITH one, COUNT { (one)--() } AS links
WITH collect(one) AS ones, sum(links) AS links
MATCH (:Name {key: toLower($with)})-[:NAMES]->(other:Entity)
WITH DISTINCT ones, links, other
WITH ones, links, other, COUNT { (other)--() } AS otherLinks
WITH ones, links, collect(other) AS others, sum(otherLinks) AS otherLinks
// All who bear a name are followed together, and first those who have less to follow.
WITH ones, others, links <= otherLinks AS onward
WITH
  ones,
  others,
  onward,
  CASE WHEN onward THEN ones ELSE others END AS fewer,
  CASE WHEN onward THEN others ELSE ones END AS more
CALL (ones, others, onward, fewer, more) {
  UNWIND fewer AS near
  MATCH (near)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(far)
  WHERE far IN more AND far <> near
  WITH DISTINCT onward, near, far
  RETURN
    CASE WHEN onward THEN near ELSE far END AS one,
    CASE WHEN onward THEN far ELSE near END AS other,
    CASE WHEN onward THEN far ELSE near END AS middle,
    1 AS left,
    0 AS right
  UNION ALL
  WITH onward, fewer, more
  WHERE $hops >= 2
  UNWIND fewer AS near
  MATCH (near)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(middle)
  WHERE $throughStates OR NOT middle:State
  WITH DISTINCT onward, more, near, middle
  MATCH (middle)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(far)
  WHERE far IN more AND far <> near
  WITH DISTINCT onward, near, middle, far
  RETURN
    CASE WHEN onward THEN near ELSE far END AS one,
    CASE WHEN onward THEN far ELSE near END AS other,
    middle,
    1 AS left,
    1 AS right
  UNION ALL
  WITH ones, others
  WHERE $hops >= 3
  CALL (ones, others) {
    UNWIND ones AS near
    MATCH (near)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(next)
    WHERE $throughStates OR NOT next:State
    WITH DISTINCT near, next
    MATCH (next)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(middle)
    WHERE $throughStates OR NOT middle:State
    RETURN DISTINCT middle, near, 2 AS left, null AS right
    UNION ALL
    WITH others
    UNWIND others AS near
    MATCH (near)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(middle)
    WHERE $throughStates OR NOT middle:State
    RETURN DISTINCT middle, near, null AS left, 1 AS right
    UNION ALL
    WITH others
    WHERE $hops >= 4
    UNWIND others AS near
    MATCH (near)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(next)
    WHERE $throughStates OR NOT next:State
    WITH DISTINCT near, next
    MATCH (next)-[:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(middle)
    WHERE $throughStates OR NOT middle:State
    RETURN DISTINCT middle, near, null AS left, 2 AS right
  }
  WITH
    middle,
    collect(CASE WHEN left IS NOT NULL THEN near END) AS starts,
    collect(CASE WHEN right IS NOT NULL THEN [near, right] END) AS ends
  WHERE size(starts) > 0 AND size(ends) > 0
  UNWIND starts AS one
  UNWIND ends AS second
  WITH one, second[0] AS other, middle, second[1] AS right
  WHERE one <> other
  RETURN one, other, middle, 2 AS left, min(right) AS right
}
WITH one, other, left, right, collect(middle) AS met
WITH
  collect({one: one, other: other, left: left, right: right, met: met}) AS pairs,
  min(left + right) AS hops
UNWIND [each IN pairs WHERE each.left + each.right = hops] AS each
UNWIND each.met AS middle
WITH
  each.one AS one,
  each.other AS other,
  each.left AS left,
  each.right AS right,
  middle,
  coalesce(middle.name, middle.trigger, middle.text) AS words,
  COUNT { (middle)--() } AS links
ORDER BY links, words, middle.key
// The same words in two articles are one path.
WITH one, other, left, right, links, words, head(collect(middle)) AS middle
WITH one, other, left, right, collect({middle: middle, links: links}) AS met
WITH one, other, left, right, met[..coalesce(toInteger($limit), size(met))] AS chosen
WITH
  one,
  other,
  left,
  right,
  chosen,
  reduce(links = 0, each IN chosen | links + each.links) AS links
CALL (one, left, chosen, links) {
  UNWIND chosen AS each
  WITH one, left, each.middle AS middle
  WHERE left = 1
  MATCH (middle)-[edge:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(one)
  RETURN middle, [one] AS nodes, [edge] AS edges
  UNION ALL
  WITH one, left, chosen, links
  WHERE left = 2
  CALL (one, chosen, links) {
    UNWIND chosen AS each
    WITH one, links, each.middle AS middle
    WHERE links <= COUNT { (one)--() }
    MATCH (middle)-[far:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(next)
    WHERE $throughStates OR NOT next:State
    MATCH (next)-[near:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(one)
    RETURN middle, next, near, far
    UNION ALL
    WITH one, links, [each IN chosen | each.middle] AS middles
    WHERE links > COUNT { (one)--() }
    MATCH (one)-[near:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(next)
    WHERE $throughStates OR NOT next:State
    MATCH (next)-[far:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(middle)
    WHERE middle IN middles
    RETURN middle, next, near, far
  }
  WITH
    one,
    middle,
    next,
    near,
    far,
    coalesce(next.name, next.trigger, next.text) AS words,
    [coalesce(near.type, type(near)), coalesce(far.type, type(far))] AS types
  ORDER BY words, types, next.key
  WITH one, middle, words, types, head(collect([next, near, far])) AS half
  ORDER BY words, types
  WITH one, middle, collect(half) AS halves
  UNWIND halves[..coalesce(toInteger($limit), size(halves))] AS half
  RETURN middle, [one, half[0]] AS nodes, [half[1], half[2]] AS edges
}
WITH
  one,
  other,
  right,
  chosen,
  links,
  collect({middle: middle, nodes: nodes, edges: edges}) AS before
CALL (other, right, chosen, links) {
  UNWIND chosen AS each
  WITH right, each.middle AS middle
  WHERE right = 0
  RETURN middle, [] AS nodes, [] AS edges
  UNION ALL
  WITH other, right, chosen, links
  UNWIND chosen AS each
  WITH other, right, each.middle AS middle
  WHERE right = 1
  MATCH (middle)-[edge:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
    -(other)
  RETURN middle, [other] AS nodes, [edge] AS edges
  UNION ALL
  WITH other, right, chosen, links
  WHERE right = 2
  CALL (other, chosen, links) {
    UNWIND chosen AS each
    WITH other, links, each.middle AS middle
    WHERE links <= COUNT { (other)--() }
    MATCH (middle)-[far:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(next)
    WHERE $throughStates OR NOT next:State
    MATCH (next)-[near:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(other)
    RETURN middle, next, near, far
    UNION ALL
    WITH other, links, [each IN chosen | each.middle] AS middles
    WHERE links > COUNT { (other)--() }
    MATCH (other)-[near:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(next)
    WHERE $throughStates OR NOT next:State
    MATCH (next)-[far:SAID|ABOUT|ADDRESSED_TO|ASSERTS|RESTATES|ACTOR|RECIPIENT|TOOK_PLACE_IN|HOLDS_POSITION|RELATED_TO|GIVES|OF]
      -(middle)
    WHERE middle IN middles
    RETURN middle, next, near, far
  }
  WITH
    other,
    middle,
    next,
    near,
    far,
    coalesce(next.name, next.trigger, next.text) AS words,
    [coalesce(near.type, type(near)), coalesce(far.type, type(far))] AS types
  ORDER BY words, types, next.key
  WITH other, middle, words, types, head(collect([next, near, far])) AS half
  ORDER BY words, types
  WITH other, middle, collect(half) AS halves
  UNWIND halves[..coalesce(toInteger($limit), size(halves))] AS half
  RETURN middle, [half[0], other] AS nodes, [half[2], half[1]] AS edges
}
UNWIND [each IN before WHERE each.middle = middle] AS first
UNWIND [each IN chosen WHERE each.middle = middle] AS second
WITH
  second.links AS links,
  first.nodes + [middle] + nodes AS nodes,
  first.edges + edges AS edges
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

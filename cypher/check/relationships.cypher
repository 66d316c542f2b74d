// How many relationships there are of each type, between which labels
//
// @mode    read
// @returns start, type, end, count
MATCH (start)-[edge]->(end)
RETURN
  labels(start) AS start,
  type(edge) AS type,
  labels(end) AS end,
  count(*) AS count

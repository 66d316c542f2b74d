// How many nodes there are of each set of labels, and how many of them have a key
//
// @mode    read
// @returns labels, count, keys
MATCH (node)
RETURN labels(node) AS labels, count(*) AS count, count(node.key) AS keys

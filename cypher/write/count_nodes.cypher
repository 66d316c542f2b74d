// Count nodes by label
//
// @mode    read
// @returns name, count
MATCH (node)
UNWIND labels(node) AS name
RETURN name, count(*) AS count
ORDER BY name

// Statements, events and figures that no article reports
//
// @mode    read
// @returns labels, key
MATCH (node)
WHERE (node:Statement OR node:Event OR node:Figure)
  AND NOT (node)-[:REPORTED_IN]->(:Article)
RETURN labels(node) AS labels, node.key AS key
ORDER BY key

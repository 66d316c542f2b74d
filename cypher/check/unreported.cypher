// Statements, events, figures and texts that are of no article
//
// @mode    read
// @returns labels, key
MATCH (node)
WHERE (node:Statement OR node:Event OR node:Figure)
  AND NOT (node)-[:REPORTED_IN]->(:Article)
  OR node:Text AND NOT (node)-[:TEXT_OF]->(:Article)
RETURN labels(node) AS labels, node.key AS key
ORDER BY key

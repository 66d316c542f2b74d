// Count relationships by type
//
// @mode    read
// @returns name, count
MATCH ()-[edge]->()
RETURN type(edge) AS name, count(*) AS count
ORDER BY name

// Which entity holds which office
//
// @mode    read
// @returns key, title, employer
MATCH (holder:Entity)-[position:HOLDS_POSITION]->(employer:Entity)
RETURN DISTINCT
  holder.key AS key,
  position.title AS title,
  employer.key AS employer

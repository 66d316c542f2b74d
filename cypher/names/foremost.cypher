// The two who are quoted most
//
// Whom a saved script of the Neo4j Browser asks about until a name is filled in.
//
// @mode    read
// @returns foremost
MATCH (speaker:Entity)-[:SAID]->(:Statement)
WITH speaker, count(*) AS statements
ORDER BY statements DESC, speaker.name, speaker.key
LIMIT 2
RETURN collect(speaker.name) AS foremost

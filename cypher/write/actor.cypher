// Write who acts in events
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (event:Event {key: row.start})
MATCH (actor:Entity {key: row.end})
MERGE (event)-[:ACTOR]->(actor)

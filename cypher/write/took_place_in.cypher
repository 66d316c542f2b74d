// Write where events took place
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (event:Event {key: row.start})
MATCH (place:Entity {key: row.end})
MERGE (event)-[:TOOK_PLACE_IN]->(place)

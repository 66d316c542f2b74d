// Find events by type
//
// @mode    schema
// @returns nothing
CREATE INDEX event_type_idx IF NOT EXISTS
FOR (event:Event) ON (event.type)

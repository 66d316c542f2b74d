// Find events by day
//
// @mode    schema
// @returns nothing
CREATE INDEX event_from_idx IF NOT EXISTS
FOR (event:Event) ON (event.from)

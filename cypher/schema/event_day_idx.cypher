// Find events by the day that they count under
//
// @mode    schema
// @returns nothing
CREATE INDEX event_day_idx IF NOT EXISTS
FOR (event:Event) ON (event.day)

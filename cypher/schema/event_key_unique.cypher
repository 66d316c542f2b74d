// One node a key: events
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT event_key_unique IF NOT EXISTS
FOR (event:Event) REQUIRE event.key IS UNIQUE

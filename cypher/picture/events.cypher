// Picture: who did what to whom
//
// Events with those who acted, those they acted on and the places, as a graph.
//
// @example :params {type: "CONSULT"}
// @mode    read
// @param   type: string = null  only events of this type, such as CONSULT or ACCUSE
// @param   limit: integer = 40  how many events
// @returns event, actors, recipients, places
MATCH (event:Event)
WHERE event.type = toUpper($type) OR $type IS NULL AND event.type <> "OTHER"
WITH event
ORDER BY event.day IS NULL, event.day DESC, event.key
LIMIT toInteger($limit)
RETURN
  event,
  [actor = (event)-[:ACTOR]->(:Entity) | actor] AS actors,
  [recipient = (event)-[:RECIPIENT]->(:Entity) | recipient] AS recipients,
  [place = (event)-[:TOOK_PLACE_IN]->(:Entity) | place] AS places

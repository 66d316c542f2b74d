// Who made statements about whom, and how many
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements do not count
// @param   to: date = null    ISO day; later statements do not count
// @returns source, target, count
MATCH (speaker:Entity)-[:SAID]->(statement:Statement)-[:ABOUT]->(subject:Entity)
WHERE ($from IS NULL OR statement.dayTo >= date($from))
  AND ($to IS NULL OR statement.day <= date($to))
RETURN
  speaker.key AS source,
  subject.key AS target,
  count(DISTINCT statement) AS count
ORDER BY source, target

// Picture: what somebody said, and about whom
//
// Speaker, statements, what they are about and to whom they were said, as a graph.
//
// @example :params {name: "Choe Son Hui"}
// @mode    read
// @param   name: name  whose statements; any alias
// @param   limit: integer = 25  how many statements
// @returns statement, speaking, subjects, listeners
MATCH (:Name {key: toLower($name)})-[:NAMES]->(speaker:Entity)
MATCH speaking = (speaker)-[:SAID]->(statement:Statement)
WITH statement, collect(speaking) AS speaking
ORDER BY statement.day IS NULL, statement.day DESC, statement.key
LIMIT toInteger($limit)
RETURN
  statement,
  speaking,
  [subject = (statement)-[:ABOUT]->(:Entity) | subject] AS subjects,
  [listener = (statement)-[:ADDRESSED_TO]->(:Entity) | listener] AS listeners

// Every text that is searched: of articles and of statements
//
// @mode    read
// @returns key, text
MATCH (text:Text)
RETURN text.key AS key, text.text AS text
UNION ALL
MATCH (statement:Statement)
RETURN statement.key AS key, statement.text AS text

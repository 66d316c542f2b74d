// Whom which statement is about
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements are left out
// @param   to: date = null    ISO day; later statements are left out
// @returns entity, statement
MATCH (subject:Entity)<-[:ABOUT]-(statement:Statement)
WHERE ($from IS NULL OR statement.dayTo >= date($from))
  AND ($to IS NULL OR statement.day <= date($to))
RETURN subject.key AS entity, statement.key AS statement

// When statements were made
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements are left out
// @param   to: date = null    ISO day; later statements are left out
// @returns key, day, dayTo, dayBasis
MATCH (statement:Statement)
WHERE ($from IS NULL OR statement.dayTo >= date($from))
  AND ($to IS NULL OR statement.day <= date($to))
RETURN
  statement.key AS key,
  statement.day AS day,
  statement.dayTo AS dayTo,
  statement.dayBasis AS dayBasis

// The text of an article, where it is kept
//
// @mode    read
// @param   article: string  the article's key
// @returns text
MATCH (:Article {key: $article})<-[:TEXT_OF]-(text:Text)
RETURN text.text AS text

// The texts of articles and of statements in which words occur, by the index
//
// @mode    read
// @param   words: string  in the language of Lucene
// @returns key
CALL db.index.fulltext.queryNodes("text_full", $words) YIELD node
RETURN node.key AS key
ORDER BY key

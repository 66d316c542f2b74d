// Whether anything was judged
//
// @mode    read
// @returns key
MATCH (judgement:Judgement)
RETURN judgement.key AS key
LIMIT 1

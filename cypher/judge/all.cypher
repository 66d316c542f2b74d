// Every judgement, in the order in which they were made
//
// @mode    read
// @returns judgement
MATCH (judgement:Judgement)
RETURN properties(judgement) AS judgement
ORDER BY judgement.time, judgement.key

// Names as they are looked up, where nothing else folds them
//
// What kg.folding.fold does, in Cypher: for the Neo4j Browser.
//
// @mode    read
// @param   texts: rows  names as they are typed
// @returns folded
WITH [text IN $texts | reduce(
  plain = toLower(text),
  letter IN [
    ["ł", "l"], ["ø", "o"], ["đ", "d"], ["ð", "d"], ["ħ", "h"], ["ə", "a"], ["ı", "i"],
    ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["þ", "th"]
  ] |
  replace(plain, letter[0], letter[1])
)] AS texts
WITH [text IN texts | reduce(
  kept = "",
  sign IN split(normalize(text, NFKD), "") |
  kept + CASE
    WHEN sign =~ "[\\p{L}\\p{N}]" THEN sign
    WHEN sign =~ "[-‐‑–—/_\\s]" THEN " "
    ELSE ""
  END
)] AS texts
WITH [text IN texts | [word IN split(text, " ") WHERE word <> "" | CASE
  WHEN word =~ "m[ou]c?hamm?[ae]d|mehmed" THEN "mohammed"
  WHEN word =~ ".*[a-z]{2}(iy|yy|ij|ii|yi|yj)" THEN left(word, size(word) - 2) + "y"
  WHEN word =~ ".*[aeiou]yev" THEN left(word, size(word) - 3) + "ev"
  WHEN word =~ ".*[aeiou]yeva" THEN left(word, size(word) - 4) + "eva"
  WHEN word =~ ".*[aeiou]yenko" THEN left(word, size(word) - 5) + "enko"
  WHEN word =~ ".*[a-z]{2}ei" THEN left(word, size(word) - 1) + "y"
  WHEN word =~ ".*[a-z]{2}ri" THEN left(word, size(word) - 1) + "y"
  ELSE word
END]] AS names
RETURN [words IN names | reduce(
  folded = head(words),
  word IN tail(words) |
  folded + " " + word
)] AS folded

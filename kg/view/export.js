// What a reader takes along: the picture, the statements listed, a quotation, an address.

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-family", "paint-order"];

function save(name, blob) {
  const link = make("a", {href: URL.createObjectURL(blob), download: name});
  link.click();
  get("share").open = false;
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function fileName(ending) {
  const parts = [state.person, state.about].filter((at) => at !== null).map((at) => entities[at].name);
  return `${["who-said-what", ...parts, state.from, state.to].filter(Boolean).join(" ").replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.${ending}`;
}

// The picture by itself: what the style sheet says of each part is written into it.
function pictureText() {
  const drawing = get("drawing");
  const own = drawing.cloneNode(true);
  const parts = [drawing, ...drawing.querySelectorAll("*")];
  [own, ...own.querySelectorAll("*")].forEach((part, index) => {
    const style = getComputedStyle(parts[index]);
    for (const name of STYLES) if (part.tagName !== "tspan" && part.tagName !== "title") part.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "style"]) part.removeAttribute(name);
  });
  const [width, height] = [drawing.getAttribute("width"), drawing.getAttribute("height")].map(Number);
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({width, height, fill: getComputedStyle(get("stage")).backgroundColor})) ground.setAttribute(name, value);
  own.prepend(ground);
  return {text: new XMLSerializer().serializeToString(own), width, height};
}

function saveSvg() {
  save(fileName("svg"), new Blob([pictureText().text], {type: "image/svg+xml"}));
}

async function savePng() {
  const {text, width, height} = pictureText();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = make("canvas", {width: width * 2, height: height * 2});
  canvas.getContext("2d").drawImage(image, 0, 0, width * 2, height * 2);
  canvas.toBlob((blob) => save(fileName("png"), blob), "image/png");
}

function partOf(card, wanted) {
  return card.marks.filter(([part]) => part === wanted).map(([, text]) => text).join(" … ");
}

function sentenceOf(card) {
  return card.marks.map(([, text]) => text).join("");
}

function plainNames(ends) {
  return ends.map((end) => (typeof end === "number" ? entities[end].name : end)).join("; ");
}

// A spreadsheet runs a cell that begins so; an apostrophe before it keeps it text.
function harmless(value) {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function csvRow(card) {
  const article = contents.articles[card.article];
  const row = {
    speaker: plainNames(card.speakers) || card.source, cue: card.cue, about: plainNames(card.about), addressee: plainNames(card.to),
    said: partOf(card, "content"), not_said: card.negated ? "yes" : "", form: card.form,
    from: card.from, to: card.until, day: card.basis === "article" ? "reported" : card.basis || "none", sentence: sentenceOf(card),
    article: article.id, title: article.title, source: article.source, published: article.date, url: article.url, key: card.key,
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, harmless(value)]));
}

function saveCsv() {
  const text = d3.csvFormat(listedNow().map(csvRow));
  save(fileName("csv"), new Blob(["\ufeff", text, "\n"], {type: "text/csv"}));
}

// “We will stand by them” — Choe Son Hui, 1 Nov 2024. In: A visit, Wire, 2 Nov 2024, https://…
function citation(card) {
  const article = contents.articles[card.article];
  const direct = card.form === "direct" && partOf(card, "content");
  const words = (direct || sentenceOf(card)).trim().replaceAll(/^["“”]+|["“”]+$/g, "");
  const who = plainNames(card.speakers) || card.source || "Unnamed source";
  const where = [article.title, article.source, article.date ? day(article.date) : "undated", article.url].filter(Boolean).join(", ");
  return `“${words}” — ${who}${direct ? "" : " (as reported)"}${card.negated ? " (not said)" : ""}, ${period(card)}. In: ${where}`;
}

async function copy(text, from) {
  try {
    await navigator.clipboard.writeText(text);
    const before = from.textContent;
    from.textContent = "Copied";
    setTimeout(() => { from.textContent = before; }, 1500);
  } catch (error) {
    // A frame without the right, or a page not served safely: the reader copies by hand.
    if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
    get("by-hand").querySelector("textarea").value = text;
    get("by-hand").showModal();
    get("by-hand").querySelector("textarea").select();
  }
}

function addressOf(isEmbedded) {
  const words = new URLSearchParams(address());
  if (isEmbedded) words.set("embed", "1");
  else words.delete("embed");
  return `${location.href.split("#")[0]}#${words}`;
}

get("copy-link").addEventListener("click", (event) => copy(addressOf(false), event.currentTarget));
get("copy-embed").addEventListener("click", (event) => {
  const frame = make("iframe", {src: addressOf(true), width: "100%", height: 600, loading: "lazy", title: document.title, style: "border:0"});
  copy(frame.outerHTML, event.currentTarget);
});
get("save-svg").addEventListener("click", saveSvg);
get("save-png").addEventListener("click", savePng);
get("save-csv").addEventListener("click", saveCsv);

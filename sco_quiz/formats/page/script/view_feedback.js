// What a view says beside its question: the verdict, what is right, why others are wrong, and where the answer is.

// The region whose texts screen readers announce: what a choice has changed, then the verdict. It is there before them.
function addStatus(card) {
  var status = add(card.root, "div", "status", "");
  status.setAttribute("role", "status");
  status.dir = "auto";
  card.spoken = add(status, "span", "spoken", "");
  add(status, "div", "verdict", "").hidden = true;
}

function addHtml(parent, className, html) {
  var element = add(parent, "div", className, "");
  element.dir = "auto";
  element.innerHTML = html;
  return element;
}

// Where the page has no words in the language of its bank, text of the bank says its own.
var CONTENT =
  ".context, .stem, .choices .text, .given, .corrected, .plain, .explanation, .feedback li, " +
  ".beyond > :not(.lead), .cite, .paragraph, .meant, .gap-note, .verdict .note";

function nameLanguage(element) {
  if (PAGE.contentLang) element.lang = PAGE.contentLang;
}

function nameLanguages(root, data) {
  if (!PAGE.contentLang) return;
  each(root.querySelectorAll(CONTENT), nameLanguage);
  var own = ".stem input" + (/^(true|false)$/.test((data.values || [])[0]) ? ", .choices .text" : "");
  each(root.querySelectorAll(own), function (element) {
    element.lang = TABLES.languages[language];
  });
}

// The notes on wrong options come before the marks, which copy them.
function addNotes(card, html) {
  if (!html) return;
  var list = add(card.root, "details", "feedback", "");
  add(list, "summary", "", word("why_wrong")).dir = "auto";
  list.insertAdjacentHTML("beforeend", html);
}

function addAbout(card, data) {
  var root = card.root;
  if (data.answer) addHtml(root, "answer", data.answer);
  if (data.explanation) addHtml(root, "explanation", data.explanation);
  if (data.beyond) {
    var beyond = add(root, "div", "beyond", "");
    add(beyond, "b", "lead", word("beyond")).dir = "auto";
    beyond.insertAdjacentHTML("beforeend", data.beyond);
  }
  var notes = root.querySelector(".feedback");
  if (notes) root.appendChild(notes);
  if (data.source) addHtml(add(root, "div", "about", ""), "source", data.source);
  if (data.kind === "numeric") showNumbers(card);
  inertLinks(card);
  openLinksApart(root);
}

// A link that took the place of the page would end a test.
function openLinksApart(root) {
  each(root.querySelectorAll("a[href]"), function (link) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  });
}

function judgment(credit, almost) {
  return { credit: credit, outcome: credit === 1 ? (almost ? "almost" : "right") : credit ? "partly" : "wrong" };
}

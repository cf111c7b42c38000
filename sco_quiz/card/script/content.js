// Formulas, pictures and code in texts: their words, their copies, and boxes that scroll.

// The text of a node for names and comparisons. A formula and a picture have words of their own, whether or not MathJax
// has typeset the formula; blocks are words apart.
function wordsIn(node) {
  if (node.nodeType === 3) return node.nodeValue;
  if (node.nodeType !== 1) return "";
  if (node.tagName === "IMG") return node.alt;
  if (node.hasAttribute("data-words")) return node.getAttribute("data-words");
  var inside = Array.prototype.map.call(node.childNodes, wordsIn).join("");
  return /^(BR|LI|PRE|TD|TH)$/.test(node.tagName) ? " " + inside + " " : inside;
}

function spokenText(node) {
  return wordsIn(node).replace(/\s+/g, " ").trim();
}

// Put copies of what is in one element into another.
function copyInside(source, target) {
  target.textContent = "";
  each(source.childNodes, function (node) {
    target.appendChild(node.cloneNode(true));
  });
  typeset(target);
}

// Have MathJax typeset formulas that were added after it has gone through the card; AnkiDroid had its version 2 for long.
function typeset(element) {
  var mathjax = window.MathJax;
  if (!mathjax || !element.querySelector(".math")) return;
  if (mathjax.Hub) mathjax.Hub.Queue(["Typeset", mathjax.Hub, element]);
  else if (mathjax.typesetPromise) {
    mathjax.startup.promise = mathjax.startup.promise.then(function () {
      return mathjax.typesetPromise([element]);
    });
  }
}

// What scrolls can be reached with the keyboard.
function letScroll(card) {
  function look() {
    each(card.root.querySelectorAll("pre, .table, .math.display"), function (box) {
      if (box.scrollWidth > box.clientWidth && !box.closest("[role], label")) box.tabIndex = 0;
    });
  }
  look();
  card.root.addEventListener("toggle", look, true);
}

// A picture that is shown smaller than it is takes its own size with a tap, and scrolls in its place.
function letEnlarge(card) {
  each(card.root.querySelectorAll("img"), function (picture) {
    if (picture.closest(".choices, .cloze, details")) return;
    if (picture.complete) offerSize(picture);
    else picture.addEventListener("load", offerSize.bind(null, picture));
  });
}

function offerSize(picture) {
  if (picture.naturalWidth < 1.1 * picture.clientWidth) return;
  var box = document.createElement("span");
  box.className = "picture";
  picture.parentNode.insertBefore(box, picture);
  var button = addButton(box, "", "", function () {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
  });
  button.setAttribute("aria-pressed", "false");
  button.appendChild(picture);
}

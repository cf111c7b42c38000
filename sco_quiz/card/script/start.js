// What a card does when one of its sides is shown. It runs once per side, on some hosts in a page that lives on:
// no globals.

function front(card) {
  card.changed = function () {
    save(card);
    paintFeedback(card);
    checkAtOnce(card);
  };
  activate(card);
  offerCheck(card);
  paintFeedback(card);
}

// Show the verdict by the key of the note, on both sides.
function turn(card) {
  card.key = data(card, "key")[0].split(" ");
  card.cost = readShare(data(card, "cost")[0]);
  card.partial = readShares(data(card, "partial")[0]);
  reveal(card);
}

function start(root) {
  var side = root.getAttribute("data-side");
  var card = { root: root, id: root.getAttribute("data-id"), kind: root.getAttribute("data-kind") };
  root.classList.add("live");
  speak(root.getAttribute("lang"));
  translateLabels(root);
  letScroll(card);
  letEnlarge(card);
  if (side === "back" && /^(short_answer|numeric)$/.test(card.kind)) return showTyped(card);
  if (side === "front") listen(card);
  if (card.kind === "cloze") return startGaps(card, side);
  if (!kinds[card.kind]) return undefined;
  if (side === "back") restore(card);
  else {
    card.seed = Math.floor(Math.random() * 4294967296);
    card.chosen = [];
    card.struck = [];
    if (!save(card)) card.seed = seedOfToday(card.id);
  }
  arrange(card);
  return side === "back" ? turn(card) : front(card);
}

each(document.querySelectorAll(".sq:not(.live)"), start);

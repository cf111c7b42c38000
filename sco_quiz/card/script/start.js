// What a card does when one of its sides is shown. It runs once per side, on some hosts in a page that lives on:
// no globals.

// Show and remember a new choice.
function changed(card) {
  kinds[card.kind].paint(card);
  save(card);
  paintFeedback(card);
  checkAtOnce(card);
}

function front(card) {
  var kind = kinds[card.kind];
  card.chosen = kind.begin(card);
  each(card.items, function (item) {
    onTap(item, function () {
      if (card.revealed) return;
      kind.pick(card, keyOf(item));
      changed(card);
    });
  });
  giveRoles(card, kind);
  kind.paint(card);
  inertLinks(card);
  offerCheck(card);
  paintFeedback(card);
}

function giveRoles(card, kind) {
  each(card.items, function (item, index) {
    controlOf(item).setAttribute("role", kind.role);
    controlOf(item).tabIndex = kind.role === "radio" && index ? -1 : 0;
    if (kind.group) item.setAttribute("role", "none");
  });
  if (!kind.group) return;
  var list = card.items[0].parentNode;
  list.setAttribute("role", kind.group);
  list.setAttribute("aria-label", card.root.querySelector(".task").textContent);
}

// An option is one control, which cannot contain another.
function inertLinks(card) {
  each(card.root.querySelectorAll(".choices a"), function (link) {
    link.removeAttribute("href");
  });
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
  return side === "back" ? reveal(card) : front(card);
}

each(document.querySelectorAll(".sq:not(.live)"), start);

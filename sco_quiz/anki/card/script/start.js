// What a card does when one of its sides is shown. It runs once per side, on some hosts in a page that lives on:
// no globals.

// Show and remember a new choice.
function changed(card) {
  kinds[card.kind].paint(card);
  save(card);
}

function front(card) {
  var kind = kinds[card.kind];
  card.chosen = kind.begin(card);
  each(card.items, function (item) {
    item.setAttribute("role", kind.role);
    onTap(item, function () {
      kind.pick(card, keyOf(item));
      changed(card);
    });
  });
  kind.paint(card);
  listen(card);
}

function back(card) {
  card.key = card.root.querySelector(".key [data-f=key]").textContent.split(" ");
  var credit = kinds[card.kind].judge(card);
  if (card.chosen.join("")) showCredit(card, credit);
}

function start(root) {
  var side = root.getAttribute("data-side");
  var card = { root: root, id: root.getAttribute("data-id"), kind: root.getAttribute("data-kind") };
  root.classList.add("live");
  speak(root.getAttribute("lang"));
  translateLabels(root);
  if (side === "back" && /^(short_answer|numeric)$/.test(card.kind)) return showTyped(card);
  if (!kinds[card.kind]) return undefined;
  if (side === "back") restore(card);
  else {
    card.seed = Math.floor(Math.random() * 4294967296);
    card.chosen = [];
    if (!save(card)) card.seed = seedOfToday(card.id);
  }
  arrange(card);
  return side === "back" ? back(card) : front(card);
}

each(document.querySelectorAll(".sq:not(.live)"), start);

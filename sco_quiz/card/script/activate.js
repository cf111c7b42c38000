// Take answers to a question that is chosen from items: the same on cards and pages. `card.changed` is what its host does
// with a new choice.

// Show a new choice, and tell the host.
function changed(card) {
  kinds[card.kind].paint(card);
  card.changed(card);
}

// Make the items controls, with the choice at first.
function activate(card) {
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

// What is locked is still read aloud as the control that it was.
function disable(card) {
  each(card.items, function (item) {
    controlOf(item).setAttribute("aria-disabled", "true");
  });
  each(card.root.querySelectorAll(".strike"), function (button) {
    button.remove();
  });
}

function isAnswered(card) {
  return card.chosen.join("") !== "";
}

// Show what was right, by the key of the card. From here on the answer is locked.
function reveal(card) {
  card.revealed = true;
  card.root.classList.add("revealed");
  var kind = kinds[card.kind];
  kind.judge(card);
  if (isAnswered(card)) showCredit(card, kind.credit(card));
}

// Instant feedback: the front can show the verdict before the card is turned. Until then the key is in an inert
// script element, which no host shows, searches or reads aloud.
function isAnswered(card) {
  return card.chosen.join("") !== "";
}

// Show what was right. From here on the answer is locked, and the back shows the same.
function reveal(card) {
  card.revealed = true;
  card.root.classList.add("revealed");
  card.key = card.root.querySelector(".key [data-f=key]").textContent.split(" ");
  var credit = kinds[card.kind].judge(card);
  if (isAnswered(card)) showCredit(card, credit);
}

function check(card) {
  var secret = card.root.querySelector("script.secret");
  if (card.revealed || !secret || !isAnswered(card)) return;
  card.root.insertAdjacentHTML("beforeend", secret.textContent);
  reveal(card);
  each(card.items, function (item) {
    controlOf(item).setAttribute("aria-disabled", "true");
  });
  each(card.root.querySelectorAll(".strike"), function (button) {
    button.remove();
  });
  card.button.hidden = card.atOnce.hidden = true;
  card.root.querySelector(".verdict").scrollIntoView({ block: "nearest" });
}

function offerCheck(card) {
  var row = add(card.root, "div", "actions", "");
  card.root.querySelector(".choices").insertAdjacentElement("afterend", row);
  card.button = addButton(row, "check", word("check"), function () {
    check(card);
  });
  card.button.setAttribute("aria-keyshortcuts", "c");
  var status = add(row, "div", "status", "");
  status.setAttribute("role", "status");
  add(status, "div", "verdict", "").hidden = true;
  card.atOnce = addButton(row, "at-once", word("show_at_once"), function () {
    setAtOnce(!isAtOnce());
    paintFeedback(card);
    checkAtOnce(card);
  });
  card.atOnce.setAttribute("role", "switch");
}

function paintFeedback(card) {
  card.atOnce.setAttribute("aria-checked", String(isAtOnce()));
  card.button.disabled = !isAnswered(card);
  card.button.hidden = isAtOnce() && checksItself(card);
}

function checkAtOnce(card) {
  if (isAtOnce() && checksItself(card) && kinds[card.kind].isComplete(card)) check(card);
}

// How many options are right would be known if several choices were checked by themselves; and an order that is made
// by dragging may be complete long before it is final.
function checksItself(card) {
  return !!kinds[card.kind].isComplete && !card.moved;
}

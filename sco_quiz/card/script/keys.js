// Keys that cards and pages share.

// The digit of a key, 0 for others. With Alt the place of the key counts, since a Mac then writes another sign.
function digitOf(event) {
  if (event.ctrlKey || event.metaKey || (event.shiftKey && !event.altKey)) return 0;
  var digit = event.altKey ? /^Digit([1-9])$/.exec(event.code) : /^([1-9])$/.exec(event.key);
  return digit ? Number(digit[1]) : 0;
}

// The items in the order in which they are shown and numbered, which may change as they are chosen.
function shownItems(card) {
  return card.root.querySelectorAll(".choices > ol:not(.lefts) > li:not([hidden])");
}

// Whether a key is that letter or, where one types another alphabet, the key on which that letter is.
function isLetter(event, letter) {
  return event.key === letter || (event.key > "\u02af" && event.code === "Key" + letter.toUpperCase());
}

// On a focused part of the card, where the host lets keys through: Space and Enter use it and do not turn the card,
// arrows go to the next item. Where one types, all keys are the host's, and what is locked lets them turn the card.
function onCardKey(card, event) {
  var used = event.key === " " || event.key === "Enter";
  var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  var control = event.target;
  if (event.altKey || event.ctrlKey || event.metaKey || !(used || step)) return;
  if (/^(BUTTON|SUMMARY)$/.test(control.tagName) && used) event.stopPropagation();
  if (!control.classList.contains("text") || (used && card.revealed)) return;
  event.stopPropagation();
  event.preventDefault();
  if (step) focusNext(card, control, step);
  else if (!event.repeat) control.click();
}

function focusNext(card, control, step) {
  var controls = Array.prototype.filter.call(card.root.querySelectorAll(".choices .text[tabindex]"), isShown);
  var next = controls[(controls.indexOf(control) + step + controls.length) % controls.length];
  moveStop(card, next);
  next.focus();
}

function isShown(element) {
  return element.getClientRects().length > 0;
}

// A group of radio buttons is one stop of the Tab key.
function moveStop(card, stop) {
  if (kinds[card.kind].role !== "radio") return;
  each(card.items, function (item) {
    controlOf(item).tabIndex = controlOf(item) === stop ? 0 : -1;
  });
}

// Keys choose items.

// The digit of a key, 0 for others. With Alt the place of the key counts, since a Mac then writes another sign.
function digitOf(event) {
  if (event.ctrlKey || event.metaKey) return 0;
  var digit = event.altKey ? /^Digit([1-9])$/.exec(event.code) : /^([1-9])$/.exec(event.key);
  return digit ? Number(digit[1]) : 0;
}

// One handler per page, replaced by the next card, gone with its own. The desktop program keeps 1 to 7 for itself,
// but not with Alt.
function listen(card) {
  document.onkeydown = function (event) {
    if (!document.body.contains(card.root)) {
      document.onkeydown = null;
      return;
    }
    var item = card.items[digitOf(event) - 1];
    if (item && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) item.onclick();
  };
}

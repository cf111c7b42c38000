// The order of the items, the same on both sides.

// 32-bit FNV-1a
function hash(text) {
  var value = 2166136261;
  for (var i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  }
  return value >>> 0;
}

// Fisher-Yates over mulberry32
function shuffle(list, seed) {
  for (var i = list.length - 1; i > 0; i--) {
    seed = (seed + 0x6d2b79f5) | 0;
    var mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    var j = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (i + 1));
    var other = list[i];
    list[i] = list[j];
    list[j] = other;
  }
  return list;
}

// Code and formulas say nothing of the direction of an item: where others run from right to left, it does, too.
function followOthers(items) {
  var isBackward = items.some(function (item) {
    return getComputedStyle(item).direction === "rtl";
  });
  items.forEach(function (item) {
    if (isBackward && item.querySelector("[dir=ltr]") && !hasLetters(controlOf(item))) item.dir = "rtl";
  });
}

function hasLetters(node) {
  if (node.nodeType === 3) return /\p{L}/u.test(node.nodeValue);
  return node.dir !== "ltr" && Array.prototype.some.call(node.childNodes, hasLetters);
}

function arrange(card) {
  var lists = card.root.querySelectorAll(".choices > ol");
  each(lists, function (list) {
    var items = Array.prototype.slice.call(list.children);
    each(items, function (item) {
      var text = document.createElement("span");
      text.className = "text";
      while (item.firstChild) text.appendChild(item.firstChild);
      item.appendChild(text);
    });
    followOthers(items);
    if (!list.hasAttribute("data-fixed")) {
      each(shuffle(items, card.seed), function (item) {
        list.appendChild(item);
      });
    }
  });
  card.items = card.root.querySelectorAll(".options > li, .rights > li, .parts > li");
  card.lefts = card.root.querySelectorAll(".lefts > li");
}

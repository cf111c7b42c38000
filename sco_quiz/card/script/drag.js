// Dragging: with a mouse from anywhere on an item, with a finger or a pen from a handle alone, so that the rest of the
// card scrolls. A drag ends in `drop`, or in `cancel` when the system takes the pointer away.
var SLOP = 6;
var EDGE = 48;

// `moves` has `begin`, `follow(x, y)` with the way since the beginning, `drop(x, y)` with the place in the window, and
// `cancel`.
function draggable(item, moves) {
  item.onpointerdown = function (event) {
    var mouse = event.pointerType === "mouse";
    if (!event.isPrimary) return;
    if (mouse ? event.button : !event.target.closest(".handle")) return;
    if (!moves.can || moves.can()) track(item, event, moves);
  };
}

function track(item, first, moves) {
  var last = first, timer = 0;
  var scrolled = window.pageYOffset;

  function follow(event) {
    last = event;
    var x = event.clientX - first.clientX;
    var y = event.clientY - first.clientY;
    if (!timer) {
      if (Math.abs(x) + Math.abs(y) < SLOP) return;
      moves.begin();
      timer = setInterval(scroll, 16);
      window.addEventListener("keydown", stop, true); // a key could check or move what is held
    }
    moves.follow(x, y + window.pageYOffset - scrolled, event);
  }

  function scroll() {
    if (!document.body.contains(item)) return release(); // the card was turned
    var step = last.clientY < EDGE ? -8 : last.clientY > window.innerHeight - EDGE ? 8 : 0;
    if (!step) return;
    window.scrollBy(0, step);
    follow(last);
  }

  function release() {
    item.onpointermove = item.onpointerup = item.onpointercancel = null;
    clearInterval(timer);
    window.removeEventListener("keydown", stop, true);
  }

  function end(event) {
    release();
    if (!timer) return;
    ignoreNextClick();
    if (event.type === "pointerup") moves.drop(event.clientX, event.clientY);
    else moves.cancel();
  }

  // the neighbors move, never the item: an element that leaves the document loses the pointer
  item.setPointerCapture(first.pointerId);
  item.onpointermove = follow;
  item.onpointerup = item.onpointercancel = end;
}

function stop(event) {
  event.stopPropagation();
}

// A mouse clicks what it has dragged.
function ignoreNextClick() {
  window.addEventListener("click", stop, true);
  setTimeout(function () {
    window.removeEventListener("click", stop, true);
  }, 0);
}

// Make a change after which items glide to their new places, unless the reader asked for less motion.
function glide(items, change) {
  var tops = Array.prototype.map.call(items, topOf);
  change();
  if (!document.body.animate || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  each(items, function (item, index) {
    var way = tops[index] - topOf(item);
    if (way) item.animate([{ transform: "translateY(" + way + "px)" }, { transform: "none" }], 150);
  });
}

function topOf(item) {
  return item.getBoundingClientRect().top;
}

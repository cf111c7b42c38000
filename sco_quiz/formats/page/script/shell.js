// Parts of every screen: headings, buttons, what is announced, what is written.
var page = null;
var place = null;
var live = null;
var onKey = null;

// Show another screen, whose heading takes the focus.
function openScreen(name, title) {
  onKey = null;
  place.textContent = "";
  place.setAttribute("data-screen", name);
  var heading = add(place, "h2", "", title);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
  return heading;
}

// The one live region. A text that is there already would not be read again.
function announce(text) {
  live.textContent = "";
  setTimeout(function () {
    live.textContent = text;
  }, 50);
}

// What is shown below the heading and read aloud.
function notify(text) {
  var notice = place.querySelector(".notice") || addText(place, "p", "notice", "");
  notice.textContent = text;
  place.insertBefore(notice, place.children[1]);
  announce(text);
}

// Ask before what cannot be undone, on a screen: dialogs are refused to pages within others.
function confirmScreen(title, texts, yes, no) {
  openScreen("confirm", title);
  texts.forEach(function (text) {
    addText(place, "p", "lead", text);
  });
  var row = addRow(place);
  addAction(row, "primary", yes[0], yes[1]);
  addAction(row, "", no[0], no[1]);
}

function addText(parent, name, className, text) {
  var element = add(parent, name, className, text);
  element.dir = "auto";
  return element;
}

// Text of the bank.
function addContent(parent, name, className, text) {
  var element = addText(parent, name, className, text);
  nameLanguage(element);
  return element;
}

function addAction(parent, name, text, action) {
  return addButton(parent, "action " + name, text, action);
}

function addRow(parent) {
  return add(parent, "div", "row", "");
}

// A list of facts: names and values.
function addFacts(parent, facts) {
  var list = add(parent, "dl", "facts", "");
  facts.forEach(function (fact) {
    var line = add(list, "div", "", "");
    addText(line, "dt", "", fact[0]);
    addText(line, "dd", "", String(fact[1]));
  });
}

function addProgress(parent, done, all) {
  var bar = add(parent, "div", "bar", "");
  bar.setAttribute("aria-hidden", "true"); // the heading says the same
  var inside = add(bar, "div", "", "");
  inside.style.width = (100 * done) / all + "%";
}

function clockText(seconds) {
  var whole = Math.max(0, Math.ceil(seconds));
  var minutes = Math.floor(whole / 60);
  return minutes + ":" + (whole % 60 < 10 ? "0" : "") + (whole % 60);
}

function offerFile(name, text) {
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(function () {
    URL.revokeObjectURL(link.href);
  }, 60000);
}

function fileName(parts) {
  return parts
    .filter(Boolean)
    .map(function (part) {
      return part.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
    })
    .join("-");
}

var LONGEST_TIME = 1e8; // seconds; result files have no longer ones
var LAST_TIME = 253402300799000; // the end of the year 9999

// The seconds between two times in ms; none where the clock was set back.
function secondsBetween(from, to) {
  return Math.min(Math.max(0, (to - from) / 1000 || 0), LONGEST_TIME);
}

function isTime(value) {
  return typeof value === "number" && value >= 0 && value <= LAST_TIME;
}

function isCount(value) {
  return Number.isInteger(value) && value >= 0;
}

// A time as ISO 8601 with the difference from UTC.
function isoTime(at) {
  var offset = -new Date(at).getTimezoneOffset();
  var sign = offset < 0 ? "-" : "+";
  var two = function (number) {
    return (number < 10 ? "0" : "") + number;
  };
  var local = new Date(at + offset * 60000).toISOString().slice(0, 19);
  return local + sign + two(Math.floor(Math.abs(offset) / 60)) + ":" + two(Math.abs(offset) % 60);
}

// Keys of a screen with a question: digits choose, with Shift they strike out; Enter does what the first button does.
function listenToKeys(view, hint, primary) {
  onKey = function (event) {
    var name = event.target.tagName;
    if (event.key === "Enter" && !/^(BUTTON|SUMMARY|A)$/.test(name)) {
      event.preventDefault();
      primary();
    } else if (/^(INPUT|TEXTAREA|SELECT)$/.test(name)) return;
    else if (digitOf(event)) view.pick(digitOf(event), false);
    else if (event.shiftKey && /^Digit[1-9]$/.test(event.code)) view.pick(Number(event.code.slice(5)), true);
    else if (hint && isLetter(event, "h")) hint.open = !hint.open;
  };
}

// Keys count on this page and where nothing has the focus, but not in what another page has around it.
function startKeys() {
  document.addEventListener("keydown", function (event) {
    if (!onKey || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target === document.body || page.contains(event.target)) onKey(event);
  });
}

function anySeed() {
  var named = /[?#&]seed=(\d+)/.exec(location.search + location.hash);
  return named ? Number(named[1]) >>> 0 : Math.floor(Math.random() * 4294967296);
}

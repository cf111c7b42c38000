// Begin: read the data, and show the first screen.
function readData(root) {
  var pictures = JSON.parse(root.querySelector(".pictures").textContent);
  return JSON.parse(root.querySelector(".data").textContent, function (name, value) {
    if (typeof value !== "string" || value.indexOf('<img src="picture:') < 0) return value;
    return value.replace(/<img src="picture:(\d+)"/g, function (all, index) {
      return '<img src="' + pictures[index] + '"';
    });
  });
}

function startPage(root) {
  PAGE = readData(root);
  speak(PAGE.bank.lang);
  page = root;
  place = root.querySelector(".screen");
  live = root.querySelector(".live-region");
  root.classList.add("started");
  darken(root);
  startKeys();
  if (!PAGE.rules.test && PAGE.rules.key) return practiceStart();
  followOtherTabs();
  guardTest();
  printSheets();
  return testStart();
}

// The colors of cards follow a class, here that of the system.
function darken(root) {
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function paint() {
    root.classList.toggle("nightMode", dark.matches);
  }
  if (dark.addEventListener) dark.addEventListener("change", paint);
  paint();
  window.addEventListener("beforeprint", function () {
    root.classList.remove("nightMode");
  });
  window.addEventListener("afterprint", paint);
}

each(document.querySelectorAll(".sco-quiz:not(.started)"), startPage);

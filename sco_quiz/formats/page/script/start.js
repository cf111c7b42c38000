// Begin: read the data, and show the first screen.
function readData(root) {
  var shared = JSON.parse(root.querySelector(".shared").textContent).map(function (part) {
    return part.svg ? "data:image/svg+xml," + encodeURIComponent(part.svg) : part;
  });
  return JSON.parse(root.querySelector(".data").textContent, function (name, value) {
    if (!value || !Array.isArray(value.parts)) return value;
    return value.parts
      .map(function (part) {
        return typeof part === "number" ? shared[part] : part;
      })
      .join("");
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

// Begin: read the data, and show the first screen.
function startPage(root) {
  PAGE = JSON.parse(root.querySelector(".data").textContent);
  speak(PAGE.bank.lang);
  place = root.querySelector(".screen");
  live = root.querySelector(".live-region");
  root.classList.add("started");
  darken(root);
  if (PAGE.rules.test) testStart();
  else practiceStart();
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
